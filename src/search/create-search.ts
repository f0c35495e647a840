import type { Announcement } from '../announcement/announcement.ts';
import { answer } from './answer.ts';
import type { Lexicon } from './compile-lexicon.ts';
import { prepare } from './prepare.ts';
import { readQuestion, readWords } from './question/read-question.ts';
import type { Search } from './search.ts';
import { createSuggest } from './suggest.ts';
import { createLessonFinder, settle } from './taught.ts';

/**
 * Makes an announcement searchable. Costs some milliseconds for a page, seconds for 100,000 statements. Ways of asking
 * that were written down are read when the first question comes, or by `ready`.
 */
export function createSearch(announcement: Announcement, lexicon: Lexicon): Search {
  const parts = prepare(announcement, lexicon);
  const { questionReader, people } = parts;
  const lessonFor = createLessonFinder(announcement, questionReader);
  const person = (name: string) =>
    people.mentions(readWords(name, questionReader).tokens)[0]?.people[0] ?? null;
  return {
    ask(typed, { speaker = null } = {}) {
      const question = readQuestion(typed, questionReader);
      const outcome = answer(question, speaker, parts);
      const lesson = lessonFor(question);
      if (lesson === null) return outcome;
      const asked = speaker === null ? null : person(speaker);
      return speaker !== null && asked === null ? outcome : settle(outcome, question, lesson, asked, parts);
    },
    suggest: createSuggest(parts),
    person,
    ready: parts.ready,
  };
}
