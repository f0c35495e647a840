import type { QuestionedText } from '../learn/squad.ts';
import type { Engine } from '../search/engines.ts';
import { auroc } from '../search/figures.ts';

/** How an engine does on texts; shares in 0..1. */
export interface TextFigures {
  /** Answerable questions. */
  readonly count: number;
  /** Of the answerable: a right statement is first. */
  readonly first: number;
  /** Of the answerable: a right statement is among the first three. */
  readonly among3: number;
  /** How well confidence tells answerable from foreign questions. */
  readonly split: number;
  readonly answered: number;
  readonly foreignAnswered: number;
}

interface Result {
  readonly answerable: boolean;
  readonly answered: boolean;
  readonly confidence: number;
  /** Of the first right statement, from 0; -1 where none is named. */
  readonly rank: number;
}

/** Asks an engine all questions of the texts. A statement is right that has part of an answer. */
export function measure(engine: Engine, texts: readonly QuestionedText[]): TextFigures {
  const results = texts.flatMap(({ announcement, questions }) => {
    const ask = engine.prepare(announcement);
    return questions.map(({ question, kind, answers }): Result => {
      const { answered, confidence, list } = ask(question);
      const rank = list.findIndex(({ span: [from, to] }) =>
        answers.some(([start, end]) => start < to && from < end),
      );
      return { answerable: kind === 'answerable', answered, confidence, rank };
    });
  });
  const own = results.filter(({ answerable }) => answerable);
  const foreign = results.filter(({ answerable }) => !answerable);
  const share = (some: readonly Result[], wanted: (one: Result) => boolean) =>
    some.filter(wanted).length / some.length;
  const sure = (some: readonly Result[]) => some.map(({ confidence }) => confidence);
  return {
    count: own.length,
    first: share(own, ({ rank }) => rank === 0),
    among3: share(own, ({ rank }) => rank >= 0 && rank < 3),
    split: auroc(sure(own), sure(foreign)),
    answered: share(own, ({ answered }) => answered),
    foreignAnswered: share(foreign, ({ answered }) => answered),
  };
}
