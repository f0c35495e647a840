import type { Matters } from './finding.ts';
import type { Meaning } from './meaning.ts';
import type { Phrases } from './phrases.ts';
import { isNumber, withoutPossessive } from './tokens.ts';

/** One side of a difference: a sequence of words and the range of it that differs. */
export interface Side {
  /** Forms of the whole passage, so that phrases around the difference are seen. */
  readonly forms: readonly string[];
  /** The same words as written. */
  readonly raw: readonly string[];
  /** Whether a word is written as a name: with a capital that no sentence's beginning explains. */
  readonly named: (word: number) => boolean;
  readonly from: number;
  readonly to: number;
}

/** What a difference changes, or null where it changes none of the things that turn a sentence. */
export function whatMatters(said: Side, alleged: Side, meaning: Meaning): Matters | null {
  const changed = (list: (side: Side) => readonly string[]) => !same(list(said), list(alleged));
  if (changed((side) => negations(side, meaning).map(() => 'not'))) return 'negation';
  if (changed((side) => amounts(side, said, alleged, meaning))) {
    return isDate(said, meaning) || isDate(alleged, meaning) ? 'date' : 'number';
  }
  if (changed((side) => places(side, meaning))) return 'place';
  const names = (side: Side) => words(side).filter((word) => isName(side, word, meaning));
  if (changed((side) => names(side).map((word) => stripped(side)[word] ?? ''))) {
    const located = [said, alleged].some((side) =>
      names(side).some((word) => meaning.locative.has(side.forms[side.from - 1] ?? '') && word === side.from),
    );
    return located ? 'place' : 'name';
  }
  if (changed((side) => capitalIfLight(side, meaning.date.mark(side.forms), meaning))) return 'date';
  return oppose(said, alleged, meaning) ? 'antonym' : null;
}

function words({ from, to }: Side): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function marked(side: Side, marks: readonly boolean[]): readonly string[] {
  return words(side)
    .filter((word) => marks[word] === true)
    .map((word) => side.forms[word] ?? '');
}

function negations(side: Side, meaning: Meaning): readonly string[] {
  const plain = meaning.plain.mark(side.forms);
  const negating = meaning.negation.mark(side.forms);
  const denying = meaning.negator.mark(side.forms);
  return marked(
    side,
    side.forms.map(
      (form, i) => plain[i] !== true && (negating[i] === true || denying[i] === true || form.endsWith("n't")),
    ),
  );
}

/** Numbers by value and units by name. "One" is a number only where the other side has one too. */
function amounts(side: Side, said: Side, alleged: Side, meaning: Meaning): readonly string[] {
  const other = side === said ? alleged : said;
  const counts = values(side, meaning);
  const units = meaning.unit.mark(side.forms);
  const strict = counts.some((value) => value !== '1') || values(other, meaning).length > 0;
  return [
    ...(strict ? counts : []),
    ...words(side).flatMap((word) => (units[word] || currency(side, word) ? [side.forms[word] ?? ''] : [])),
  ];
}

function values(side: Side, meaning: Meaning): readonly string[] {
  const plain = meaning.plain.mark(side.forms);
  return words(side).flatMap((word) => {
    const form = withoutPossessive(side.forms[word] ?? '');
    if (plain[word] === true) return [];
    if (/\p{N}/u.test(form)) return [numeral(form)];
    const value = meaning.values.get(form);
    return value === undefined ? [] : [value];
  });
}

/** 17th and seventeenth rank alike, 1,140 and 1140 count alike; 1.140 is another, since a point may be decimal. */
function numeral(form: string): string {
  if (!isNumber(form)) return form;
  return form.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '').replace(/(?<=\d)(?:st|nd|rd|th|º|ª)$/u, '.');
}

function currency(side: Side, word: number): boolean {
  return /^\p{Sc}$/u.test(side.forms[word] ?? '');
}

/** Where a month stands of a day's number: "5 May", "May 5", "5 de mayo". */
const beside = [-1, 1, 2];

/** Whether the numbers of a side are years, or stand beside a month. */
function isDate(side: Side, meaning: Meaning): boolean {
  const months = meaning.month.mark(side.forms);
  return words(side).some((word) => {
    const form = side.forms[word] ?? '';
    if (!isNumber(form)) return false;
    const year =
      /^(?:1[4-9]|20|21)\d\d(?:'?s)?$/u.test(form) && !meaning.unit.has(side.forms[word + 1] ?? '');
    return (year && !currency(side, word - 1)) || beside.some((step) => months[word + step] === true);
  });
}

function places(side: Side, meaning: Meaning): readonly string[] {
  const forms = stripped(side);
  const marks = meaning.place.mark(side.forms.map(withoutPossessive));
  const undotted = meaning.place.mark(forms);
  const either = marks.map((marked, word) => marked || undotted[word] === true);
  return capitalIfLight({ ...side, forms }, either, meaning);
}

/** "US" is a place and "us" is none; "May" is a month and "may" is none. */
function capitalIfLight(side: Side, marks: readonly boolean[], meaning: Meaning): readonly string[] {
  return words(side)
    .filter((word) => marks[word] === true)
    .filter((word) => !meaning.light.has(side.forms[word] ?? '') || /^\p{Lu}/u.test(side.raw[word] ?? ''))
    .map((word) => side.forms[word] ?? '');
}

function isName(side: Side, word: number, meaning: Meaning): boolean {
  const form = side.forms[word] ?? '';
  return (
    side.named(word) &&
    !meaning.light.has(form) &&
    !meaning.date.has(form) &&
    !meaning.place.has(withoutPossessive(form))
  );
}

function stripped({ forms }: Side): readonly string[] {
  // "U.S." and "US" name one country.
  return forms.map((form) => withoutPossessive(form).replace(/(?<=\p{L})\.(?=\p{L})/gu, ''));
}

const contrary = /^(?:un|in|im|il|ir|non|dis|mis|anti)/u;

/** Whether one side has the contrary of a word on the other: a listed pair, or one with a contrary prefix. */
function oppose(said: Side, alleged: Side, meaning: Meaning): boolean {
  const listed = meaning.opposites.some(
    ({ left, right }) =>
      (touches(said, left) && touches(alleged, right)) || (touches(said, right) && touches(alleged, left)),
  );
  return listed || prefixed(said, alleged) || prefixed(alleged, said);
}

function touches({ forms, from, to }: Side, phrases: Phrases): boolean {
  return phrases.touches(forms, from, to);
}

function prefixed(one: Side, other: Side): boolean {
  const there = new Set(words(other).map((word) => other.forms[word] ?? ''));
  return words(one).some((word) => {
    const form = one.forms[word] ?? '';
    return form.length > 5 && contrary.test(form) && there.has(form.replace(contrary, ''));
  });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}
