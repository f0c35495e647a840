import type { Statement } from '../../announcement/statement.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import { candidates } from './candidates.ts';
import { type ConfidenceFeatures, confidenceFeatures, probability } from './confidence.ts';
import { type Features, featuresOf, type QuestionView, viewQuestion } from './features.ts';
import { score } from './score.ts';
import { confidenceWeights, rankWeights } from './weights.ts';

/** How many statements get a close look. */
const closeLooks = 64;

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
  /** Likeness of a question to the asks of each statement. */
  readonly askLikeness: (question: Question) => ReadonlyMap<number, number>;
}

/** Ranks the statements for a question. */
export function rank(question: Question, parts: RankingParts): Ranking {
  const { index, statements, language } = parts;
  const asks = parts.askLikeness(question);
  const view = viewQuestion(question, index, statements, asks, language);
  const near = candidates(question.terms, index, closeLooks);
  const docs = new Set([...near, ...asks.keys()]);
  const ranked = [...docs].map((doc) => {
    const features = featuresOf(view, doc);
    return { doc, features, score: score(features, rankWeights) };
  });
  ranked.sort((a, b) => b.score - a.score || a.doc - b.doc);
  return { view, ranked };
}

/**
 * Confidence that the first of `eligible` answers, with its features; null where nothing is eligible. `everything`
 * also has the statements that may not answer, `notSaid` is the likeness to something known not to be said.
 */
export function confidenceIn(
  eligible: Ranking,
  everything: Ranking,
  notSaid: number,
): { readonly features: ConfidenceFeatures; readonly probability: number } | null {
  const features = confidenceFeatures(eligible, everything, notSaid);
  return features === null ? null : { features, probability: probability(features, confidenceWeights) };
}
