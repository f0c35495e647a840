import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Announcement } from '../../src/announcement/announcement.ts';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import type { Span } from '../../src/announcement/source.ts';

/** A question with every acceptable answer; none where the announcement does not answer it. */
export interface Labelled {
  readonly id: string;
  readonly question: string;
  readonly style: string;
  readonly gold: readonly { readonly span: string; readonly speaker: string | null }[];
}

/** An announcement with questions about it. */
export interface LabelledAnnouncement {
  readonly announcement: Announcement;
  readonly questions: readonly Labelled[];
}

const shipped = 'data/announcements';

/** Where labelled questions are kept. */
export const questionRoots = [shipped, 'eval/announcements', 'eval/questions'];

const line = z.object({
  id: z.string(),
  question: z.string(),
  style: z.string().default('plain'),
  gold: z.array(z.object({ span: z.string(), speaker: z.string().nullable() })),
});

/**
 * Every folder below one of `roots` (or a root itself) that holds `questions.jsonl`. Where it holds no announcement,
 * the questions are about the shipped one of the same name.
 */
export function labelledAnnouncements(roots: readonly string[]): readonly LabelledAnnouncement[] {
  return roots.flatMap((root) => {
    const folders = existsSync(join(root, 'questions.jsonl'))
      ? [root]
      : readdirSync(root)
          .sort()
          .map((name) => join(root, name));
    return folders.filter((folder) => existsSync(join(folder, 'questions.jsonl'))).map(read);
  });
}

function read(folder: string): LabelledAnnouncement {
  const paths = [folder, join(shipped, basename(folder))];
  const found =
    paths.find((path) => existsSync(join(path, 'announcement.yaml'))) ?? join(folder, 'source.txt');
  const loaded = loadAnnouncement(found);
  if (loaded.kind === 'faulty') {
    throw new Error(loaded.faults.map(({ file, line, problem }) => `${file}:${line} ${problem}`).join('\n'));
  }
  const lines = readFileSync(join(folder, 'questions.jsonl'), 'utf8').split('\n');
  const questions = lines.filter((text) => text.trim() !== '').map((text) => line.parse(JSON.parse(text)));
  return { announcement: loaded.value, questions };
}

/** The same announcement without what somebody wrote down about questions. */
export function withoutAsks(announcement: Announcement): Announcement {
  const statements = announcement.statements.map((statement) => ({ ...statement, asks: [] }));
  return { ...announcement, statements, notSaid: [] };
}

/** A quoted range and whose it is said to be. */
export interface Quoted {
  readonly span: Span;
  readonly speaker: string | null;
}

/**
 * Whether a quote answers: for at least one acceptable answer it covers half of the characters, at any place where
 * they stand, and has the same speaker.
 */
export function answers({ span: [start, end], speaker }: Quoted, { gold }: Labelled, text: string): boolean {
  return gold.some((answer) => {
    if (answer.speaker !== speaker) return false;
    for (let at = text.indexOf(answer.span); at >= 0; at = text.indexOf(answer.span, at + 1)) {
      const shared = Math.min(end, at + answer.span.length) - Math.max(start, at);
      if (shared >= answer.span.length / 2) return true;
    }
    return false;
  });
}
