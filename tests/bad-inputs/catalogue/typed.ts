import type { BadValue } from './bad-value.ts';
import { markup, payloads } from './injections.ts';
import { numbers } from './quantities.ts';
import { blank, long, unicode } from './texts.ts';

/** Everything that can be typed into a field for words that holds this many characters. */
export function typed(length: number): readonly BadValue[] {
  return [...blank, ...unicode, ...long(length), ...markup, ...payloads, ...numbers];
}
