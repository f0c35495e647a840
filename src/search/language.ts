import { fold, spelling } from './text/fold.ts';

/** What a language file says, as written. */
export interface LanguageWords {
  readonly stop: readonly string[];
  readonly asking: readonly string[];
  readonly saying: readonly string[];
  readonly opinions: readonly string[];
  readonly leaning: readonly string[];
  readonly chat: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  readonly times: readonly string[];
  readonly places: readonly string[];
  readonly personal: readonly string[];
  readonly units: readonly string[];
  readonly durations: readonly string[];
  readonly reasons: readonly string[];
  readonly suffixes: readonly string[];
  readonly capitals: 'names' | 'nouns';
  readonly marks: 'optional' | 'letters';
  readonly compounds: boolean;
  readonly stems: Readonly<Record<string, string>>;
  readonly auxiliaries: readonly string[];
  readonly sites: readonly string[];
  readonly articles: readonly string[];
  readonly talk: {
    readonly greeting: readonly string[];
    readonly thanks: readonly string[];
    readonly addressed: readonly string[];
  };
}

/** The same, ready for looking up; all words folded. */
export interface Language {
  readonly tag: string;
  /** Words without meaning anywhere. */
  readonly stop: ReadonlySet<string>;
  /** Words without meaning in a question. */
  readonly asking: ReadonlySet<string>;
  /** Verbs of saying and thinking. */
  readonly saying: ReadonlySet<string>;
  /** What people have to say: view, words, stance. */
  readonly opinions: ReadonlySet<string>;
  readonly leaning: ReadonlySet<string>;
  readonly chat: ReadonlyMap<string, readonly string[]>;
  /** Ways to open a question with the kind of answer they ask for, longest first. */
  readonly questions: readonly QuestionOpening[];
  /** The same by their first word. */
  readonly openers: ReadonlyMap<string, readonly QuestionOpening[]>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly months: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** Words by which askers speak of themselves. */
  readonly personal: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** Units of time. */
  readonly durations: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  /** Endings that make one word of another. */
  readonly suffixes: ReadonlySet<string>;
  /** What is written with a capital inside a sentence. */
  readonly capitals: 'names' | 'nouns';
  /** Compounds are written as one word. */
  readonly compounds: boolean;
  /** `stop` and `asking` with their marks, where a word with other marks is another word; null where it is the same. */
  readonly spelt: { readonly stop: ReadonlySet<string>; readonly asking: ReadonlySet<string> } | null;
  /** Stems of words that the algorithm would mix up with others: "goods" is not "good". */
  readonly stems: ReadonlyMap<string, string>;
  /** Verbs that open a question to be answered with yes or no. */
  readonly auxiliaries: ReadonlySet<string>;
  /** Nouns for places: "harbour", "capital". */
  readonly sites: ReadonlySet<string>;
  /** What may stand between a word of place and the place: "at the hall". */
  readonly articles: ReadonlySet<string>;
  readonly greeting: ReadonlySet<string>;
  readonly thanks: ReadonlySet<string>;
  /** Who is greeted or thanked, and when: "everyone", "tomorrow". */
  readonly addressed: ReadonlySet<string>;
}

interface QuestionOpening {
  readonly words: readonly string[];
  readonly kind: AnswerKind;
  /** It asks only as the first words of a question, and means something else further on. */
  readonly first: boolean;
}

const answerKinds = ['who', 'when', 'where', 'how-many', 'how-much', 'how-long', 'why', 'which'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Whether a word is among those without meaning, anywhere or in a question; typed without marks it may be any of them. */
export function isAmong(
  list: 'stop' | 'asking',
  { word, spelt }: { readonly word: string; readonly spelt: string },
  words: Language | null,
): boolean {
  if (words === null) return false;
  return words.spelt === null || spelt === word ? words[list].has(word) : words.spelt[list].has(spelt);
}

/** Folds the words of a file, and lays them out for looking up. */
export function compileLanguage(tag: string, words: LanguageWords): Language {
  const set = (list: readonly string[]) => new Set(list.map(fold).filter((word) => word !== ''));
  const questions = answerKinds
    .flatMap((kind) =>
      (words.questions[kind] ?? []).map((opening) => ({
        kind,
        words: fold(opening.replace(/^\^/, '')).split(' '),
        first: opening.startsWith('^'),
      })),
    )
    .sort((a, b) => b.words.length - a.words.length);
  const openers = new Map<string, QuestionOpening[]>();
  for (const opening of questions) {
    const [first = ''] = opening.words;
    const known = openers.get(first);
    if (known === undefined) openers.set(first, [opening]);
    else known.push(opening);
  }
  return {
    tag,
    stop: set(words.stop),
    asking: set(words.asking),
    saying: set(words.saying),
    opinions: set(words.opinions),
    leaning: set(words.leaning),
    chat: new Map(Object.entries(words.chat).map(([short, long]) => [fold(short), fold(long).split(' ')])),
    questions,
    openers,
    numbers: new Map(Object.entries(words.numbers).map(([word, value]) => [fold(word), value])),
    months: set(words.months),
    weekdays: set(words.weekdays),
    times: set(words.times),
    places: set(words.places),
    personal: set(words.personal),
    units: set(words.units),
    durations: set(words.durations),
    reasons: set(words.reasons),
    suffixes: set(words.suffixes),
    capitals: words.capitals,
    compounds: words.compounds,
    spelt:
      words.marks === 'optional'
        ? null
        : { stop: new Set(words.stop.map(spelling)), asking: new Set(words.asking.map(spelling)) },
    stems: new Map(Object.entries(words.stems).map(([word, stem]) => [fold(word), fold(stem)])),
    auxiliaries: set(words.auxiliaries),
    sites: set(words.sites),
    articles: set(words.articles),
    greeting: set(words.talk.greeting),
    thanks: set(words.talk.thanks),
    addressed: set(words.talk.addressed),
  };
}
