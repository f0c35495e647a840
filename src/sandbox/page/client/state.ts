/** What the window shows, and what changes it. */

import { batch, computed, signal } from '@preact/signals';
import type {
  Change,
  Form,
  OpenedChannel,
  Outcome,
  SeenChannel,
  SeenMessage,
  SentField,
  SentOption,
  View,
} from '../protocol.ts';
import { readAddress, writeAddress } from './address.ts';
import { Connection, Refused } from './connection.ts';
import { readUploads } from './upload.ts';

export const connected = signal(false);
export const view = signal<View | null>(null);
export const channelId = signal('');
export const opened = signal<OpenedChannel | null>(null);
/** Channels with something new in them. */
export const unread = signal<ReadonlySet<string>>(new Set());
/** What could not be done, in words. */
export const notice = signal<string | null>(null);
export const form = signal<Form | null>(null);
export const answering = signal<SeenMessage | null>(null);
/** Who is typing where, and since when (milliseconds). */
export const typing = signal<{ readonly channelId: string; readonly name: string } | null>(null);
/** The controls that wait for the bot, as "message id:custom id". */
export const busy = signal<ReadonlySet<string>>(new Set());

export const channel = computed<SeenChannel | null>(
  () => view.value?.channels.find(({ id }) => id === channelId.value) ?? null,
);
export const messages = computed(() => opened.value?.messages ?? []);

const connection = new Connection({
  change,
  connected(is) {
    connected.value = is;
    if (is) void attempt(() => sit(readAddress().person ?? 'member'));
  },
});

export function start(): void {
  connection.open();
  window.addEventListener('hashchange', () => {
    const { person, channel: key } = readAddress();
    if (person !== null && person !== view.value?.me.key) return void attempt(() => sit(person));
    const wanted = view.value?.channels.find((each) => each.key === key);
    if (wanted && wanted.id !== channelId.value) void attempt(() => show(wanted.id));
  });
}

/** Runs an action; what was refused is told. */
export async function attempt(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    notice.value = cause.message;
    return false;
  }
}

export async function sit(person: string): Promise<void> {
  const seen = await connection.ask({ do: 'sit', person });
  const key = readAddress().channel;
  const stay = seen.channels.find((each) => each.key === key);
  const direct = seen.channels.find(({ kind }) => kind === 'bot-direct-message');
  batch(() => {
    view.value = seen;
    unread.value = new Set();
    form.value = null;
    notice.value = null;
  });
  await show((stay ?? direct ?? seen.channels[0])?.id ?? '');
}

export async function show(id: string): Promise<void> {
  const content = await connection.ask({ do: 'open', channelId: id });
  batch(() => {
    channelId.value = id;
    opened.value = content;
    answering.value = null;
    notice.value = null;
    unread.value = new Set([...unread.value].filter((each) => each !== id));
  });
  writeAddress(view.value?.me.key ?? null, channel.value?.key ?? null);
}

export function say(text: string, files: readonly File[]): Promise<boolean> {
  const replyTo = answering.value?.id ?? null;
  return attempt(async () => {
    const sent = await readUploads(files);
    await connection.ask({ do: 'say', channelId: channelId.value, text, replyTo, files: sent });
    batch(() => {
      answering.value = null;
      notice.value = null;
    });
  });
}

export const remove = (messageId: string) => attempt(() => connection.ask({ do: 'remove', messageId }));
export const dismiss = (messageId: string) => attempt(() => connection.ask({ do: 'dismiss', messageId }));

export const run = (name: string, options: Readonly<Record<string, SentOption>>) =>
  act(() => connection.ask({ do: 'run', channelId: channelId.value, name, options }));

export const useMessageMenu = (name: string, messageId: string) =>
  act(() => connection.ask({ do: 'message-menu', name, messageId }));

export const useUserMenu = (name: string, userId: string) =>
  act(() => connection.ask({ do: 'user-menu', name, channelId: channelId.value, userId }));

export const press = (messageId: string, customId: string) =>
  whileBusy(`${messageId}:${customId}`, () =>
    act(() => connection.ask({ do: 'press', messageId, customId })),
  );

export const choose = (messageId: string, customId: string, values: readonly string[]) =>
  whileBusy(`${messageId}:${customId}`, () =>
    act(() => connection.ask({ do: 'choose', messageId, customId, values })),
  );

/** Asks the bot for suggestions. */
export async function suggestions(
  name: string,
  options: Readonly<Record<string, SentOption>>,
  focused: string,
): Promise<readonly { readonly name: string; readonly value: string | number }[]> {
  const request = { do: 'complete', channelId: channelId.value, name, options, focused } as const;
  const suggested = await connection.ask(request).catch(() => null);
  return suggested?.kind === 'choices' ? suggested.choices : [];
}

/** @returns what is wrong with the form, or null when it was sent. */
export async function submit(
  formId: string,
  readValues: () => Promise<Readonly<Record<string, SentField>>>,
): Promise<string | null> {
  try {
    const outcome = await connection.ask({ do: 'submit', formId, values: await readValues() });
    if (outcome.kind === 'failed') return outcome.words;
    if (outcome.kind === 'refused') return outcome.problems.join('. ');
    form.value = outcome.kind === 'form' ? outcome.form : null;
    return null;
  } catch (cause) {
    if (cause instanceof Refused) return cause.message;
    throw cause;
  }
}

/** @returns whether it came to something. */
async function act(action: () => Promise<Outcome>): Promise<boolean> {
  let well = false;
  await attempt(async () => {
    notice.value = null;
    const outcome = await action();
    well = outcome.kind !== 'failed' && outcome.kind !== 'refused';
    if (outcome.kind === 'failed') notice.value = outcome.words;
    if (outcome.kind === 'refused') notice.value = outcome.problems.join('. ');
    if (outcome.kind === 'form') form.value = outcome.form;
  });
  return well;
}

async function whileBusy(key: string, action: () => Promise<boolean>): Promise<boolean> {
  busy.value = new Set([...busy.value, key]);
  try {
    return await action();
  } finally {
    busy.value = new Set([...busy.value].filter((each) => each !== key));
  }
}

function change(changed: Change): void {
  switch (changed.kind) {
    case 'message-created':
    case 'message-edited':
      place(changed.channelId, changed.message, changed.kind === 'message-created');
      break;
    case 'message-deleted':
      withMessages(changed.channelId, (all) => all.filter(({ id }) => id !== changed.messageId));
      break;
    case 'typing':
      showTyping(changed.channelId, changed.userId);
      break;
    case 'commands-changed':
      void attempt(() => show(channelId.value));
      break;
    case 'places-changed':
      void attempt(() => sit(view.value?.me.key ?? 'member'));
      break;
    case 'bot-presence':
      if (view.value) view.value = { ...view.value, bot: { ...view.value.bot, online: changed.online } };
      break;
    default:
    // The one who acted hears of forms and failures in the outcome.
  }
}

function place(where: string, message: SeenMessage, isNew: boolean): void {
  if (typing.value?.channelId === where && isNew) typing.value = null;
  if (where !== channelId.value) {
    if (isNew) unread.value = new Set([...unread.value, where]);
    return;
  }
  withMessages(where, (all) => {
    const known = all.some(({ id }) => id === message.id);
    return known ? all.map((each) => (each.id === message.id ? message : each)) : [...all, message];
  });
}

function withMessages(where: string, alter: (all: readonly SeenMessage[]) => readonly SeenMessage[]): void {
  const { value } = opened;
  if (where === channelId.value && value) opened.value = { ...value, messages: alter(value.messages) };
}

/** Discord shows it for ten seconds, or until something is said. */
const typingMs = 10_000;
let typingTimer = 0;

function showTyping(where: string, userId: string): void {
  const { value } = view;
  if (!value || userId === value.me.id) return;
  const people = [...value.people, value.bot];
  const name = people.find(({ id }) => id === userId)?.name ?? 'Somebody';
  clearTimeout(typingTimer);
  typing.value = { channelId: where, name };
  typingTimer = setTimeout(() => {
    typing.value = null;
  }, typingMs);
}
