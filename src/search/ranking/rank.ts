import type { Person, Statement } from '../../announcement/statement.ts';
import type { WrittenLikeness } from '../asks.ts';
import type { Index } from '../index/build-index.ts';
import type { Question } from '../question/question.ts';
import type { FindCandidates } from './candidates.ts';
import { confidenceFeatures, probability } from './confidence.ts';
import type { Features } from './feature-names.ts';
import { featuresOf, type QuestionView, viewQuestion } from './features.ts';
import { score } from './score.ts';
import { confidenceWeights, rankWeights } from './weights.ts';
import { writtenFeatures } from './written.ts';

/** How many statements get a close look. */
const closeLooks = 24;

/** How many of a person's statements get one because their words are asked for. */
const mostOfOne = 96;

/** How sure it is that somebody who asks just so means the statement for which it was written down. */
const asWritten = 0.95;

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
  readonly candidates: FindCandidates;
  readonly statements: readonly Statement[];
  readonly language: string;
  /** Numbers of the statements of a person, ascending, by the person's id. */
  readonly saidBy: ReadonlyMap<string, readonly number[]>;
  /** Share of the statements that somebody says, 0..1. */
  readonly spokenShare: number;
  /** Share of the statements with ways of asking, 0..1. */
  readonly rich: number;
  /** How a question is like what was written down. */
  readonly likeness: (question: Question) => WrittenLikeness;
}

/** Ranks the statements for a question; `people` are those whose words are asked for. */
export function rank(question: Question, parts: RankingParts, people: readonly Person[] = []): Ranking {
  const view = viewQuestion(question, parts);
  const near = parts.candidates(question.terms, closeLooks);
  const docs = new Set(near);
  for (const { id } of people)
    for (const doc of parts.saidBy.get(id)?.slice(0, mostOfOne) ?? []) docs.add(doc);
  for (const doc of view.written.ofStatements.keys()) docs.add(doc);
  const ranked: Ranked[] = [];
  for (const doc of docs) {
    const features = featuresOf(view, doc);
    ranked.push({ doc, features, score: score(features, rankWeights) });
  }
  ranked.sort(
    (a, b) =>
      Number(b.doc === view.wordForWord) - Number(a.doc === view.wordForWord) ||
      b.score - a.score ||
      a.doc - b.doc,
  );
  return { view, ranked };
}

/**
 * Probability that the first of `eligible` answers; 0 where nothing is eligible. `everything` also has the statements
 * that may not answer, `rich` is the share of statements with ways of asking.
 */
export function confidenceIn(eligible: Ranking, everything: Ranking, rich: number): number {
  const features = confidenceFeatures(eligible, everything);
  if (features === null) return 0;
  const likely = probability(features, writtenFeatures(eligible, rich), confidenceWeights);
  return eligible.ranked[0]?.doc === eligible.view.wordForWord ? Math.max(likely, asWritten) : likely;
}
