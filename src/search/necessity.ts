/**
 * How likely the sentence that answers a question has a word of it, by itself or a plain synonym: 0 hardly ever (words of
 * asking and judging: "better", "reason"), 1 seldom ("plan"), 2 as often as not ("money"), 3 mostly ("bridge"), 4 nearly
 * always ("uranium"). What L. Zhao and J. Callan call the necessity of a term (Term necessity prediction, CIKM 2010).
 */
export type Grade = 0 | 1 | 2 | 3 | 4;

/** The grades of a language's words, as they are listed: one form of each. */
export type GradeList = ReadonlyMap<string, Grade>;

/** Gives the grade of a word in any of its forms; null where none is listed. */
export type GradeOf = (word: string, stem: string) => Grade | null;

/**
 * Looks words up in a list, in whatever form they are: those that a stem and one of the language's `suffixes` make are tried,
 * and `stemOf` tells whether one is of the same word.
 */
export function createGrades(
  list: GradeList,
  stemOf: (word: string) => string,
  suffixes: Iterable<string>,
): GradeOf {
  const endings = ['', ...suffixes];
  return (word, stem) => {
    const listed = list.get(word);
    if (listed !== undefined) return listed;
    for (const base of basesOf(stem)) {
      for (const ending of endings) {
        const grade = list.get(base + ending);
        if (grade !== undefined && stemOf(base + ending) === stem) return grade;
      }
    }
    return null;
  };
}

/** What endings are put to: the stem, the y that its i stands for (happy, happiness), its last letter twice (stop, stopped). */
function basesOf(stem: string): readonly string[] {
  return [stem, ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []), stem + (stem.at(-1) ?? '')];
}
