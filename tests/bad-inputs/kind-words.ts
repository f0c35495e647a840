import { expect } from 'vitest';

/** What stands in words only by mistake. */
const mistakes = [
  /\bundefined\b/,
  /\[object \w+\]/,
  /\bNaN\b/,
  /\bnull\b/,
  /\bInvalid Date\b/,
  /\b\w*(?:Error|Exception): /,
  /^\s+at .+:\d+:\d+\)?$/m,
  /node_modules|\bfile:\/\/\/\S+\.ts\b/,
];

/**
 * Words that a person can do something with: there are some, and none of a program's insides. `bad` is what was
 * given, which may be shown again.
 */
export function expectKindWords(words: string, bad = ''): void {
  expect(words).toMatch(/[\p{L}\p{N}]/u);
  for (const mistake of mistakes) if (!mistake.test(bad)) expect(words).not.toMatch(mistake);
}
