import type { Background } from '../background.ts';
import type { AnswerKind, Language } from '../language.ts';
import type { ReadToken } from '../text/read-text.ts';

/** Bits that tell what question a word can answer. */
export const kindBits = {
  number: 1,
  time: 2,
  unit: 4,
  person: 8,
  place: 16,
  reason: 32,
  name: 64,
  year: 128,
  duration: 256,
  amount: 512,
} as const;

/** Kinds of words that answer each kind of question. */
export const answeringBits: Readonly<Record<AnswerKind, number>> = {
  who: kindBits.person | kindBits.name,
  when: kindBits.time | kindBits.year,
  where: kindBits.place,
  'how-many': kindBits.number,
  'how-much': kindBits.amount,
  'how-long': kindBits.duration,
  why: kindBits.reason,
  which: kindBits.name,
};

/** The bits of `tokens[at]`. `people` holds the words of the announcement's names. */
export function kindOf(
  tokens: readonly ReadToken[],
  at: number,
  words: Language | null,
  background: Background,
  people: ReadonlySet<string>,
): number {
  const token = tokens[at];
  if (token === undefined) return 0;
  const { word, capital, breaks } = token;
  let bits = 0;
  const digits = /^\d/.test(word);
  if (digits || (words?.numbers.has(word) ?? false)) bits |= kindBits.number;
  if (/^(?:1[0-9]{3}|20[0-9]{2})s?$/.test(word)) bits |= kindBits.year | kindBits.time;
  if (words === null) return bits;
  if (words.months.has(word) && (capital || word.length > 3)) bits |= kindBits.time | kindBits.year;
  if (words.weekdays.has(word) || words.times.has(word)) bits |= kindBits.time;
  if (words.units.has(word)) bits |= kindBits.unit;
  if ((bits & kindBits.number) !== 0) {
    const beside = [tokens[at - 1], tokens[at + 1], tokens[at + 2]].map((one) => one?.word ?? '');
    if (beside.some((one) => words.durations.has(one))) bits |= kindBits.duration;
    if (beside.some((one) => words.units.has(one))) bits |= kindBits.amount;
  }
  if (words.reasons.has(word)) bits |= kindBits.reason;
  if (people.has(word)) bits |= kindBits.person | kindBits.name;
  if (capital && !digits && !token.stop) {
    if (!breaks) bits |= kindBits.name;
    if (background.isName(word)) bits |= kindBits.person;
  }
  if ((capital || words.sites.has(word)) && !digits && !token.stop && (bits & kindBits.time) === 0) {
    if (isSituated(tokens, at, words)) bits |= kindBits.place;
  }
  return bits;
}

/** How many words may stand between "at" and what is situated there: "at the old Great Hall". */
const placeReach = 4;

/** Whether a word of place stands before, with nothing but an article and describing words between. */
function isSituated(tokens: readonly ReadToken[], at: number, words: Language): boolean {
  for (let before = at - 1; before >= Math.max(0, at - placeReach) && !tokens[before + 1]?.breaks; before--) {
    const word = tokens[before];
    if (word === undefined) return false;
    if (words.places.has(word.word)) return true;
    if (word.stop && !words.articles.has(word.word)) return false;
  }
  return false;
}
