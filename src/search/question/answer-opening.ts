import type { AnswerKind, Language } from '../compile-lexicon.ts';
import type { ReadToken } from '../text/read-text.ts';

/** The words of a question that tell what kind of answer it asks for: tokens `from` up to `to`. */
export interface Opening {
  readonly kind: AnswerKind;
  readonly from: number;
  readonly to: number;
}

/** The first words that ask for a kind of answer ("how many", "in which city"); null where there are none. */
export function answerOpening(tokens: readonly ReadToken[], words: Language | null): Opening | null {
  if (words === null) return null;
  for (let from = 0; from < tokens.length; from++) {
    const first = tokens[from]?.word ?? '';
    if (words.tag !== 'zh' && !words.openers.has(first)) continue;
    for (const { words: opening, kind, first: only } of words.questions) {
      if (only && from > 0) continue;
      if (opening[0] !== first && words.tag !== 'zh') continue;
      const fits = opening.every((word, offset) => {
        const asked = tokens[from + offset]?.word;
        return asked === word || (words.tag === 'zh' && offset === 0 && asked?.includes(word) === true);
      });
      if (fits) return { kind, from, to: from + opening.length };
    }
  }
  return null;
}
