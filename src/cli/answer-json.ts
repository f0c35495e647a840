import type { Answer } from '../desk/desk.ts';
import { checking } from '../desk/wording/checking.ts';
import { en } from '../desk/wording/en.ts';
import type { Match, Outcome } from '../search/outcome.ts';
import { type StatementJson, statementJson } from './statement-json.ts';

interface AlternateJson extends StatementJson {
  readonly confidence: number;
}

/** An answer as other programs read it. */
interface AnswerJson {
  readonly question: string;
  readonly answered: boolean;
  /** Of the best candidate, 0..1, also when refusing. */
  readonly confidence: number;
  readonly statement: StatementJson | null;
  /** Best first, at most nine. */
  readonly alternates: readonly AlternateJson[];
  /** What needs saying beside the quoted words, or null. */
  readonly note: string | null;
}

const mostAlternates = 9;

/** One answer as a JSON value. A refused question has no statement, and its nearest as alternates. */
export function answerJson({ question, announcement, outcome, checked: [check] }: Answer): AnswerJson {
  const best = outcome.kind === 'quote' ? outcome.best : null;
  const others = otherMatches(outcome);
  return {
    question,
    answered: best !== null,
    confidence: (best ?? others[0])?.confidence ?? 0,
    statement: best === null ? null : statementJson(best.statement, best.span),
    alternates: others.slice(0, mostAlternates).map(({ statement, span, confidence }) => {
      return { ...statementJson(statement, span), confidence };
    }),
    note: check === undefined ? en.outcome(outcome, announcement) : checking.verdict(check.finding),
  };
}

/** What came near, beside the answer if there is one. */
export function otherMatches(outcome: Outcome): readonly Match[] {
  switch (outcome.kind) {
    case 'quote':
      return outcome.others;
    case 'elsewhere':
    case 'not-said':
      return outcome.nearest;
    case 'small-talk':
      return [];
  }
}
