import { createComparison } from './compare-asks.ts';
import { packLists } from './index/lists.ts';
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
  /** Number of the thing with the closest way of asking; -1 where none shares a word. */
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
  likeness(words: readonly AskedWord[]): WrittenLikeness;
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
  const asks = groups.flatMap((list, target) => list.map((ask) => ({ target, words: words(ask) })));
  // A word that is written often is compared once.
  const numbers = new Map<string, number>();
  const written: AskedWord[] = [];
  const asksWith: number[][] = [];
  const targets = new Map<string, Set<number>>();
  asks.forEach(({ target, words }, ask) => {
    for (const word of words) {
      const number = enter(numbers, `${word.weight} ${word.keys.join(' ')}`, written.length);
      if (number === written.length) {
        written.push(word);
        asksWith.push([]);
      }
      asksWith[number]?.push(ask);
      for (const [key] of word.keys) enter(targets, key, new Set()).add(target);
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
  return {
    likeness: createComparison({
      wordsWith,
      asksWith: packLists(asksWith),
      weights: Float64Array.from(written, weightOf),
      sums: Float64Array.from(asks, ({ words }) => words.reduce((sum, word) => sum + weightOf(word), 0)),
      targetOf: Int32Array.from(asks, ({ target }) => target),
      targets: groups.length,
      statements: ofStatements.length,
      weightOf,
    }),
  };
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
  return tokens.flatMap((token, at): AskedWord[] => {
    if (token.stop || seen.has(token.stem)) return [];
    seen.add(token.stem);
    const groups = meanings
      .filter(({ from, to, weight }) => weight >= sureGroup && at >= from && at < to)
      .map(({ group, weight }) => [`#${group}`, weight] as const);
    const light = reader.words?.asking.has(token.word) ?? false;
    return [
      { at, keys: [[token.stem, 1], ...groups], weight: (light ? lightWeight : 1) * rarity(token.word) },
    ];
  });
}
