/** A real discord.js client on a sandbox, and the end of both after the test. */

import {
  Client,
  type ClientOptions,
  type Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { patient } from './patient.ts';

export interface BotBehaviour {
  readonly commands?: readonly object[];
  readonly onInteraction?: (interaction: Interaction) => unknown;
  readonly onMessage?: (message: Message) => unknown;
  readonly sandbox?: SandboxOptions;
  readonly client?: Partial<ClientOptions>;
}

export async function sandboxForTest(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ ...patient, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export function clientFor(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    waitGuildTimeout: 1000,
    ...options,
    rest: { api: sandbox.apiUrl, ...options.rest },
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** @returns what the bot threw, by and by; a test that expects nothing wants it empty. */
export async function botOnSandbox(behaviour: BotBehaviour = {}): Promise<{
  sandbox: Sandbox;
  client: Client<true>;
  errors: Error[];
}> {
  const sandbox = await sandboxForTest(behaviour.sandbox);
  const client = clientFor(sandbox, behaviour.client);
  const errors: Error[] = [];
  const act = async (action: unknown) => {
    try {
      await action;
    } catch (cause) {
      errors.push(cause as Error);
    }
  };
  client.on('error', (error) => errors.push(error));
  client.on('interactionCreate', (interaction) => act(asyncCall(behaviour.onInteraction, interaction)));
  client.on('messageCreate', (message) => {
    if (!message.author.bot) void act(asyncCall(behaviour.onMessage, message));
  });
  const ready = new Promise<Client<true>>((resolve) =>
    client.once('clientReady' satisfies `${Events}`, resolve),
  );
  await client.login(sandbox.botToken);
  const online = await ready;
  if (behaviour.commands)
    await online.rest.put(`/applications/${sandbox.applicationId}/commands`, { body: behaviour.commands });
  return { sandbox, client: online, errors };
}

async function asyncCall<T>(action: ((given: T) => unknown) | undefined, given: T): Promise<unknown> {
  return action?.(given);
}
