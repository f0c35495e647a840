import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { share } from './catalogue/bad-value.ts';
import { partials } from './catalogue/quantities.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindWords } from './kind-words.ts';
import { startTrial, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.end());
afterEach(() => trial.expectUnharmed());

const paths: readonly (readonly [string, string])[] = [
  ['ask', 'question'],
  ['ask', 'speaker'],
  ['ask', 'announcement'],
  ['check', 'speaker'],
  ['quotes', 'speaker'],
  ['quotes', 'topic'],
  ['source', 'announcement'],
  ['announce new', 'quote'],
  ['announce show', 'bulletin'],
  ['library add', 'replaces'],
  ['library review', 'text'],
  ['library default', 'announcement'],
  ['taught add', 'answer'],
  ['taught revert', 'correction'],
  ['settings time-zone', 'zone'],
];

describe.each(paths)('suggestions for /%s, option %s, while one types', (command, option) => {
  it.each([...partials, ...share(typed(6_000), command + option, 20)])('$name', async ({ text }) => {
    const completion = await trial.complete(command, option, text, 'moderator');
    if (completion.kind !== 'choices') throw new Error(JSON.stringify(completion));
    expect(completion.choices.length).toBeLessThanOrEqual(25);
    for (const { name } of completion.choices) expectKindWords(name, text);
  });
});
