import type { Announcement } from '../announcement/announcement.ts';
import type { Person } from '../announcement/statement.ts';
import { readAlleged } from './alleged.ts';
import { judgeAltered } from './altered.ts';
import type { Case } from './case.ts';
import { claimedBy, names as isNamed, nameWordsOf } from './claimed.ts';
import { judgeExact } from './exact.ts';
import { findQuotes } from './find-quotes.ts';
import { type Check, longestQuote } from './finding.ts';
import type { Meaning } from './meaning.ts';
import type { Names } from './named-in.ts';
import { Passages } from './passages.ts';
import { forms } from './tokens.ts';

/** What the check needs beside the announcement. */
export interface CheckParts {
  readonly meaning: Meaning;
  /** The person meant by a name, title or alias; null where nobody is. */
  readonly person: (name: string) => Person | null;
}

/** Indexes an announcement, so that alleged quotes can be checked against it. */
export function createCheck(announcement: Announcement, { meaning, person }: CheckParts): Check {
  const passages = new Passages(announcement, meaning);
  const anybody = nameWordsOf(announcement.people);
  const names: Names = {
    meaning,
    // Who is meant is a long question; whether it can be anybody is a short one.
    knows: (name) =>
      isNamed(anybody, forms(name), meaning) &&
      claimedBy({ quote: '', speaker: name }, person, meaning)?.kind === 'person',
  };
  return {
    check(claim) {
      if (claim.quote.length > longestQuote) {
        return { kind: 'too-long', length: claim.quote.length, limit: longestQuote };
      }
      const alleged = readAlleged(claim.quote);
      if (alleged.tokens.length === 0) return { kind: 'empty' };
      const claimed = claimedBy(claim, person, meaning);
      const given: Case = { alleged, claimed, passages, meaning };
      return judgeExact(given) ?? judgeAltered(given);
    },

    quotesIn: (message) => findQuotes(message, names),
  };
}
