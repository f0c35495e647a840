import { fold } from './text/fold.ts';
import { remembering } from './text/remembering.ts';
import { stemmerOf } from './text/stem.ts';
import { type Segmenter, tokenize } from './text/tokenize.ts';

/** Words that mean the same, by language tag; `*` stands for every language. */
export interface SynonymGroup {
  /** How sure it is that one is meant where another is said, 0..1. */
  readonly weight: number;
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** Words only askers use: they find the others and are never found. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
}

/** One word or phrase of a group. */
interface Phrase {
  readonly stems: readonly string[];
  readonly group: number;
  readonly weight: number;
  /** Only askers use it. */
  readonly asked: boolean;
  /** Met only in upper case: "US". */
  readonly acronym: boolean;
}

/** A word or phrase as it is written down. */
interface Printed extends Pick<Phrase, 'group' | 'weight' | 'asked'> {
  readonly text: string;
}

/** Finds the synonym groups that a text's words belong to. */
export interface PhraseTable {
  /**
   * Phrases beginning at `stems[at]`, of one language; `*` entries are in all. `shouted` tells whether an
   * upper-case entry may be met there.
   */
  at(stems: readonly string[], at: number, language: string, shouted: boolean): readonly Phrase[];
  readonly groups: readonly SynonymGroup[];
  /** Words of scripts without spaces, for the segmenter. */
  unspacedWords(): readonly string[];
  /** Whether there is any word of a language. */
  speaks(language: string): boolean;
  /** All single words of a language, folded, for the speller. */
  words(language: string): ReadonlySet<string>;
  /** Single entries in upper case, folded: "us", "who". */
  readonly acronyms: ReadonlySet<string>;
}

const none: readonly Phrase[] = [];
const whole: Segmenter = (run) => [run];
const isUnspaced = (text: string) => /[^\x20-\u024f]/.test(text);

/**
 * `languages` are those that entries tagged `*` are entered under; groups are numbered from `first`. The entries of a
 * language are read when it is first met: there are tens of thousands, and few questions are in another than the text's.
 */
export function createPhraseTable(
  groups: readonly SynonymGroup[],
  languages: readonly string[],
  first = 0,
): PhraseTable {
  const printed = new Map<string, Printed[]>(languages.map((tag) => [tag, []]));
  groups.forEach(({ weight, said, asked }, index) => {
    const enter = (lists: SynonymGroup['said'], onlyAsked: boolean) => {
      for (const [language, list] of Object.entries(lists)) {
        const entered = list.map((text) => ({ text, group: first + index, weight, asked: onlyAsked }));
        for (const tag of language === '*' ? languages : [language]) {
          const known = printed.get(tag);
          if (known === undefined) printed.set(tag, entered);
          else known.push(...entered);
        }
      }
    };
    enter(said, false);
    enter(asked, true);
  });
  const textsOf = (tag: string) => printed.get(tag) ?? [];
  const allTexts = () => [...printed.values()].flatMap((list) => list.map(({ text }) => text));
  const tableOf = remembering((tag) => stemmed(textsOf(tag), tag));
  const wordsOf = remembering((tag): ReadonlySet<string> => {
    const texts = languages.includes(tag) ? textsOf(tag) : [];
    return new Set(texts.flatMap(({ text }) => (isUnspaced(text) ? [] : readEntry(text).words)));
  });
  return {
    groups,
    speaks: (tag) => textsOf(tag).length > 0,
    words: wordsOf,
    unspacedWords: () => allTexts().filter(isUnspaced).map(fold),
    acronyms: new Set(
      allTexts()
        .filter((text) => /\p{Lu}/u.test(text))
        .map(readEntry)
        .flatMap(({ words, acronym }) => (acronym ? words : [])),
    ),
    at(stems, at, language, shouted) {
      const table = tableOf(language);
      const [first = '', second = ''] = [stems[at], stems[at + 1]];
      const alone = table.get(first);
      if (alone === undefined) return none;
      const longer = table.get(bucketOf(first, second));
      const fits = [
        ...alone.filter(({ acronym }) => shouted || !acronym),
        ...(longer ?? none).filter((phrase) =>
          phrase.stems.every((stem, offset) => offset < 2 || stem === stems[at + offset]),
        ),
      ];
      return fits.sort((one, other) => one.group - other.group);
    },
  };
}

/** What the phrases that begin with two stems are kept by. Hundreds begin with one such as "get". */
function bucketOf(first: string, second: string): string {
  return `${first} ${second}`;
}

/** The words of an entry, and whether it is met only in upper case. */
function readEntry(text: string): { readonly words: readonly string[]; readonly acronym: boolean } {
  // Most are plain.
  if (/^[a-z]+(?: [a-z]+)*$/.test(text)) return { words: text.split(' '), acronym: false };
  const tokens = tokenize(text, whole);
  return {
    words: tokens.map(({ word }) => word),
    acronym: tokens.length === 1 && tokens[0]?.acronym === true,
  };
}

/** Single words by their stem, longer phrases by their first two; the first of these has a list too, if an empty one. */
function stemmed(texts: readonly Printed[], language: string): ReadonlyMap<string, readonly Phrase[]> {
  const stemOf = remembering(stemmerOf(language));
  const byStem = new Map<string, Phrase[]>();
  const bucketAt = (key: string): Phrase[] => {
    const known = byStem.get(key);
    if (known !== undefined) return known;
    const made: Phrase[] = [];
    byStem.set(key, made);
    return made;
  };
  for (const { text, group, weight, asked } of texts) {
    const { words, acronym } = readEntry(text);
    const stems = words.map(stemOf);
    const [first, second] = stems;
    if (first === undefined) continue;
    const alone = bucketAt(first);
    const bucket = second === undefined ? alone : bucketAt(bucketOf(first, second));
    bucket.push({ stems, group, weight, asked, acronym });
  }
  return byStem;
}
