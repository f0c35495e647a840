import type { Announcement } from '../announcement/announcement.ts';
import type { Statement } from '../announcement/statement.ts';
import { once } from '../once.ts';
import type { AnswerParts } from './answer.ts';
import { createAsks } from './asks.ts';
import type { Lexicon } from './compile-lexicon.ts';
import { acronymsIn } from './index/acronyms.ts';
import { buildIndex } from './index/build-index.ts';
import { createPhraseTable, type SynonymGroup } from './phrase-table.ts';
import { languageOfText } from './question/detect-language.ts';
import { createPeople } from './question/people.ts';
import type { Question } from './question/question.ts';
import { type QuestionReaderParts, readAskedWords } from './question/read-question.ts';
import { createSpeller } from './question/speller.ts';
import { createTermMatcher } from './question/term-matcher.ts';
import { createCandidates } from './ranking/candidates.ts';
import { createTextReader } from './text/read-text.ts';
import { createSegmenter } from './text/segment.ts';
import { tokenize } from './text/tokenize.ts';

/** Languages written without spaces between words. */
const unspaced = ['ja', 'th', 'zh'];

interface Prepared extends AnswerParts {
  /** Reads the ways of asking, which the first question would else have to wait for. */
  readonly ready: () => void;
}

/** Reads an announcement once, for all questions about it. */
export function prepare(announcement: Announcement, lexicon: Lexicon): Prepared {
  const printed = tokenize(announcement.source.text, (run) => [run]);
  // The first subtag; "und" is what a text has whose language nobody told.
  const [tagged = 'und'] = announcement.language.toLowerCase().split('-');
  const language =
    tagged === 'und' ? languageOfText(announcement.source.text, printed.slice(0, 2000), lexicon) : tagged;
  const languages = [...new Set([language, ...lexicon.languages.keys()])];
  const names = announcement.people.flatMap(({ name, aliases }) => [name, ...aliases]);
  const groups: SynonymGroup[] = [
    ...announcement.synonyms.map((words) => ({ weight: 0.9, said: { '*': words }, asked: {} })),
    ...acronymsIn(announcement.source.text, printed).map(({ phrase, short }) => ({
      weight: 0.95,
      said: { '*': [phrase, short] },
      asked: {},
    })),
  ];
  const own = createPhraseTable(groups, languages, lexicon.synonyms.groups.length);
  const segment = createSegmenter(() => [
    ...names,
    ...own.unspacedWords(),
    ...lexicon.synonyms.unspacedWords(),
    // A text is cut as it was written; a question in another language by the words that can be translated.
    ...unspaced.flatMap((tag) => (tag === language ? [] : lexicon.translated(tag))),
  ]);
  const readers = new Map(
    languages.map((tag) => [tag, createTextReader(tag, lexicon, own, segment)] as const),
  );
  const textReader = readers.get(language) ?? createTextReader(language, lexicon, own, segment);

  const cut = (text: string) => tokenize(text, segment);
  const people = createPeople(announcement, [...readers.values()], cut);
  const index = buildIndex(announcement, textReader, people, lexicon.background);
  const parts: QuestionReaderParts = {
    lexicon,
    index,
    people,
    speller: createSpeller([...index.words, ...people.words, ...own.words(language)]),
    matcher: createTermMatcher(index, textReader),
    tokenize: cut,
    readers,
    textReader,
  };
  const { statements, notSaid } = announcement;
  const asksOf = (things: readonly { readonly asks: readonly string[] }[]) => things.map(({ asks }) => asks);
  // There may be thousands, and whoever only looks for a name needs none of them.
  const asks = once(() =>
    createAsks(asksOf(statements), asksOf(notSaid), (ask) => readAskedWords(ask, parts)),
  );

  const saidBy = new Map<string, number[]>();
  statements.forEach(({ speaker }, doc) => {
    if (speaker === null) return;
    const theirs = saidBy.get(speaker.id);
    if (theirs === undefined) saidBy.set(speaker.id, [doc]);
    else theirs.push(doc);
  });
  const share = (wanted: (statement: Statement) => boolean) =>
    announcement.statements.filter(wanted).length / Math.max(1, announcement.statements.length);
  const ranking = {
    index,
    candidates: createCandidates(index),
    statements: announcement.statements,
    language,
    saidBy,
    spokenShare: share(({ speaker }) => speaker !== null),
    rich: share(({ asks }) => asks.length > 0),
    likeness: (question: Question) => asks().likeness(question),
  };

  return {
    announcement,
    people,
    questionReader: parts,
    ranking,
    ready: () => void asks(),
  };
}
