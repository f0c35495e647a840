import type { Statement } from '../../announcement/statement.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { candidates } from './candidates.ts';
import { confidenceFeatures, probability, writtenFeatures } from './confidence.ts';
import { type Features, featuresOf, type QuestionView, viewQuestion } from './features.ts';
import { score } from './score.ts';
import { confidenceWeights, rankWeights } from './weights.ts';

/** How many statements get a close look. */
const closeLooks = 24;

/** A statement with what spoke for it. */
export interface Ranked {
  readonly doc: number;
  readonly features: Features;
  readonly score: number;
}

export interface Ranking {
  readonly view: QuestionView;
  /** Best first. */
  readonly ranked: readonly Ranked[];
}

/** What is known of the announcement beside its index. */
export interface RankingParts {
  readonly index: Index;
  readonly statements: readonly Statement[];
  readonly language: string;
  /** Share of the statements that somebody says, 0..1. */
  readonly spokenShare: number;
  /** Share of the statements with ways of asking, 0..1. */
  readonly rich: number;
  /** Likeness of a question to the asks of each statement. */
  readonly askLikeness: (question: Question) => ReadonlyMap<number, number>;
}

/** Ranks the statements for a question. */
export function rank(question: Question, parts: RankingParts): Ranking {
  const asks = parts.askLikeness(question);
  const view = viewQuestion(question, parts, asks);
  const near = candidates(question.terms, parts.index, closeLooks);
  const docs = new Set(near);
  for (const doc of asks.keys()) docs.add(doc);
  const ranked = [...docs].map((doc) => {
    const features = featuresOf(view, doc);
    return { doc, features, score: score(features, rankWeights) };
  });
  ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return { view, ranked };
}

/**
 * Probability that the first of `eligible` answers; 0 where nothing is eligible. `everything` also has the statements
 * that may not answer, `notSaid` is the likeness to something known not to be said, `rich` the share of statements
 * with ways of asking.
 */
export function confidenceIn(eligible: Ranking, everything: Ranking, notSaid: number, rich: number): number {
  const features = confidenceFeatures(eligible, everything);
  if (features === null) return 0;
  return probability(features, writtenFeatures(eligible, notSaid, rich), confidenceWeights);
}
