import type { QuestionTerm } from '../question/question.ts';
import { pairsOf } from './closeness.ts';
import type { QuestionView } from './features.ts';

/** What a word of each grade counts where it is judged whether a statement answers. */
const worth = [0.25, 0.5, 0.7, 1.1, 1.2] as const;

/** How telling a word is: "specific" stands in nearly every answer, "concrete" in most, "vague" in few. */
export type Telling = 'specific' | 'concrete' | 'vague';

/** The class of a word by its grade; a number is concrete, and a name that nobody graded is specific. */
export function tellingOf({ grade, name, number }: QuestionTerm): Telling {
  if (number || grade === 3) return 'concrete';
  if (grade === 4 || (grade === null && name)) return 'specific';
  return 'vague';
}

/** The same question with its words weighing as they are to be expected in an answer, too, not only as they are rare. */
export function byNecessity(view: QuestionView): QuestionView {
  const { terms } = view;
  const weights = view.weights.map((weight, at) => weight * worthOf(terms[at]));
  const heavy = terms.flatMap(({ light }, at) => (light ? [] : [at]));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return { ...view, weights, total, pairs: pairsOf(heavy, weights) };
}

function worthOf(term: QuestionTerm | undefined): number {
  const grade = term === undefined || term.light || term.number ? null : term.grade;
  return grade === null ? 1 : worth[grade];
}
