import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import type { Form, Outcome, SeenMessage } from '../../src/sandbox/visitor/outcome.ts';
import type { FormValue } from '../../src/sandbox/visitor/visitor.ts';
import { buttonId, messageOf } from '../discord/conversation.ts';
import { share } from './catalogue/bad-value.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindMessage, startTrial, type Trial } from './trial.ts';

let trial: Trial;
let review: SeenMessage;
beforeAll(async () => {
  trial = await startTrial();
  review = messageOf(await moderator().submit(await newText(), { name: 'x', text: 'Lund said so.' }));
});
afterAll(() => trial.end());
afterEach(() => trial.expectUnharmed());

const moderator = () => trial.as('moderator');

function formOf(outcome: Outcome): Form {
  if (outcome.kind === 'form') return outcome.form;
  throw new Error(`No form came: ${JSON.stringify(outcome)}`);
}

const pressed = async (message: SeenMessage, label: string) =>
  moderator().press(message.id, buttonId(message, label));

const newBulletin = async () =>
  formOf(await moderator().runCommand(trial.general, 'announce new', { channel: trial.general }));
const newText = async () => formOf(await moderator().runCommand(trial.general, 'library add'));
const draft = async () => messageOf(await moderator().submit(await newBulletin(), { title: 'x', text: 'x' }));

const openers = {
  bulletin: newBulletin,
  editing: async () => formOf(await pressed(await draft(), 'Edit')),
  search: async () => formOf(await pressed(await draft(), 'Add quote')),
  library: newText,
  async speaker() {
    const menu = JSON.stringify(review.components).match(/"custom_id":"(1:review-speaker:[^"]+)"/)?.[1] ?? '';
    return formOf(await moderator().choose(review.id, menu, ['+']));
  },
  async correction() {
    const question = 'will the fees go up?';
    const answer = messageOf(await moderator().runCommand(trial.general, 'ask', { question }));
    return formOf(await pressed(answer, 'Wrong answer'));
  },
} satisfies Record<string, () => Promise<Form>>;

type Values = Readonly<Record<string, FormValue>>;

/** The right answer that is taught: the statement of the fees, so that the next question gets it all the same. */
const fees: Values = { answer: ['1'] };

const fields: readonly (readonly [string, keyof typeof openers, string, Values, number])[] = [
  ['the title of a bulletin', 'bulletin', 'title', { text: 'x' }, 8],
  ['the text of a bulletin', 'bulletin', 'text', { title: 'x' }, 4],
  ['the title of a bulletin that is edited', 'editing', 'title', {}, 12],
  ['the text of a bulletin that is edited', 'editing', 'text', {}, 12],
  ['the time of a bulletin that is edited', 'editing', 'when', {}, 8],
  ['what a bulletin is to quote', 'search', 'what', {}, 8],
  ['the name of a text', 'library', 'name', { text: 'Lund said so.' }, 8],
  ['a text to review', 'library', 'text', {}, 4],
  ['the name of a speaker', 'speaker', 'name', { role: 'x' }, 10],
  ['the role of a speaker', 'speaker', 'role', { name: 'Lund' }, 10],
  ['the question that is corrected', 'correction', 'question', fees, 6],
  ['what was not said', 'correction', 'about', { question: 'x', answer: ['-'] }, 10],
];

describe.each(fields)('%s, in a form,', (path, opener, field, more, parts) => {
  it.each(share(typed(4_000), path, parts))('may be $name', async ({ text }) => {
    const form = await openers[opener]();
    trial.alter((sent) => ({ ...sent, data: withField(sent.data, field, text) as typeof sent.data }));
    expectKindMessage(await moderator().submit(form, { [field]: 'x', ...more }), text);
  });
});

/** A form's data with another value in a field. */
function withField(part: unknown, field: string, value: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => withField(one, field, value));
  if (typeof part !== 'object' || part === null) return part;
  if ('custom_id' in part && part.custom_id === field) return { ...part, value };
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, withField(inner, field, value)]),
  );
}
