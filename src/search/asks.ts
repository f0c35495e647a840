import { createComparison } from './compare-asks.ts';
import { packLists } from './index/lists.ts';
import { groupTerm } from './index/vocabulary.ts';
import type { Meaning, ReadToken, TextReader } from './text/read-text.ts';

/** How a question is like the ways of asking for one statement. */
export interface AskLikeness {
  /** 0..1, to the closest way of asking for it. */
  readonly closest: number;
  /** 0..1, its part of the likeness of the closest ways of asking for anything, the closest counting most. */
  readonly votes: number;
  /** How strongly the question's token at a position is met by any way of asking for it, 0..1. */
  readonly met: ReadonlyMap<number, number>;
}

/** How a question is like the ways of asking for anything known not to be said. */
export interface Denial {
  /** Number of the thing whose ways of asking are closest and cover most of the question; -1 where none shares a word. */
  readonly about: number;
  /** 0..1, to the closest way of asking for any of them. */
  readonly closest: number;
  /** 0..1, share of the question's weight that is met by the ways of asking for one of them. */
  readonly covered: number;
  /** 0..1, their part of the likeness of the closest ways of asking for anything. */
  readonly votes: number;
}

/** How a question is like what was written down about an announcement. */
export interface WrittenLikeness {
  /** By number of statement; those that share no word are left out. */
  readonly ofStatements: ReadonlyMap<number, AskLikeness>;
  readonly denial: Denial;
}

/** Ways of asking that somebody wrote down, for statements and for things that were not said. */
export interface Asks {
  likeness(asked: Asked): WrittenLikeness;
}

/** What is compared with ways of asking. Where there are none, nobody looks at its words. */
export interface Asked {
  readonly words: readonly AskedWord[];
}

/** A word of a question as it can be compared with another question's. */
export interface AskedWord {
  /** Position among the question's tokens; -1 for what stands for the kind of answer. */
  readonly at: number;
  /** Its stem and its synonym groups, with how sure each is, 0..1; the stem first. */
  readonly keys: readonly (readonly [key: string, strength: number])[];
  /** How rare it is in general, 0..1; a word of asking counts little. */
  readonly weight: number;
}

/** Groups below this weight are too loose to make two questions the same. */
const sureGroup = 0.5;
/** What a word of asking counts beside another. */
const lightWeight = 0.2;

/**
 * `ofStatements[i]` holds the ways of asking for statement `i`; `words` reads one of them. Those of things not said are
 * taken together with them, so that a word's rarity is that among all that people ask for.
 */
export function createAsks(
  ofStatements: readonly (readonly string[])[],
  ofNotSaid: readonly (readonly string[])[],
  words: (ask: string) => readonly AskedWord[],
): Asks {
  const groups = [...ofStatements, ...ofNotSaid];
  // A word that is written often is kept and compared once.
  const byStem = new Map<string, number[]>();
  const written: AskedWord[] = [];
  const asksWith: number[][] = [];
  const numberOf = (word: AskedWord): number => {
    const alike = enter(byStem, word.keys[0]?.[0] ?? '', []);
    const known = alike.find((number) => isSame(written[number], word));
    if (known !== undefined) return known;
    alike.push(written.push(word) - 1);
    return asksWith.push([]) - 1;
  };
  const targetOf: number[] = [];
  const wordsOf: number[][] = [];
  groups.forEach((list, target) => {
    for (const ask of list) {
      const numbers = words(ask).map(numberOf);
      for (const number of numbers) asksWith[number]?.push(targetOf.length);
      wordsOf.push(numbers);
      targetOf.push(target);
    }
  });
  const targets = new Map<string, Set<number>>();
  written.forEach(({ keys }, number) => {
    const asked = new Set(asksWith[number]?.map((ask) => targetOf[ask] ?? 0));
    for (const [key] of keys) {
      const known = enter(targets, key, new Set());
      for (const target of asked) known.add(target);
    }
  });
  const wordsWith = new Map<string, number[]>();
  written.forEach(({ keys }, number) => {
    for (const [key, strength] of keys) enter(wordsWith, key, []).push(number, strength);
  });
  const most = Math.log(1 + (groups.length + 0.5) / 0.5);
  /** Half of a word's weight is how few things are asked for with it. */
  const weightOf = ({ keys, weight }: AskedWord) => {
    const known = keys.find(([key]) => targets.has(key));
    const frequency = known === undefined ? 0 : (targets.get(known[0])?.size ?? 0);
    const rare = Math.log(1 + (groups.length - frequency + 0.5) / (frequency + 0.5)) / most;
    return weight * (0.5 + 0.5 * rare);
  };
  const weights = Float64Array.from(written, weightOf);
  return {
    likeness: createComparison({
      wordsWith,
      asksWith: packLists(asksWith),
      weights,
      sums: Float64Array.from(wordsOf, (list) =>
        list.reduce((sum, number) => sum + (weights[number] ?? 0), 0),
      ),
      targetOf: Int32Array.from(targetOf),
      targets: groups.length,
      statements: ofStatements.length,
      weightOf,
    }),
  };
}

function isSame(one: AskedWord | undefined, { keys, weight }: AskedWord): boolean {
  if (one === undefined || one.weight !== weight || one.keys.length !== keys.length) return false;
  return one.keys.every(([key, strength], at) => key === keys[at]?.[0] && strength === keys[at]?.[1]);
}

function enter<Key, Value>(map: Map<Key, Value>, key: Key, fresh: Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, fresh);
  return fresh;
}

/** The words of a question for comparing; words of asking weigh little. `meanings` are those of the tokens. */
export function askedWords(
  tokens: readonly ReadToken[],
  meanings: readonly Meaning[],
  reader: TextReader,
  rarity: (word: string) => number,
): readonly AskedWord[] {
  const seen = new Set<string>();
  const asked: AskedWord[] = [];
  tokens.forEach(({ stop, stem, word }, at) => {
    if (stop || seen.has(stem)) return;
    seen.add(stem);
    const keys: (readonly [string, number])[] = [[stem, 1]];
    for (const { from, to, group, weight } of meanings) {
      if (weight >= sureGroup && at >= from && at < to) keys.push([groupTerm(group), weight]);
    }
    const light = reader.words?.asking.has(word) ?? false;
    asked.push({ at, keys, weight: (light ? lightWeight : 1) * rarity(word) });
  });
  return asked;
}
