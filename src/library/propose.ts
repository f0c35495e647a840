import type { Candidate } from '../extraction/candidate.ts';
import { draftOfExtraction, verifiable } from '../extraction/draft.ts';
import { extract } from '../extraction/extract.ts';
import type { Article } from '../extraction/read-article.ts';
import type { Proposal, Review } from './review.ts';

/** A review before anybody looked at it, and how many proposals were left out because their words stand twice. */
export interface Proposed {
  readonly review: Review;
  readonly leftOut: number;
}

/**
 * What may have been said in an article, each proposal such that `verify` would admit it. Null where there is nothing
 * in the text to be asked about.
 */
export function propose(
  { text, readable }: Pick<Article, 'text' | 'readable'>,
  link?: string,
): Proposed | null {
  const extraction = extract(readable);
  const whole = draftOfExtraction(text, extraction, 'review', 'source.txt');
  if (whole.definition.statements.length === 0) return null;
  const { draft, left } = verifiable(whole);
  const { label, language, people, topics, statements } = draft.definition;
  const found = new Map(
    extraction.candidates.map((one) => [keyOf(one.paragraph, piecesOf(text, one)), one] as const),
  );
  const proposals = statements.map(({ from: _, ...statement }): Proposal => {
    const pieces = typeof statement.words === 'string' ? [statement.words] : statement.words;
    const candidate = found.get(keyOf(statement.paragraph, pieces));
    return {
      statement,
      confidence: candidate?.confidence ?? 0,
      reason: candidate?.reason ?? '',
      verdict: 'open',
    };
  });
  if (proposals.length === 0) return null;
  const claims = { label, language, people, topics, ...(link === undefined ? {} : { link }) };
  return { review: { text, ...claims, proposals }, leftOut: left.length };
}

function piecesOf(text: string, { spans }: Candidate): readonly string[] {
  return spans.map(([start, end]) => text.slice(start, end)).filter((words) => /[\p{L}\p{N}]/u.test(words));
}

function keyOf(paragraph: number | undefined, pieces: readonly string[]): string {
  return JSON.stringify([paragraph, pieces]);
}
