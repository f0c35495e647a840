import { type APIInteractionResponse, type ButtonInteraction, InteractionResponseType } from 'discord.js';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Kept } from '../../src/discord/command.ts';
import { commands } from '../../src/discord/commands/index.ts';
import { longestCustomId } from '../../src/discord/custom-id.ts';
import { type Handled, unobserved } from '../../src/discord/observer.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { createRouter } from '../../src/discord/router.ts';
import { createLog } from '../../src/log.ts';
import { readSettings } from '../../src/settings/server-settings.ts';
import { patientBot } from '../sandbox/patient.ts';
import { chronicle, harbour } from './announcements.ts';
import { deskOf } from './conversation.ts';

const asker = '1170000000000000007';
const desk = deskOf();
const logged: string[] = [];
const heard: Handled[] = [];
let clock = 0;
beforeEach(() => {
  logged.length = 0;
  heard.length = 0;
});

const log = createLog('error', { output: { write: (line) => logged.push(line) } });
const reference = () => 'AAAAAA';
const { lastTryMs } = patientBot;
// The buttons of answers and of browsing keep nothing; those of other commands are not pressed here.
const kept = { clock: () => clock, settings: { settings: async () => readSettings({}) } } as unknown as Kept;
const answering = commands.filter(({ data }) => ['ask', 'quotes', 'source', 'help'].includes(data.name));
const router = createRouter({
  commands: answering,
  desks: async () => desk,
  outbox: createOutbox({ log, reference, lastTryMs }),
  log,
  tellOften: () => undefined,
  kept,
  reference,
  observer: { handled: (event) => heard.push(event), called: () => undefined },
  lastTryMs,
});

let nextId = 0;

/** A press as discord.js would hand it over, counting what is answered. */
function press(customId: string) {
  const answers: string[] = [];
  const answer = (kind: string) => async () => void answers.push(kind);
  nextId += 1;
  clock += 60_000;
  const interaction = {
    id: String(nextId),
    user: { id: asker },
    customId,
    guildId: '1',
    channelId: '2',
    channel: null,
    context: 0,
    memberPermissions: null,
    authorizingIntegrationOwners: { 0: '1' },
    message: { content: '', embeds: [], flags: { has: () => false } },
    replied: false,
    deferred: false,
    inGuild: () => true,
    inCachedGuild: () => false,
    isAutocomplete: () => false,
    isRepliable: () => true,
    isCommand: () => false,
    isChatInputCommand: () => false,
    isMessageContextMenuCommand: () => false,
    isModalSubmit: () => false,
    isButton: () => true,
    isMessageComponent: () => true,
    client: {
      rest: {
        post: async (_: string, { body }: { body: APIInteractionResponse }) =>
          answers.push(InteractionResponseType[body.type] ?? ''),
      },
    },
    followUp: answer('followUp'),
    deleteReply: answer('deleteReply'),
  };
  return { interaction: interaction as unknown as ButtonInteraction, answers };
}

const field = fc.oneof(
  fc.constantFrom(
    harbour.version,
    chronicle.version,
    '000000000000',
    '-',
    '0',
    '1',
    '0.1.2',
    'zz.0',
    '5.5.5',
  ),
  fc.stringMatching(/^[\w.-]{1,12}$/),
);
const actions = answering.flatMap(({ buttons = [] }) => buttons.map(({ action }) => action));
const plausible = fc
  .tuple(fc.constantFrom(...actions), fc.array(field, { maxLength: 6 }))
  .map(([action, fields]) => ['1', action, BigInt(asker).toString(36), ...fields].join(':'));

describe('the router', () => {
  it('answers every button there could be, and breaks on none', async () => {
    const ids = fc.oneof(plausible, plausible, fc.string({ maxLength: 120 }));
    await fc.assert(
      fc.asyncProperty(ids, async (customId) => {
        const { interaction, answers } = press(customId.slice(0, longestCustomId));
        await router.interaction(interaction);
        expect(answers.length).toBeGreaterThan(0);
        // Sharing what was never a shared answer is caught before it is sent; nothing else may fail.
        expect(logged.filter((line) => !line.includes('not sent'))).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
    const names = new Set(heard.map(({ name }) => name));
    expect([...names].filter((name) => name !== 'unknown' && !actions.includes(name))).toEqual([]);
    expect(names).toContain('unknown');
  });

  it('answers an interaction once, however often it comes', async () => {
    const { interaction, answers } = press('1:nonsense:1');
    await Promise.all([1, 2, 3].map(() => router.interaction(interaction)));
    expect(answers).toEqual(['ChannelMessageWithSource']);
  });

  it('takes no two buttons of one name', () => {
    const [ask] = answering;
    if (ask === undefined) throw new Error('no command');
    const twice = [
      ...answering,
      {
        ...ask,
        data: { ...ask.data, name: 'other' },
        buttons: [{ action: 'next', who: 'anyone' as const, press: async () => {} }],
      },
    ];
    const parts = {
      desks: async () => desk,
      outbox: createOutbox({ log, reference, lastTryMs }),
      log,
      tellOften: () => undefined,
      kept,
      reference,
      observer: unobserved,
      lastTryMs,
    };
    expect(() => createRouter({ ...parts, commands: twice as typeof commands })).toThrow(RangeError);
  });
});
