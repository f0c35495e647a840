import { isNumber } from './tokens.ts';

/** Whether two forms share so much of their letters that they are forms of one word, or one a misspelling. */
export function related(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false;
  // "U.S." and "US".
  if (a.replaceAll('.', '') === b.replaceAll('.', '')) return true;
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter < 4 || isNumber(a) || isNumber(b)) return false;
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  if (shared >= 4 && shared >= 0.6 * longer) return true;
  let ending = 0;
  while (ending < shorter - shared && a[a.length - 1 - ending] === b[b.length - 1 - ending]) ending++;
  return shorter >= 5 && shared + ending >= longer - 2;
}
