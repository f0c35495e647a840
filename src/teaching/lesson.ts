import type { Announcement, TaughtAsk } from '../announcement/announcement.ts';
import { type Statement, wordsAt } from '../announcement/statement.ts';

/** What a moderator says is the right answer: the statement of these words, or that nothing was said about it. */
export type RightAnswer =
  | {
      readonly kind: 'said';
      /** Id of the statement when it was taught. */
      readonly statement: string;
      /** Its words, one piece for each span: by them it is known in another version of the text. */
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'not-said';
      /** What the question is about, in a word or two. */
      readonly about: string;
    };

/** One correction of an answer, in one server. */
export interface Lesson {
  /** Ten characters, unique across servers. */
  readonly id: string;
  readonly server: string;
  /** Slug of the announcement it is about. */
  readonly announcement: string;
  /** As people ask it. */
  readonly question: string;
  readonly answer: RightAnswer;
  /** Platform id of whoever taught it. */
  readonly by: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** Who took it back, and when; null while it counts. */
  readonly reverted: { readonly by: string; readonly at: number } | null;
}

/** Where lessons are kept, those taken back too. */
export interface LessonStore {
  add(lesson: Lesson): Promise<void>;
  find(id: string): Promise<Lesson | null>;
  /** Those that count in a server, the oldest first. */
  inForce(server: string): Promise<readonly Lesson[]>;
  /** All of a server, the newest first, at most `limit`. */
  list(server: string, limit: number): Promise<readonly Lesson[]>;
  /** Resolves to false where it was taken back before, or is none of this server's. */
  revert(server: string, id: string, by: string, at: number): Promise<boolean>;
}

/** The right answer that a statement is. */
export function saidIn(statement: Statement): RightAnswer {
  return { kind: 'said', statement: statement.id, words: piecesOf(statement) };
}

/** The statement a lesson leads to; null where the announcement does not have its words any more. */
export function statementTaught({ statements }: Announcement, answer: RightAnswer): Statement | null {
  if (answer.kind === 'not-said') return null;
  const wanted = JSON.stringify(answer.words);
  const same = statements.filter((statement) => JSON.stringify(piecesOf(statement)) === wanted);
  return same.find(({ id }) => id === answer.statement) ?? same[0] ?? null;
}

/**
 * The announcement with what was taught about it. Of lessons on the same question the last counts; one that leads to
 * words which are not there any more counts for nothing. The words are not touched.
 */
export function taught(announcement: Announcement, lessons: readonly Lesson[]): Announcement {
  const latest = new Map<string, TaughtAsk>();
  for (const { announcement: slug, question, answer } of lessons) {
    if (slug !== announcement.slug) continue;
    const statement = statementTaught(announcement, answer);
    if (answer.kind === 'said' && statement === null) continue;
    const about = answer.kind === 'not-said' ? answer.about : null;
    latest.set(sameAsk(question), { question, statement: statement?.id ?? null, about });
  }
  return latest.size === 0 ? announcement : { ...announcement, taught: [...latest.values()] };
}

/** The announcement with what was taught written down as ways of asking, as its file can say it. */
export function writtenDown(announcement: Announcement): Announcement {
  const { statements, notSaid, taught: lessons } = announcement;
  const settled = new Set(lessons.map(({ question }) => sameAsk(question)));
  const left = (asks: readonly string[]) => asks.filter((ask) => !settled.has(sameAsk(ask)));
  const asksFor = (id: string) =>
    lessons.filter(({ statement }) => statement === id).map(({ question }) => question);
  const refused = lessons.filter(({ statement }) => statement === null);
  return {
    ...announcement,
    taught: [],
    statements: statements.map((one) => ({ ...one, asks: [...left(one.asks), ...asksFor(one.id)] })),
    notSaid: [
      ...notSaid
        .map(({ about, asks }) => ({ about, asks: left(asks) }))
        .filter(({ asks }) => asks.length > 0),
      ...refused.map(({ question, about }) => ({ about: about ?? question, asks: [question] })),
    ],
  };
}

/** Questions are one where they differ in case, accents, marks and spaces only. */
export function sameAsk(question: string): string {
  return question
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function piecesOf({ source, place }: Statement): readonly string[] {
  return place.spans.map((span) => wordsAt(source, span));
}
