import { setImmediate as nextTurn } from 'node:timers/promises';
import { vi } from 'vitest';
import type { Announcement } from '../../src/announcement/announcement.ts';
import { loadMeaning } from '../../src/checking/meaning.ts';
import { loadConfig } from '../../src/config.ts';
import { createDesk, type Shelved } from '../../src/desk/create-desk.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { madeReady, shelve } from '../../src/desk/shelve.ts';
import { type Bot, type BotParts, createBot } from '../../src/discord/bot.ts';
import { createServerDesks } from '../../src/library/server-desks.ts';
import { createLog } from '../../src/log.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Outcome, SeenMessage } from '../../src/sandbox/visitor/outcome.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';
import type { Store } from '../../src/store/open-store.ts';
import { patient, patientBot } from '../sandbox/patient.ts';
import { chronicle, harbour, marina } from './announcements.ts';
import { keptInMemory } from './kept.ts';

type Kept = Awaited<ReturnType<typeof keptInMemory>>;

/** The bot in a loopback Discord, with everything it logged. */
export interface Conversation extends Kept {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  /** The desk of nobody's server. */
  readonly desk: Desk;
  readonly desks: BotParts['desks'];
  readonly logged: readonly string[];
  /** When what it has dealt with had reached it, by `performance.now`. */
  readonly dealtWith: readonly number[];
  /** The clock that the bot reads; tests move it on. */
  readonly clock: { now: number };
  end(): Promise<void>;
}

export interface ConversationOptions extends SandboxOptions {
  readonly desk?: Desk;
  /** Milliseconds after which the bot gives up a call that nobody answered; long when left out. */
  readonly answerWithinMs?: number;
  /** Milliseconds without a connection after which the bot ends. */
  readonly giveUpAfterMs?: number;
  /** Whether the bot's server does not arrive when it logs in. */
  readonly withheld?: boolean;
  /** Where things are kept; in memory when left out. */
  readonly store?: Pick<Store, keyof Kept & keyof Store>;
}

let made: ((announcement: Announcement) => Shelved) | undefined;

/** Makes announcements ready for a desk, with real search. What it takes is loaded once. */
function shelver(): (announcement: Announcement) => Shelved {
  if (made === undefined) {
    const folder = loadConfig({}).lexicon;
    const [lexicon, meaning] = [loadLexicon(folder), loadMeaning(folder)];
    const vocabulary = { lexicon: () => lexicon, meaning: () => meaning };
    made = (announcement) => madeReady(shelve(announcement, vocabulary));
  }
  return made;
}

const ours = [harbour, marina, chronicle];

/** A desk with real search over the announcements given. */
export function deskOf(announcements: readonly Announcement[] = ours): Desk {
  return createDesk(announcements.map(shelver()));
}

/** Desks as the program makes them: three announcements everywhere, and each server's own. */
function serverDesks({
  library,
  lessons,
  settings,
}: Pick<Kept, 'library' | 'lessons' | 'settings'>): BotParts['desks'] {
  const ready = shelver();
  return createServerDesks({ shipped: ours.map(ready), shelve: ready, library, lessons, settings });
}

/** Starts the sandbox and the bot, and waits until the bot is online with its commands registered. */
export async function startConversation({
  desk: only,
  answerWithinMs = patientBot.answerWithinMs,
  giveUpAfterMs,
  withheld = false,
  store,
  ...options
}: ConversationOptions = {}): Promise<Conversation> {
  const sandbox = await startSandbox({ ...patient, ...options });
  if (withheld) sandbox.faults.withholdGuild(sandbox.guildId());
  const logged: string[] = [];
  const dealtWith: number[] = [];
  const clock = { now: Date.now() };
  const kept: Kept = store === undefined ? await keptInMemory() : { shipped: [], ...store };
  const desks = only === undefined ? serverDesks(kept) : async () => only;
  const bot = createBot({
    token: sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    log: createLog('debug', { output: { write: (line) => logged.push(line) }, secrets: [sandbox.botToken] }),
    clock: () => clock.now,
    desks,
    ...kept,
    ...patientBot,
    answerWithinMs,
    registerAgainAfterMs: Array.from({ length: 50 }, () => 200),
    observer: {
      handled: ({ seconds }) => dealtWith.push(performance.now() - seconds * 1_000),
      called: () => undefined,
    },
    ...(giveUpAfterMs === undefined ? {} : { patienceMs: giveUpAfterMs }),
  });
  await bot.start();
  await vi.waitUntil(() => logged.some((line) => /commands (?:are as )?registered/.test(line)), {
    timeout: 20_000,
    interval: 10,
  });
  return {
    sandbox,
    bot,
    desk: await desks(null),
    desks,
    ...kept,
    logged,
    dealtWith,
    clock,
    async end() {
      await bot.stop();
      await sandbox.close();
    },
  };
}

/**
 * Does something and waits until the bot has dealt with as many events as come of it; nothing follows after that.
 * @returns what came of it by then, or null where nothing did.
 */
export async function onceDealtWith<Done>(
  { dealtWith }: Conversation,
  act: () => Done,
  events = 1,
): Promise<Awaited<Done> | null> {
  const begun = performance.now();
  let came: Awaited<Done> | null = null;
  const done = Promise.resolve(act()).then((outcome) => {
    came = outcome;
  });
  done.catch(() => 'told below');
  await vi.waitUntil(
    () => {
      const refused = JSON.stringify(came)?.startsWith('{"kind":"refused"');
      if (refused) throw new Error(`The bot never heard of it: ${JSON.stringify(came)}`);
      return dealtWith.filter((at) => at >= begun).length >= events;
    },
    { timeout: 50_000, interval: 10 },
  );
  await Promise.race([done, nextTurn()]);
  return came;
}

/** The message an action was answered with; throws, saying what happened instead, where there is none. */
export function messageOf(outcome: Outcome | null): SeenMessage {
  if (outcome?.kind === 'replied' || outcome?.kind === 'updated') return outcome.message;
  throw new Error(`No message came: ${JSON.stringify(outcome)}`);
}

/** Everything a person reads in a message. */
export function textOf({ content, embeds }: SeenMessage): string {
  return [content, ...embeds.flatMap(({ title, description }) => [title ?? '', description ?? ''])].join(
    '\n',
  );
}

/** Labels of a message's buttons. */
export function buttonsOf(message: SeenMessage): readonly string[] {
  return allButtons(message).map(({ label }) => label);
}

/** Custom id of the button with a label; throws where there is none. */
export function buttonId(message: SeenMessage, label: string): string {
  const found = allButtons(message).find((button) => button.label === label);
  if (found === undefined) throw new Error(`No button "${label}" among ${buttonsOf(message).join(', ')}.`);
  return found.id;
}

function allButtons({
  components = [],
}: SeenMessage): readonly { readonly label: string; readonly id: string }[] {
  return components.flatMap((row) =>
    'components' in row
      ? row.components.flatMap((one) =>
          'label' in one && 'custom_id' in one ? [{ label: one.label ?? '', id: one.custom_id }] : [],
        )
      : [],
  );
}
