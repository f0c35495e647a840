import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

const botToken = `${'M'.repeat(24)}.${'G'.repeat(6)}.${'x'.repeat(38)}`;
const interactionToken = `aW50ZXJhY3Rpb246${'Q'.repeat(120)}`;

function logged(act: (log: ReturnType<typeof createLog>) => void, secrets: readonly string[] = []): string {
  const lines: string[] = [];
  act(createLog('trace', { output: { write: (line) => lines.push(line) }, secrets }));
  return lines.join('');
}

describe('the log', () => {
  it.each([
    ['a bot token in a message', botToken, `login with ${botToken} failed`],
    ['an Authorization header', botToken, `Authorization: Bot ${botToken}`],
    [
      'a callback address',
      interactionToken,
      `POST https://discord.com/api/v10/interactions/123456789012345678/${interactionToken}/callback`,
    ],
    [
      'a follow-up address',
      'short-token',
      'PATCH /webhooks/123456789012345678/short-token/messages/%40original',
    ],
    ['an interaction token alone', interactionToken, `token ${interactionToken} expired`],
  ])('never shows %s', (_, secret, message) => {
    const error = Object.assign(new Error(message), { url: message, requestBody: { token: secret } });
    const output = logged((log) => {
      log.info(message);
      log.error({ err: error, nested: { deep: [message] } }, 'failed');
    });
    expect(output).toContain('failed');
    expect(output).not.toContain(secret);
  });

  it('hides a known secret of any shape', () => {
    expect(logged((log) => log.info({ a: 'xx hunter2 xx' }, 'hunter2'), ['hunter2'])).not.toContain(
      'hunter2',
    );
  });

  it('leaves ordinary words alone, one JSON object a line', () => {
    const output = logged((log) => log.info({ guild: '123456789012345678' }, 'ready in 3 guilds'));
    expect(JSON.parse(output)).toMatchObject({ msg: 'ready in 3 guilds', guild: '123456789012345678' });
  });
});
