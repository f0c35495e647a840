import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Announcement, TaughtAsk } from '../../src/announcement/announcement.ts';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';
import type { Outcome } from '../../src/search/outcome.ts';
import { type Lesson, taught as withLessons } from '../../src/teaching/lesson.ts';

const lines = z.array(
  z.object({
    announcement: z.string(),
    question: z.string(),
    statement: z.object({ id: z.string(), words: z.array(z.string()) }).nullable(),
    about: z.string().nullable(),
  }),
);

/**
 * Replays what moderators taught: `FILE [FOLDER…]`, the file that `/taught export` gives and the announcements it is about
 * (default: those that ship). Each question is asked without and with everything that was taught.
 */
export function taught(args: readonly string[]): void {
  const [file, ...folders] = args;
  if (file === undefined) {
    print('taught: give the file of /taught export to replay it.');
    return;
  }
  const lessons = lines.parse(JSON.parse(readFileSync(file, 'utf8'))).map(lessonOf);
  const lexicon = loadLexicon('data/lexicon');
  const slugs = [...new Set(lessons.map(({ announcement }) => announcement))];
  let [before, after, all] = [0, 0, 0];
  for (const slug of slugs) {
    const path = folders.find((folder) => basename(folder) === slug) ?? `data/announcements/${slug}`;
    const loaded = loadAnnouncement(path);
    if (loaded.kind === 'faulty') {
      print(`${slug}: ${loaded.faults[0]?.problem ?? ''} ${path}`);
      continue;
    }
    const learnt = withLessons(loaded.value, lessons);
    const [without, withThem] = [createSearch(loaded.value, lexicon), createSearch(learnt, lexicon)];
    for (const lesson of learnt.taught) {
      const [was, is] = [without, withThem].map((search) => isRight(search.ask(lesson.question), lesson));
      all += 1;
      if (was) before += 1;
      if (is) after += 1;
      print(`${was ? 'right' : 'wrong'} → ${is ? 'right' : 'WRONG'}  ${lesson.question}`);
    }
    reportStale(learnt, lessons);
  }
  print(`${all} taught: ${before} right without, ${after} right with what was taught.`);
}

function lessonOf(
  { announcement, question, statement, about }: z.output<typeof lines>[number],
  index: number,
): Lesson {
  const answer =
    statement === null
      ? ({ kind: 'not-said', about: about ?? question } as const)
      : ({ kind: 'said', statement: statement.id, words: statement.words } as const);
  return { id: String(index), server: '', announcement, question, answer, by: '', at: index, reverted: null };
}

function isRight(outcome: Outcome, { statement }: TaughtAsk): boolean {
  return statement === null
    ? outcome.kind === 'not-said'
    : outcome.kind === 'quote' && outcome.best.statement.id === statement;
}

function reportStale({ slug, taught: known }: Announcement, lessons: readonly Lesson[]): void {
  const questions = new Set(known.map(({ question }) => question));
  for (const { announcement, question } of lessons) {
    if (announcement === slug && !questions.has(question)) print(`stale or taught again   ${question}`);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
