import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import type { Form, Outcome, SeenMessage } from '../../src/sandbox/visitor/outcome.ts';
import { buttonId, messageOf } from '../discord/conversation.ts';
import { share } from './catalogue/bad-value.ts';
import { actions, forged, type Real, shapeless } from './catalogue/custom-ids.ts';
import { ids, numbers } from './catalogue/quantities.ts';
import { expectKindOutcome, startTrial, type Trial } from './trial.ts';

let trial: Trial;
let real: Real;
beforeAll(async () => {
  trial = await startTrial();
  real = {
    asker: BigInt(trial.as('moderator').id).toString(36),
    other: BigInt(trial.as('member').id).toString(36),
    version: trial.conversation.desk.announcement()?.version ?? '',
  };
});
afterAll(() => trial.end());
afterEach(() => trial.expectUnharmed());

const moderator = () => trial.as('moderator');

const answer = async (): Promise<SeenMessage> =>
  messageOf(await moderator().runCommand(trial.general, 'ask', { question: 'fees', private: true }));

/** A press of a button under an answer, which comes to the bot as something else. */
async function press(change: object): Promise<Outcome> {
  const message = await answer();
  trial.alter((sent) => ({ ...sent, data: { ...sent.data, ...change } }));
  return moderator().press(message.id, buttonId(message, 'Context'));
}

async function submit(customId: string): Promise<Outcome> {
  const opened = await moderator().runCommand(trial.general, 'library add');
  const form: Form | null = opened.kind === 'form' ? opened.form : null;
  if (form === null) throw new Error(`No form came: ${JSON.stringify(opened)}`);
  trial.alter((sent) => ({ ...sent, data: { ...sent.data, custom_id: customId } }));
  return moderator().submit(form, { name: 'x', text: 'x' });
}

const menu = (customId: string, values: readonly unknown[]) =>
  press({ component_type: 3, custom_id: customId, values });

/** What is gone from view is an answer to whoever wanted it gone. */
function expectAnswered(outcome: Outcome): void {
  if (outcome.kind !== 'removed') expectKindOutcome(outcome);
}

describe('a button whose id', () => {
  it.each(shapeless)('is $name', async ({ text }) => expectAnswered(await press({ custom_id: text })));
  it.each(actions.buttons.flatMap(forged))('is forged: $name', async ({ id }) =>
    expectAnswered(await press({ custom_id: id(real) })),
  );
  it.each([...actions.menus, ...actions.forms])('is that of a menu or a form: %s', async (action) =>
    expectAnswered(await press({ custom_id: `1:${action}:${real.asker}:${real.version}:0` })),
  );
});

describe('a menu whose id', () => {
  it.each(shapeless)('is $name', async ({ text }) => expectAnswered(await menu(text, ['0'])));
  it.each(actions.menus.flatMap(forged))('is forged: $name', async ({ id }) =>
    expectAnswered(await menu(id(real), ['0'])),
  );
});

describe('a menu of the review from which was chosen', () => {
  it.each(
    actions.menus.flatMap((action) =>
      share([...ids, ...numbers], action, 2).map((value) => ({ action, ...value })),
    ),
  )('$action: $name', async ({ action, text }) =>
    expectAnswered(await menu(`1:${action}:${real.asker}:gone:0`, [text])),
  );
});

describe('a form whose id', () => {
  it.each(shapeless)('is $name', async ({ text }) => expectAnswered(await submit(text)));
  it.each(forged('library-text'))('is forged: $name', async ({ id }) =>
    expectAnswered(await submit(id(real))),
  );
});

describe('a component of a kind that is none of ours', () => {
  it.each([5, 6, 7, 8])('is told to be old: %i', async (type) =>
    expectAnswered(
      await press({ component_type: type, custom_id: 'x', values: [trial.as('member').id], resolved: {} }),
    ),
  );
});
