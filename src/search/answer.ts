import type { Announcement } from '../announcement/announcement.ts';
import type { Person } from '../announcement/statement.ts';
import { bestSpan } from './best-span.ts';
import type { Asked, Match, Outcome } from './outcome.ts';
import type { People } from './question/people.ts';
import type { Question } from './question/question.ts';
import { type QuestionReaderParts, readWords } from './question/read-question.ts';
import { explain } from './ranking/explain.ts';
import { confidenceIn, type Ranked, type Ranking, type RankingParts, rank } from './ranking/rank.ts';
import { threshold } from './ranking/weights.ts';

/** How many near statements are named beside the best. */
const nearCount = 9;

/** What an answer is made with. */
export interface AnswerParts {
  readonly announcement: Announcement;
  readonly people: People;
  readonly questionReader: QuestionReaderParts;
  readonly ranking: RankingParts;
  /** Likeness of a question to each thing known not to be said. */
  readonly notSaid: (question: Question) => ReadonlyMap<number, number>;
}

/** Decides what becomes of a question. `speaker` is a name as typed beside the question, or null. */
export function answer(question: Question, speaker: string | null, parts: AnswerParts): Outcome {
  if (question.talk !== null) return { kind: 'small-talk', talk: question.talk };
  const asked = askedOf(question, speaker, parts);
  const [about, notSaid] = closest(parts.notSaid(question));
  const everything = rank(question, parts.ranking);
  const all = matches(everything, notSaid, parts);
  const missing = parts.announcement.notSaid[about]?.about ?? null;

  const nearest = all.slice(0, nearCount);
  const [best, ...others] = nearest;
  if (best === undefined) return { kind: 'not-said', about: null, nearest };

  if (asked !== null) {
    const theirs = ({ statement }: Match) => asked.people.some(({ id }) => id === statement.speaker?.id);
    const own = restrict(everything, (doc) => theirs({ statement: statementAt(parts, doc) } as Match));
    const said = matches(own, notSaid, parts);
    const [first, ...rest] = said;
    // "What did NAME say?" is answered by whatever they said.
    const anything = asked.people.length > 0 && question.terms.every(({ light }) => light);
    if (first !== undefined && (anything || first.confidence >= threshold)) {
      return { kind: 'quote', best: first, others: rest.slice(0, nearCount - 1) };
    }
    const elsewhere = all.filter((match) => !theirs(match));
    const [next, ...more] = elsewhere;
    if (next !== undefined && next.confidence >= threshold) {
      return { kind: 'elsewhere', asked: asked.asked, nearest: [next, ...more.slice(0, nearCount - 1)] };
    }
    const near = [...said.slice(0, 3), ...elsewhere].slice(0, nearCount);
    return { kind: 'not-said', about: notSaid > 0.6 ? missing : null, nearest: near };
  }
  if (best.confidence >= threshold) return { kind: 'quote', best, others };
  return { kind: 'not-said', about: notSaid > 0.6 ? missing : unknownWords(question), nearest };
}

/** The people whose words are asked for, and how to call them; null where anybody's words will do. */
function askedOf(
  { speakers, unknownSpeaker }: Question,
  typed: string | null,
  { people, questionReader }: AnswerParts,
): { readonly asked: Asked; readonly people: readonly Person[] } | null {
  if (typed !== null) {
    const [mention] = people.mentions(readWords(typed, questionReader).tokens);
    const [person] = mention?.people ?? [];
    if (mention === undefined || person === undefined) {
      return { asked: { kind: 'unknown', name: typed }, people: [] };
    }
    return { asked: { kind: 'person', person }, people: mention.people };
  }
  const [person] = speakers ?? [];
  if (person !== undefined && speakers !== null)
    return { asked: { kind: 'person', person }, people: speakers };
  return unknownSpeaker === null ? null : { asked: { kind: 'unknown', name: unknownSpeaker }, people: [] };
}

function restrict({ view, ranked }: Ranking, wanted: (doc: number) => boolean): Ranking {
  return { view, ranked: ranked.filter(({ doc }) => wanted(doc)) };
}

/** Matches of a ranking, best first. Below the best, confidence falls with the score. */
function matches(ranking: Ranking, notSaid: number, parts: AnswerParts): Match[] {
  const sure = confidenceIn(ranking, notSaid);
  const [best] = ranking.ranked;
  if (sure === null || best === undefined) return [];
  return ranking.ranked.slice(0, nearCount + 3).map((ranked) => ({
    statement: statementAt(parts, ranked.doc),
    span: bestSpan(statementAt(parts, ranked.doc), ranking.view, parts.questionReader.textReader),
    confidence: sure.probability * Math.exp(Math.min(0, ranked.score - best.score)),
    because: explain(ranking.view, ranked satisfies Ranked),
  }));
}

function statementAt({ announcement }: AnswerParts, doc: number) {
  const statement = announcement.statements[doc];
  if (statement === undefined) throw new RangeError(`There is no statement number ${doc}.`);
  return statement;
}

/** Number and likeness of the closest; -1 and 0 where there is none. */
function closest(likeness: ReadonlyMap<number, number>): readonly [number, number] {
  let best: readonly [number, number] = [-1, 0];
  for (const [at, alike] of likeness) if (alike > best[1]) best = [at, alike];
  return best;
}

/** The rarest words of the question that are found nowhere, as typed. */
function unknownWords({ terms }: Question): string | null {
  const missing = terms
    .filter(({ known, light }) => !known && !light)
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, 2)
    .map(({ asked }) => asked);
  return missing.length === 0 ? null : missing.join(', ');
}
