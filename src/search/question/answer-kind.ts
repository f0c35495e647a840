import type { AnswerKind, Language } from '../compile-lexicon.ts';
import type { ReadToken } from '../text/read-text.ts';

/** The kind of answer a question asks for, by its first question word; null where it has none. */
export function answerKind(tokens: readonly ReadToken[], words: Language | null): AnswerKind | null {
  if (words === null) return null;
  for (let at = 0; at < tokens.length; at++) {
    for (const { words: opening, kind } of words.questions) {
      const fits = opening.every((word, offset) => {
        const asked = tokens[at + offset]?.word;
        return asked === word || (words.tag === 'zh' && offset === 0 && asked?.includes(word) === true);
      });
      if (fits) return kind;
    }
  }
  return null;
}
