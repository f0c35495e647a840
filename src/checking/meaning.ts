import { join } from 'node:path';
import { z } from 'zod';
import { filesIn, readLexiconFile } from '../search/lexicon-files.ts';
import { Phrases } from './phrases.ts';
import { forms } from './tokens.ts';

/** Two sides of which each says the contrary of the other. */
interface Opposites {
  readonly left: Phrases;
  readonly right: Phrases;
}

/** Words that carry, turn or bend the meaning of a sentence; of all languages together. */
export interface Meaning {
  /** Grammar rather than content. */
  readonly light: Phrases;
  /** Negating words that are part of a sentence ("not", "nobody") and verbs that deny ("refused"). */
  readonly negation: Phrases;
  readonly negator: Phrases;
  /** Look like negations or numbers and are none: "not only", "one another". */
  readonly plain: Phrases;
  readonly condition: Phrases;
  readonly exception: Phrases;
  readonly hedge: Phrases;
  /** Cues by which somebody calls words untrue: "denied". */
  readonly denial: Phrases;
  /** Names by which people mean the article itself: "the reporter". */
  readonly narrator: Phrases;
  /** Stand before a name without changing who is meant: "Mr", "President". */
  readonly honorific: Phrases;
  /** Stand between a name and what it is said to have said: "said", "tweeted". */
  readonly saying: Phrases;
  /** Stand before a colon and are no name: "Breaking". */
  readonly label: Phrases;
  /** Open a sentence and are no name: "He", "Yesterday". */
  readonly pronoun: Phrases;
  /** What each number word counts ("2") or ranks ("2."), by form. */
  readonly values: ReadonlyMap<string, string>;
  readonly unit: Phrases;
  /** Make a number beside them a date: "March". */
  readonly month: Phrases;
  readonly date: Phrases;
  readonly locative: Phrases;
  readonly place: Phrases;
  readonly opposites: readonly Opposites[];
}

const wordList = z.union([
  z.string().transform((text) => text.split(/\s+/u).filter((word) => word !== '')),
  z.array(z.array(z.coerce.string())).transform((lists) => lists.flat()),
]);

const language = z.strictObject({
  light: wordList,
  negation: wordList,
  negator: wordList,
  plain: wordList,
  condition: wordList,
  exception: wordList,
  hedge: wordList,
  denial: wordList,
  narrator: wordList,
  honorific: wordList,
  saying: wordList,
  label: wordList,
  pronoun: wordList,
  number: z.record(z.string(), z.number()),
  ordinal: z.record(z.string(), z.number()),
  unit: wordList,
  month: wordList,
  date: wordList,
  locative: wordList,
  opposites: z.array(z.tuple([z.array(z.coerce.string()), z.array(z.coerce.string())])),
});

/**
 * Reads `meaning/<language>.yaml` and `places.yaml` of a lexicon folder.
 * Throws an Error naming file and line where one cannot be used.
 */
export function loadMeaning(dir: string): Meaning {
  const languages = filesIn(join(dir, 'meaning'), '.yaml').map((file) => readLexiconFile(file, language));
  const placesFile = join(dir, 'places.yaml');
  const places = Object.values(readLexiconFile(placesFile, z.record(z.string(), wordList))).flat();
  const all = (pick: (one: z.infer<typeof language>) => readonly string[]) =>
    new Phrases(languages.flatMap(pick));
  return {
    light: all((one) => one.light),
    negation: all((one) => one.negation),
    negator: all((one) => one.negator),
    plain: all((one) => one.plain),
    condition: all((one) => one.condition),
    exception: all((one) => one.exception),
    hedge: all((one) => one.hedge),
    denial: all((one) => one.denial),
    narrator: all((one) => one.narrator),
    honorific: all((one) => one.honorific),
    saying: all((one) => one.saying),
    label: all((one) => one.label),
    pronoun: all((one) => one.pronoun),
    values: new Map(
      languages.flatMap(({ number, ordinal }) => [...values(number, ''), ...values(ordinal, '.')]),
    ),
    unit: all((one) => one.unit),
    month: all((one) => one.month),
    date: all((one) => [...one.month, ...one.date]),
    locative: all((one) => one.locative),
    place: new Phrases(places),
    opposites: languages.flatMap((one) =>
      one.opposites.map(([left, right]) => ({ left: inflected(left), right: inflected(right) })),
    ),
  };
}

/** `mark` follows the value. */
function values(
  words: Readonly<Record<string, number>>,
  mark: string,
): readonly (readonly [string, string])[] {
  return Object.entries(words).map(([word, value]) => [forms(word).join(' '), `${value}${mark}`]);
}

/** A list of words with the regular endings of English added; phrases and other scripts stay as they are. */
function inflected(entries: readonly string[]): Phrases {
  return new Phrases(
    entries.flatMap((word) => (/^[a-z]{3,}$/u.test(word) ? [word, ...endings(word)] : [word])),
  );
}

function endings(word: string): readonly string[] {
  const regular = [`${word}s`, `${word}es`, `${word}ed`, `${word}d`, `${word}ing`];
  if (word.endsWith('e')) return [...regular, `${word.slice(0, -1)}ing`];
  if (word.endsWith('y')) return [...regular, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`];
  const last = word.slice(-1);
  return [...regular, `${word}${last}ed`, `${word}${last}ing`];
}
