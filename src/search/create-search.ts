import type { Announcement } from '../announcement/announcement.ts';
import { answer } from './answer.ts';
import type { Lexicon } from './compile-lexicon.ts';
import { prepare } from './prepare.ts';
import { readQuestion, readWords } from './question/read-question.ts';
import type { Search } from './search.ts';
import { suggest } from './suggest.ts';

/** Makes an announcement searchable. Costs some milliseconds for a page, seconds for 100,000 statements. */
export function createSearch(announcement: Announcement, lexicon: Lexicon): Search {
  const parts = prepare(announcement, lexicon);
  const { questionReader, people, ranking } = parts;
  return {
    ask: (question, options) =>
      answer(readQuestion(question, questionReader), options?.speaker ?? null, parts),
    suggest: (typed, limit) => suggest(typed, limit, announcement, questionReader, ranking),
    person: (name) => people.mentions(readWords(name, questionReader).tokens)[0]?.people[0] ?? null,
  };
}
