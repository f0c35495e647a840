import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Announcement } from '../announcement/announcement.ts';
import type { Person } from '../announcement/statement.ts';
import type { Match, Outcome } from '../search/outcome.ts';
import type { Answer, Desk, Question } from './desk.ts';

/** What answered a question: statements and people of the announcement, none of the asker's words. */
interface Remembered {
  readonly announcement: Announcement;
  /** Null where it is a quote, else who was asked about and did not say it. */
  readonly asked: Person | null;
  /** Best first. */
  readonly matches: readonly [Found, ...Found[]];
}

type Found = Omit<Match, 'because'>;

/** How many answers are remembered, over all desks, and for how long in milliseconds. */
const most = 1_000;
const longest = 10 * 60_000;

/**
 * Desks that need not search again when many ask the same. An answer is remembered under a fingerprint of the question,
 * salted anew in each process, and only where no word of the question is part of it: what was said, not what was not.
 * A desk never changes, and what it has remembered counts for no other one, so nothing is remembered for too long.
 */
export function createAnswerMemory(): (desk: Desk) => Desk {
  const known = new LRUCache<string, Remembered>({ max: most, ttl: longest, ttlAutopurge: true });
  const salt = randomBytes(16);
  let desks = 0;
  return (desk) => {
    const number = desks++;
    return {
      ...desk,
      ask(question) {
        const key = createHash('sha256')
          .update(salt)
          .update(JSON.stringify([number, question.announcement, question.speaker, question.question]))
          .digest('base64');
        const remembered = known.get(key);
        if (remembered !== undefined) return answerOf(remembered, question, desk);
        const answer = desk.ask(question);
        const made = rememberable(answer);
        if (made !== null) known.set(key, made);
        return answer;
      },
    };
  };
}

/** Null where the asker's words are part of the answer. */
function rememberable({ announcement, outcome, checked }: Answer): Remembered | null {
  if (checked.length > 0) return null;
  const [first, ...others] = matchesOf(outcome).map(({ statement, span, confidence }) => ({
    statement,
    span,
    confidence,
  }));
  if (first === undefined) return null;
  const matches = [first, ...others] as const;
  if (outcome.kind === 'quote') return { announcement, asked: null, matches };
  if (outcome.kind !== 'elsewhere' || outcome.asked.kind !== 'person') return null;
  return { announcement, asked: outcome.asked.person, matches };
}

function answerOf({ announcement, asked, matches }: Remembered, question: Question, desk: Desk): Answer {
  const explained = (found: Found, at: number): Match => ({
    ...found,
    // Hardly ever looked at.
    get because() {
      return matchesOf(desk.ask(question).outcome)[at]?.because ?? [];
    },
  });
  const [first, ...rest] = matches;
  const best = explained(first, 0);
  const others = rest.map((found, at) => explained(found, at + 1));
  const outcome: Outcome =
    asked === null
      ? { kind: 'quote', best, others }
      : { kind: 'elsewhere', asked: { kind: 'person', person: asked }, nearest: [best, ...others] };
  return { question: question.question, announcement, outcome, checked: [] };
}

function matchesOf(outcome: Outcome): readonly Match[] {
  switch (outcome.kind) {
    case 'quote':
      return [outcome.best, ...outcome.others];
    case 'elsewhere':
    case 'not-said':
      return outcome.nearest;
    case 'small-talk':
      return [];
  }
}
