import type { Announcement } from '../announcement/announcement.ts';
import type { Person, Statement } from '../announcement/statement.ts';
import { bestSpan } from './best-span.ts';
import type { Asked, Match, Outcome } from './outcome.ts';
import type { People } from './question/people.ts';
import type { Question } from './question/question.ts';
import { type QuestionReaderParts, readWords } from './question/read-question.ts';
import { explain } from './ranking/explain.ts';
import { confidenceIn, type Ranking, type RankingParts, rank } from './ranking/rank.ts';
import { thresholdFor } from './ranking/weights.ts';

/** How many near statements are named beside the best. */
const nearCount = 9;

/** What an answer is made with. */
export interface AnswerParts {
  readonly announcement: Announcement;
  readonly people: People;
  readonly questionReader: QuestionReaderParts;
  readonly ranking: RankingParts;
}

/** Everything that is weighed before a question is answered. */
export interface Consideration {
  readonly question: Question;
  readonly asked: { readonly asked: Asked; readonly people: readonly Person[] } | null;
  readonly everything: Ranking;
  /** What may answer: the statements of the people asked for, or everything. */
  readonly eligible: Ranking;
}

/** Weighs a question. `speaker` is a name as typed beside the question, or null. */
export function consider(question: Question, speaker: string | null, parts: AnswerParts): Consideration {
  const asked = askedOf(question, speaker, parts);
  const everything = rank(question, parts.ranking, asked?.people);
  const theirs = (doc: number) => isBy(statementAt(parts, doc), asked?.people ?? []);
  const eligible = asked === null ? everything : restrict(everything, theirs);
  return { question, asked, everything, eligible };
}

/** Decides what becomes of a question. `speaker` is a name as typed beside the question, or null. */
export function answer(question: Question, speaker: string | null, parts: AnswerParts): Outcome {
  if (question.talk !== null) return { kind: 'small-talk', talk: question.talk };
  const consideration = consider(question, speaker, parts);
  const { asked, everything, eligible } = consideration;
  const threshold = thresholdFor(parts.ranking);
  const found = matches(eligible, consideration, parts);
  const [best, ...others] = found;
  // "What did NAME say?" is answered by whatever they said.
  const anything = asked !== null && question.terms.every(({ light }) => light);
  if (best !== undefined && (anything || best.confidence >= threshold)) {
    return { kind: 'quote', best, others: others.slice(0, nearCount - 1) };
  }
  const { denial } = everything.view.written;
  const known = denial.closest > alike ? parts.announcement.notSaid[denial.about] : undefined;
  const about = known?.about ?? unknownWords(question);
  if (asked === null) {
    return { kind: 'not-said', about, nearest: found.slice(0, nearCount) };
  }
  const foreign = restrict(everything, (doc) => !isBy(statementAt(parts, doc), asked.people));
  const elsewhere = matches(foreign, consideration, parts);
  const [next, ...more] = elsewhere;
  if (next !== undefined && next.confidence >= threshold) {
    return { kind: 'elsewhere', asked: asked.asked, nearest: [next, ...more.slice(0, nearCount - 1)] };
  }
  const own = best === undefined ? [] : [best, ...others].slice(0, 3);
  return { kind: 'not-said', about, nearest: [...own, ...elsewhere].slice(0, nearCount) };
}

/** From this likeness on, a thing known not to be said is named as what the question is about. */
const alike = 0.6;

/** The people whose words are asked for, and how to call them; null where anybody's words will do. */
function askedOf(
  { speakers, unknownSpeaker }: Question,
  typed: string | null,
  { people, questionReader }: AnswerParts,
): Consideration['asked'] {
  if (typed !== null) {
    const [mention] = people.mentions(readWords(typed, questionReader).tokens);
    const [person] = mention?.people ?? [];
    if (mention === undefined || person === undefined) {
      return { asked: { kind: 'unknown', name: typed }, people: [] };
    }
    return { asked: { kind: 'person', person }, people: mention.people };
  }
  const [person] = speakers ?? [];
  if (person !== undefined && speakers !== null) {
    return { asked: { kind: 'person', person }, people: speakers };
  }
  return unknownSpeaker === null ? null : { asked: { kind: 'unknown', name: unknownSpeaker }, people: [] };
}

function isBy({ speaker }: Statement, people: readonly Person[]): boolean {
  return speaker !== null && people.some(({ id }) => id === speaker.id);
}

function restrict({ view, ranked }: Ranking, wanted: (doc: number) => boolean): Ranking {
  return { view, ranked: ranked.filter(({ doc }) => wanted(doc)) };
}

/** Matches of a ranking, best first. Below the best, confidence falls with the score. */
function matches(ranking: Ranking, { everything }: Consideration, parts: AnswerParts): Match[] {
  const [best] = ranking.ranked;
  if (best === undefined) return [];
  const sure = confidenceIn(ranking, everything, parts.ranking.rich);
  return ranking.ranked.slice(0, nearCount + 1).map((ranked) => {
    const statement = statementAt(parts, ranked.doc);
    return {
      statement,
      span: bestSpan(statement, ranking.view, parts.questionReader.textReader),
      confidence: sure * Math.exp(Math.min(0, ranked.score - best.score)),
      // Seldom looked at, and dear.
      get because() {
        return explain(ranking.view, ranked);
      },
    };
  });
}

function statementAt({ announcement }: AnswerParts, doc: number): Statement {
  const statement = announcement.statements[doc];
  if (statement === undefined) throw new RangeError(`There is no statement number ${doc}.`);
  return statement;
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
