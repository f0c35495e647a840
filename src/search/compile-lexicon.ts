import { type Background, createBackground } from './background.ts';
import { compileLanguage, type Language, type LanguageWords } from './language.ts';
import { createGrades, type GradeList, type GradeOf } from './necessity.ts';
import { createPhraseTable, type PhraseTable, type SynonymGroup } from './phrase-table.ts';
import { createSpeller, type Speller } from './question/speller.ts';
import { fold } from './text/fold.ts';
import { remembering } from './text/remembering.ts';
import { stemmerOf } from './text/stem.ts';
import { createTranslations, type Translations, type WordList } from './translations.ts';

/** A word without meaning, or one of asking or chatting. */
interface SmallWord {
  readonly language: number;
  readonly kind: 'stop' | 'asking';
}

/** What the search knows of words in general. Made once, shared by all announcements. */
export interface Lexicon {
  readonly languages: ReadonlyMap<string, Language>;
  /** Everything by which somebody greets, thanks or is addressed, in any language. */
  readonly courtesies: ReadonlySet<string>;
  /** Of every small word the languages that know it, by their place among them: by these a language is told. */
  readonly smallWords: ReadonlyMap<string, readonly SmallWord[]>;
  readonly synonyms: PhraseTable;
  readonly background: Background;
  /** Corrects towards common words of a language; null for languages whose words it has no list of. */
  speller(language: string): Speller | null;
  /** Reads now what the first question in a language would else have to wait for. */
  ready(): void;
  /** How likely an answer has a word of a question in a language; null where there is no list. */
  grades(language: string): GradeOf | null;
  /** What words of a language may be called in another; null where there is no list. */
  translations(from: string, to: string): Translations | null;
  /** All words of a language that have translations, folded. */
  translated(language: string): readonly string[];
}

/** People misspell words they know; rarer ones than this rank only make false friends. */
const commonRank = 15_000;

/** Lists of a language's words, null where there is none. They are read when they are first asked for. */
export interface WordLists {
  readonly translations: (language: string) => WordList | null;
  readonly grades: (language: string) => GradeList | null;
}

/** Makes a lexicon of language files, synonym groups and lists of words. */
export function compileLexicon(
  languages: ReadonlyMap<string, LanguageWords>,
  groups: readonly SynonymGroup[],
  lists: WordLists,
): Lexicon {
  const background = createBackground();
  const synonyms = createPhraseTable(groups, [...languages.keys()]);
  const compiled = new Map([...languages].map(([tag, words]) => [tag, compileLanguage(tag, words)]));
  const grades = remembering((tag): GradeOf | null => {
    const list = lists.grades(tag);
    return list === null ? null : createGrades(list, stemmerOf(tag), compiled.get(tag)?.suffixes ?? []);
  });
  const translationsFrom = remembering((from) =>
    remembering((to) => createTranslations(from, to, lists.translations)),
  );
  return {
    languages: compiled,
    courtesies: new Set(
      [...compiled.values()].flatMap(({ greeting, thanks, addressed }) => [
        ...greeting,
        ...thanks,
        ...addressed,
      ]),
    ),
    smallWords: smallWordsOf([...compiled.values()]),
    synonyms,
    background,
    // Made when a language is first misspelt in: a fifth of a second each.
    speller: remembering((tag): Speller | null => {
      const words = compiled.get(tag);
      // Of the few words of a file alone every other word would be taken for a misspelt one.
      if (words === undefined || background.ranks(tag).size === 0) return null;
      const common: string[] = [];
      for (const [word, rank] of background.ranks(tag)) if (rank <= commonRank) common.push(word);
      return createSpeller([...common, ...synonyms.words(tag), ...words.stop, ...words.asking]);
    }),
    ready() {
      for (const tag of compiled.keys()) {
        background.ranks(tag);
        grades(tag);
      }
    },
    grades,
    translations: (from, to) => translationsFrom(from)(to),
    translated: remembering((tag) => [...(lists.translations(tag)?.values() ?? [])].flat().map(fold)),
  };
}

function smallWordsOf(languages: readonly Language[]): Lexicon['smallWords'] {
  const known = new Map<string, SmallWord[]>();
  languages.forEach(({ stop, asking, chat }, language) => {
    for (const word of new Set([...stop, ...asking, ...chat.keys()])) {
      const small: SmallWord = { language, kind: stop.has(word) ? 'stop' : 'asking' };
      const same = known.get(word);
      if (same === undefined) known.set(word, [small]);
      else same.push(small);
    }
  });
  return known;
}
