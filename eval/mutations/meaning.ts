import {
  bones,
  type Material,
  type Mutant,
  type Mutation,
  pick,
  type Random,
  type Said,
  splice,
} from './mutation.ts';

/** Mutations of what a sentence means: each must be called altered, and what it changed called out. */

const negations = /\b(?:not|no|never|nobody|neither|nor|without|cannot|none|nothing|[a-z]+n['’]t)\b ?/giu;

export const dropNegation: Mutation = (said, _, random) => {
  const found = [...said.text.matchAll(negations)];
  if (found.length === 0) return null;
  const { 0: word, index } = pick(found, random);
  // "don't" becomes "do"; any other negation goes.
  const kept = /n['’]t/iu.test(word) ? `${word.replace(/n['’]t/iu, '')}` : '';
  return altered('negation dropped', said, splice(said.text, index, index + word.length, kept), ['negation']);
};

export const addNegation: Mutation = (said, _, random) => {
  const gaps = [...said.text.matchAll(/(?<=\p{L}) (?=\p{Ll})/gu)];
  if (gaps.length === 0) return null;
  const { index } = pick(gaps, random);
  const word = pick(['not', 'never', 'no longer', 'hardly'], random);
  return altered('negation added', said, splice(said.text, index, index, ` ${word}`), ['negation']);
};

const numberWords =
  'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion half first second third fourth fifth'.split(
    ' ',
  );

export const swapNumber: Mutation = (said, _, random) => {
  const words = new RegExp(`\\b(?:${numberWords.slice(1).join('|')})\\b|\\d+(?:[.,]\\d+)*`, 'giu');
  const found = [...said.text.matchAll(words)];
  if (found.length === 0) return null;
  const { 0: old, index } = pick(found, random);
  const replacement = /\d/u.test(old) ? otherDigits(old, random) : pick(numberWords.slice(1), random);
  if (replacement.toLowerCase() === old.toLowerCase()) return null;
  return altered('number', said, splice(said.text, index, index + old.length, replacement), [
    'number',
    'date',
    'name',
  ]);
};

/** Changes one digit, moves the separator, or adds a nought. */
function otherDigits(number: string, random: Random): string {
  const way = random();
  if (way < 0.15) return `${number}0`;
  if (way < 0.3 && number.includes(',')) return number.replace(',', '.');
  const digits = [...number.matchAll(/\d/gu)];
  const { index, 0: digit } = pick(digits, random);
  const next = String((Number(digit) + 1 + Math.floor(random() * 8)) % 10);
  return splice(number, index, index + 1, index === 0 && next === '0' && number.length > 1 ? '9' : next);
}

const strangers = [
  'Brazil',
  'Peru',
  'Orlando',
  'Wellington',
  'Mbeki',
  'Ingrid',
  'Sakura',
  'Lagos',
  'Tomasz',
  'Quebec',
  'Fatima',
  'Vermeer',
];

export const swapName: Mutation = (said, { people }, random) => {
  const found = [...said.text.matchAll(/(?<=\p{Ll}[,;]? )\p{Lu}\p{Ll}{2,}(?:['’]s)?/gu)];
  if (found.length === 0) return null;
  const { 0: old, index } = pick(found, random);
  const ending = /['’]s$/u.exec(old)?.[0] ?? '';
  const surname =
    pick([...people, ...strangers], random)
      .split(' ')
      .at(-1) ?? '';
  if (surname === old.replace(/['’]s$/u, '')) return null;
  return altered('name', said, splice(said.text, index, index + old.length, surname + ending), [
    'name',
    'place',
    'date',
  ]);
};

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export const swapDate: Mutation = (said, _, random) => {
  const list = random() < 0.5 ? months : days;
  const found = [...said.text.matchAll(new RegExp(`\\b(?:${list.join('|')})\\b`, 'gu'))];
  if (found.length === 0) return null;
  const { 0: old, index } = pick(found, random);
  const other = pick(list, random);
  if (other === old) return null;
  return altered('date', said, splice(said.text, index, index + old.length, other), ['date', 'name']);
};

const pairs: readonly (readonly [string, string])[] = [
  ['supports', 'opposes'],
  ['support', 'oppose'],
  ['import', 'export'],
  ['imports', 'exports'],
  ['strengthen', 'weaken'],
  ['expand', 'shrink'],
  ['good', 'bad'],
  ['friends', 'enemies'],
  ['always', 'never'],
  ['more', 'less'],
  ['before', 'after'],
  ['first', 'last'],
  ['increased', 'reduced'],
  ['opened', 'closed'],
  ['accepted', 'rejected'],
  ['rejected', 'welcomed'],
  ['external', 'internal'],
  ['domestic', 'foreign'],
  ['high', 'low'],
  ['hardest', 'easiest'],
  ['promote', 'hinder'],
  ['safeguard', 'endanger'],
  ['buy', 'sell'],
  ['win', 'lose'],
  ['up', 'down'],
  ['old', 'new'],
  ['longer', 'shorter'],
  ['everything', 'nothing'],
  ['all', 'none'],
  ['true', 'false'],
  ['right', 'wrong'],
  ['cheap', 'dear'],
  ['outer', 'inner'],
  ['began', 'ended'],
  ['willing', 'unwilling'],
  ['fair', 'unfair'],
  ['with', 'without'],
];

export const swapAntonym: Mutation = (said, _, random) => {
  const both = pairs.flatMap(
    ([a, b]) =>
      [
        [a, b],
        [b, a],
      ] as const,
  );
  const able = both.filter(([word]) => new RegExp(`\\b${word}\\b`, 'u').test(said.text));
  if (able.length === 0) return null;
  const [old, other] = pick(able, random);
  return altered('antonym', said, said.text.replace(new RegExp(`\\b${old}\\b`, 'u'), other), [
    'antonym',
    'negation',
    'number',
  ]);
};

function altered(kind: string, said: Said, quote: string, matters: readonly string[]): Mutant | null {
  if (bones(quote) === bones(said.text)) return null;
  return { kind, quote: quote.trim(), speaker: said.speaker, verdict: 'altered', matters };
}

/** Whether the changed words happen to be said too, so that nothing is known about the verdict. */
export function saidElsewhere({ quote }: Mutant, { source }: Material): boolean {
  return bones(source).includes(bones(quote));
}
