/** A bare REST call as the bot, for what discord.js would not send. */

import type { Sandbox } from '../../src/sandbox/sandbox.ts';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const response = await fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${sandbox.botToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
