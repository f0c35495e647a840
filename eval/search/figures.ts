import type { Engine } from './engines.ts';
import { answers, type Labelled, type LabelledAnnouncement } from './labelled.ts';

/** What became of one labelled question. */
export interface Row {
  readonly question: Labelled;
  readonly slug: string;
  readonly answerable: boolean;
  readonly answered: boolean;
  /** Rank of the first right answer among those named, from 1; 0 where none is. */
  readonly rank: number;
  readonly confidence: number;
}

export function rowsOf(engine: Engine, { announcement, questions }: LabelledAnnouncement): Row[] {
  const ask = engine.prepare(announcement);
  return questions.map((question) => {
    const reply = ask(question.question);
    const right = reply.list.findIndex((quoted) => answers(quoted, question, announcement.source.text));
    return {
      question,
      slug: announcement.slug,
      answerable: question.gold.length > 0,
      answered: reply.answered,
      rank: right + 1,
      confidence: reply.confidence,
    };
  });
}

/** All shares in 0..1; NaN where there is nothing to share. */
export interface Figures {
  readonly count: number;
  /** Right answer given, or rightly refused. */
  readonly overall: number;
  /** Of the answerable: answered, words and speaker right. */
  readonly accuracy: number;
  /** Of the answerable: the right one named first, whether offered as answer or as nearest. */
  readonly first: number;
  /** Of the answerable: the right one among the first three named. */
  readonly hitAt3: number;
  /** Of the unanswerable: answered. */
  readonly falseAnswers: number;
  /** Of all answers given: wrong words, wrong speaker, or nothing to answer. */
  readonly wrongAnswers: number;
  readonly abstention: { readonly precision: number; readonly recall: number; readonly f1: number };
}

export function figuresOf(rows: readonly Row[]): Figures {
  const yes = rows.filter(({ answerable }) => answerable);
  const no = rows.filter(({ answerable }) => !answerable);
  const right = ({ answerable, answered, rank }: Row) => (answerable ? answered && rank === 1 : !answered);
  const refused = rows.filter(({ answered }) => !answered);
  const given = rows.filter(({ answered }) => answered);
  const precision = share(refused, ({ answerable }) => !answerable);
  const recall = share(no, ({ answered }) => !answered);
  return {
    count: rows.length,
    overall: share(rows, right),
    accuracy: share(yes, right),
    first: share(yes, ({ rank }) => rank === 1),
    hitAt3: share(yes, ({ rank }) => rank >= 1 && rank <= 3),
    falseAnswers: share(no, ({ answered }) => answered),
    wrongAnswers: share(given, ({ rank }) => rank !== 1),
    abstention: { precision, recall, f1: (2 * precision * recall) / (precision + recall) },
  };
}

function share<T>(list: readonly T[], wanted: (one: T) => boolean): number {
  return list.length === 0 ? Number.NaN : list.filter(wanted).length / list.length;
}

/** Share of pairs in which the first has the greater value, a tie counting half; NaN where there are no pairs. */
export function auroc(first: readonly number[], second: readonly number[]): number {
  const sorted = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].sort((a, b) => a.value - b.value);
  let won = 0;
  let below = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (sorted[to]?.value === sorted[from]?.value) to += 1;
    const tied = sorted.slice(from, to).filter(({ isFirst }) => !isFirst).length;
    won += (to - from - tied) * (below + tied / 2);
    below += tied;
    from = to;
  }
  return won / (first.length * second.length);
}
