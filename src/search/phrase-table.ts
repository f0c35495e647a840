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
type Entry = Omit<Phrase, 'stems'> & { readonly words: readonly string[] };

/** Finds the synonym groups that a text's words belong to. */
export interface PhraseTable {
  /**
   * Phrases beginning at `stems[at]`, of one language; `*` entries are in all. `shouted` tells whether an
   * upper-case entry may be met there.
   */
  at(stems: readonly string[], at: number, language: string, shouted: boolean): readonly Phrase[];
  readonly groups: readonly SynonymGroup[];
  /** Words of scripts without spaces, for the segmenter. */
  readonly unspacedWords: readonly string[];
  /** All single words of a language, folded, for the speller. */
  words(language: string): ReadonlySet<string>;
  /** Single entries in upper case, folded: "us", "who". */
  readonly acronyms: ReadonlySet<string>;
}

const none: readonly Phrase[] = [];
const nothing: ReadonlySet<string> = new Set();
const whole: Segmenter = (run) => [run];

/** `languages` are those that entries tagged `*` are entered under; groups are numbered from `first`. */
export function createPhraseTable(
  groups: readonly SynonymGroup[],
  languages: readonly string[],
  first = 0,
): PhraseTable {
  const entries = new Map<string, Entry[]>();
  const unspacedWords: string[] = [];
  const words = new Map<string, Set<string>>(languages.map((tag) => [tag, new Set()]));
  const acronyms = new Set<string>();

  const enter = (printed: string, language: string, group: number, weight: number, asked: boolean) => {
    const tokens = tokenize(printed, whole);
    if (tokens.length === 0) return;
    const acronym = tokens.length === 1 && tokens[0]?.acronym === true;
    if (acronym) acronyms.add(tokens[0]?.word ?? '');
    const tags = language === '*' ? languages : [language];
    const entry: Entry = { words: tokens.map(({ word }) => word), group, weight, asked, acronym };
    for (const tag of tags) {
      const list = entries.get(tag);
      if (list === undefined) entries.set(tag, [entry]);
      else list.push(entry);
    }
    if (/[^\x20-\u024f]/.test(printed)) unspacedWords.push(fold(printed));
    else for (const tag of tags) for (const { word } of tokens) words.get(tag)?.add(word);
  };

  groups.forEach(({ weight, said, asked }, index) => {
    for (const [language, list] of Object.entries(said)) {
      for (const printed of list) enter(printed, language, first + index, weight, false);
    }
    for (const [language, list] of Object.entries(asked)) {
      for (const printed of list) enter(printed, language, first + index, weight, true);
    }
  });

  // Stemming a language costs most, and few questions are in another than the text's.
  const tables = new Map<string, ReadonlyMap<string, readonly Phrase[]>>();
  const tableOf = (language: string) => {
    const known = tables.get(language);
    if (known !== undefined) return known;
    const made = stemmed(entries.get(language) ?? [], language);
    tables.set(language, made);
    return made;
  };
  return {
    groups,
    unspacedWords,
    words: (tag) => words.get(tag) ?? nothing,
    acronyms,
    at(stems, at, language, shouted) {
      const bucket = tableOf(language).get(stems[at] ?? '');
      if (bucket === undefined) return none;
      return bucket.filter((phrase) => {
        if (phrase.acronym && !shouted) return false;
        // The first is what the bucket goes by.
        for (let offset = 1; offset < phrase.stems.length; offset++) {
          if (stems[at + offset] !== phrase.stems[offset]) return false;
        }
        return true;
      });
    },
  };
}

/** Phrases by the stem of their first word. */
function stemmed(entries: readonly Entry[], language: string): ReadonlyMap<string, readonly Phrase[]> {
  const stemOf = remembering(stemmerOf(language), Number.POSITIVE_INFINITY);
  const byStem = new Map<string, Phrase[]>();
  for (const { words, group, weight, asked, acronym } of entries) {
    const stems = words.map(stemOf);
    const [first = ''] = stems;
    const bucket = byStem.get(first);
    const phrase: Phrase = { stems, group, weight, asked, acronym };
    if (bucket === undefined) byStem.set(first, [phrase]);
    else bucket.push(phrase);
  }
  return byStem;
}
