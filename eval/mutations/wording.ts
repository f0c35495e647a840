import { type Mutant, type Mutation, pick, type Said, splice } from './mutation.ts';

/** Mutations of words and their order: altered, and nothing in particular to call out. */

const fillers = [
  'really',
  'today',
  'clearly',
  'of course',
  'in the end',
  'as everybody knows',
  'gladly',
  'at last',
];
const strange = ['marmalade', 'trombone', 'wallpaper', 'gravel', 'umbrella', 'lantern-lit', 'velvet'];

export const insertWord: Mutation = (said, _, random) => {
  const gaps = interiorGaps(said.text);
  if (gaps.length < 4) return null;
  const at = pick(gaps, random);
  return make('word inserted', said, splice(said.text, at, at, ` ${pick(fillers, random)}`));
};

export const replaceWord: Mutation = (said, _, random) => {
  const words = [...said.text.matchAll(/\p{L}{4,}/gu)];
  if (words.length < 4) return null;
  const { 0: old, index } = pick(words, random);
  return make('word replaced', said, splice(said.text, index, index + old.length, pick(strange, random)));
};

export const deleteWords: Mutation = (said, _, random) => {
  const words = said.text.split(' ');
  if (words.length < 8) return null;
  const at = 2 + Math.floor(random() * (words.length - 6));
  const count = 1 + Math.floor(random() * 3);
  return make('words deleted', said, [...words.slice(0, at), ...words.slice(at + count)].join(' '));
};

export const swapHalves: Mutation = (said, _, random) => {
  const words = said.text.split(' ');
  if (words.length < 8) return null;
  const at = 3 + Math.floor(random() * (words.length - 6));
  return make('halves swapped', said, [...words.slice(at), ...words.slice(0, at)].join(' '));
};

export const swapNeighbours: Mutation = (said, _, random) => {
  const words = said.text.split(' ');
  if (words.length < 7) return null;
  const at = 1 + Math.floor(random() * (words.length - 3));
  const [a = '', b = ''] = [words[at], words[at + 1]];
  if (a.toLowerCase() === b.toLowerCase()) return null;
  return make('neighbours swapped', said, [...words.slice(0, at), b, a, ...words.slice(at + 2)].join(' '));
};

export const joinTwo: Mutation = (said, { statements }, random) => {
  const other = pick(statements, random);
  const [head, tail] = [said.text.split(' '), other.text.split(' ')];
  if (other.text === said.text || head.length < 8 || tail.length < 8) return null;
  const first = head.slice(0, Math.ceil(head.length / 2) + 1).join(' ');
  const second = tail.slice(Math.floor(tail.length / 2) - 1).join(' ');
  return make('spliced', said, `${first} ${second}`);
};

export const wrapInOthers: Mutation = (said) => {
  if (said.text.split(' ').length < 8) return null;
  return make(
    'words put before and after',
    said,
    `Let me tell you, friends: ${said.text}, and that is a promise from me to you`,
  );
};

function interiorGaps(text: string): readonly number[] {
  return [...text.matchAll(/(?<=\p{L}) (?=\p{Ll})/gu)].map(({ index }) => index);
}

function make(kind: string, said: Said, quote: string): Mutant {
  return { kind, quote, speaker: said.speaker, verdict: 'altered', matters: [] };
}
