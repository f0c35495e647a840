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

/** Endings that make a form of a word out of its stem, the commonest first. */
const endings = [
  ...[
    '',
    's',
    'e',
    'es',
    'ed',
    'd',
    'ing',
    'er',
    'ers',
    'ion',
    'ions',
    'ation',
    'ations',
    'al',
    'ic',
    'ical',
    'ity',
    'y',
  ],
  ...[
    'ly',
    'or',
    'ors',
    'ment',
    'ements',
    'ement',
    'ments',
    'ive',
    'ative',
    'ely',
    'ally',
    'ate',
    'ated',
    'ating',
    'ance',
  ],
  ...['ence', 'ency', 'ent', 'ant', 'ous', 'able', 'ness', 'ful', 'ized', 'ization', 'ics'],
];
/** Of a stem that ends in i, which stands for y. */
const endingsOfY = ['y', 'ies', 'ied', 'ying', 'ily', 'ier', 'iest', 'iness'];

/** Looks words up in a list, in whatever form they are; `stemOf` tells which forms are of one word. */
export function createGrades(list: GradeList, stemOf: (word: string) => string): GradeOf {
  return (word, stem) => {
    const listed = list.get(word);
    if (listed !== undefined) return listed;
    for (const form of formsOf(stem)) {
      const grade = list.get(form);
      if (grade !== undefined && stemOf(form) === stem) return grade;
    }
    return null;
  };
}

function* formsOf(stem: string): Generator<string> {
  for (const ending of endings) yield stem + ending;
  if (stem.endsWith('i')) for (const ending of endingsOfY) yield stem.slice(0, -1) + ending;
  // Stopped, running.
  const last = stem.at(-1) ?? '';
  for (const ending of ['ed', 'ing', 'er']) yield stem + last + ending;
}
