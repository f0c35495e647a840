import type { Announcement } from '../announcement/announcement.ts';
import type { Span } from '../announcement/source.ts';
import type { Person } from '../announcement/statement.ts';
import { type Asked, type Match, matchesOf, type Outcome } from '../search/outcome.ts';
import type { Answer, Desk, Question } from './desk.ts';

type Found = Omit<Match, 'because'>;

/** Words of the asker, as places in what they typed: UTF-16, half-open. */
type Typed = readonly Span[];

/**
 * What answered a question: statements and people of the announcement, and none of the asker's words. Where those are part
 * of the answer, only their places are kept: whoever asks the same brings them along.
 */
export interface RememberedAnswer {
  readonly announcement: Announcement;
  readonly outcome:
    | Extract<Outcome, { kind: 'small-talk' }>
    | { readonly kind: 'quote'; readonly matches: readonly [Found, ...Found[]] }
    | {
        readonly kind: 'elsewhere';
        readonly asked: Person | Typed;
        readonly matches: readonly [Found, ...Found[]];
      }
    | {
        readonly kind: 'not-said';
        readonly about: string | Typed | null;
        readonly matches: readonly Found[];
        /** Place of what is near among the matches, or -1. */
        readonly near: number;
      };
}

/** What can be kept of an answer; null where the asker's words are part of it in another way than by their place. */
export function remembered(
  { announcement, outcome, checked, near }: Answer,
  { question }: Question,
): RememberedAnswer | null {
  if (checked.length > 0) return null;
  switch (outcome.kind) {
    case 'small-talk':
      return { announcement, outcome };
    case 'quote':
      return {
        announcement,
        outcome: { kind: 'quote', matches: [found(outcome.best), ...outcome.others.map(found)] },
      };
    case 'elsewhere': {
      const asked =
        outcome.asked.kind === 'person' ? outcome.asked.person : places([outcome.asked.name], question);
      const [best, ...others] = outcome.nearest;
      const matches = [found(best), ...others.map(found)] as const;
      return asked === null ? null : { announcement, outcome: { kind: 'elsewhere', asked, matches } };
    }
    case 'not-said': {
      const { about, nearest } = outcome;
      const own = about === null || announcement.notSaid.some((one) => one.about === about);
      const kept = own ? about : places(about.split(between), question);
      if (kept === null && !own) return null;
      const matches = nearest.map(found);
      const at = near === null ? -1 : nearest.indexOf(near);
      return { announcement, outcome: { kind: 'not-said', about: kept, matches, near: at } };
    }
  }
}

/** The same answer to the same question. Its reasons are hardly ever looked at: `desk` searches for them then. */
export function recalled(
  { announcement, outcome }: RememberedAnswer,
  question: Question,
  desk: Desk,
): Answer {
  const explained = (found: Found, at: number): Match => ({
    ...found,
    get because() {
      return matchesOf(desk.ask(question).outcome)[at]?.because ?? [];
    },
  });
  const answered = (outcome: Outcome, near: Match | null = null): Answer => {
    return { question: question.question, announcement, outcome, checked: [], near };
  };
  switch (outcome.kind) {
    case 'small-talk':
      return answered(outcome);
    case 'quote': {
      const [best, ...others] = outcome.matches;
      return answered({
        kind: 'quote',
        best: explained(best, 0),
        others: others.map((one, at) => explained(one, at + 1)),
      });
    }
    case 'elsewhere': {
      const [best, ...others] = outcome.matches;
      const nearest = [explained(best, 0), ...others.map((one, at) => explained(one, at + 1))] as const;
      const asked: Asked =
        'name' in outcome.asked
          ? { kind: 'person', person: outcome.asked }
          : { kind: 'unknown', name: typed(outcome.asked, question) };
      return answered({ kind: 'elsewhere', asked, nearest });
    }
    case 'not-said': {
      const { about, matches, near } = outcome;
      const nearest = matches.map(explained);
      const said = about === null || typeof about === 'string' ? about : typed(about, question);
      return answered({ kind: 'not-said', about: said, nearest }, nearest[near] ?? null);
    }
  }
}

/** Between two words that were found nowhere. */
const between = ', ';

function places(words: readonly string[], question: string): Typed | null {
  const found = words.map((word): Span => {
    const at = question.indexOf(word);
    return [at, at + word.length];
  });
  return found.some(([at]) => at < 0) ? null : found;
}

function typed(words: Typed, { question }: Question): string {
  return words.map(([start, end]) => question.slice(start, end)).join(between);
}

function found({ statement, span, confidence }: Match): Found {
  return { statement, span, confidence };
}
