import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../discord/conversation.ts';
import { activeMarkup } from '../discord/hostile.ts';
import { type BadValue, share } from './catalogue/bad-value.ts';
import { dates, ids } from './catalogue/quantities.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindMessage, startTrial, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
  await trial.as('moderator').runCommand(trial.general, 'settings time-zone', { zone: 'Europe/Vienna' });
});
afterAll(() => trial.end());
afterEach(() => trial.expectUnharmed());

const everything = typed(6_000);
/** What is not in the share that every path gets. */
const rest = (path: string) => everything.filter((value) => !share(everything, path, 6).includes(value));
type Row = readonly [path: string, command: string, option: string, more: Options, own: readonly BadValue[]];
type Options = Parameters<Trial['run']>[3];

/** Options of commands that anybody may use. */
const forAnybody: readonly Row[] = [
  ['the question of /ask', 'ask', 'question', {}, rest('the question of /ask')],
  ['the speaker of /ask', 'ask', 'speaker', { question: 'fees' }, []],
  ['the announcement of /ask', 'ask', 'announcement', { question: 'fees' }, []],
  ['the quote of /check', 'check', 'quote', {}, rest('the quote of /check')],
  ['the speaker of /check', 'check', 'speaker', { quote: 'We will raise the fees' }, []],
  ['the announcement of /check', 'check', 'announcement', { quote: 'We will raise the fees' }, []],
  ['the speaker of /quotes', 'quotes', 'speaker', {}, []],
  ['the topic of /quotes', 'quotes', 'topic', {}, []],
  ['the announcement of /quotes', 'quotes', 'announcement', {}, []],
  ['the announcement of /source', 'source', 'announcement', {}, []],
];

describe.each(forAnybody)('%s', (path, command, option, more, own) => {
  it.each([...own, ...share(everything, path, 6)])('may be $name', async ({ text }) => {
    const message = expectKindMessage(await trial.run(command, option, text, more), text);
    expect(activeMarkup(textOf(message))).toBeNull();
  });
});

/** Options of moderators' commands. */
const forModerators: readonly Row[] = [
  ['the quote of /announce new', 'announce new', 'quote', {}, []],
  ['the bulletin of /announce show', 'announce show', 'bulletin', {}, ids],
  ['the bulletin of /announce edit', 'announce edit', 'bulletin', {}, ids],
  ['the bulletin of /announce approve', 'announce approve', 'bulletin', {}, ids],
  ['the bulletin of /announce cancel', 'announce cancel', 'bulletin', {}, ids],
  ['the bulletin of /announce retract', 'announce retract', 'bulletin', { reason: 'x' }, ids],
  ['the bulletin of /announce log', 'announce log', 'bulletin', {}, ids],
  ['the text of /library review', 'library review', 'text', {}, ids],
  ['the announcement of /library default', 'library default', 'announcement', {}, []],
  ['the announcement of /library remove', 'library remove', 'announcement', {}, []],
  ['the announcement of /library export', 'library export', 'announcement', {}, []],
  ['the announcement of /library rename', 'library rename', 'announcement', { name: 'x' }, []],
  ['the new name of /library rename', 'library rename', 'name', { announcement: 'harbour' }, []],
  ['what /library add replaces', 'library add', 'replaces', {}, []],
  [
    'the question of /taught add',
    'taught add',
    'question',
    { answer: 'not-said', announcement: 'marina' },
    [],
  ],
  ['the answer of /taught add', 'taught add', 'answer', { question: 'x' }, ids],
  [
    'the subject of /taught add',
    'taught add',
    'about',
    { question: 'x', answer: 'not-said', announcement: 'marina' },
    [],
  ],
  ['the correction of /taught revert', 'taught revert', 'correction', {}, ids],
  ['the zone of /settings time-zone', 'settings time-zone', 'zone', {}, []],
];

describe.each(forModerators)('%s', (path, command, option, more, own) => {
  it.each([...own, ...share(everything, path, 8)])('may be $name', async ({ text }) => {
    const channel = option === 'quote' ? { channel: trial.general } : {};
    const options = { ...channel, ...more };
    expectKindMessage(await trial.run(command, option, text, options, 'moderator'), text);
  });
});

describe('the time of /announce new', () => {
  it.each(dates)('may be $name', async ({ text }) => {
    const asked = await trial.run('announce new', 'when', text, { channel: trial.general }, 'moderator');
    expectKindMessage(asked, text);
  });
});
