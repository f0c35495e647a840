import type { AnswerKind, Language } from '../language.ts';
import type { ReadToken } from '../text/read-text.ts';

/** The words of a question that tell what kind of answer it asks for: tokens `from` up to `to`. */
export interface Opening {
  readonly kind: AnswerKind;
  readonly from: number;
  readonly to: number;
}

const none: Language['questions'] = [];

/** The first words that ask for a kind of answer ("how many", "in which city"); null where there are none. */
export function answerOpening(tokens: readonly ReadToken[], words: Language | null): Opening | null {
  if (words === null) return null;
  for (let from = 0; from < tokens.length; from++) {
    const first = tokens[from]?.word ?? '';
    const openings = words.tag === 'zh' ? words.questions : (words.openers.get(first) ?? none);
    for (const { words: opening, kind, first: only } of openings) {
      if (only && from > 0) continue;
      const fits = opening.every((word, offset) => {
        const asked = tokens[from + offset]?.word;
        return asked === word || (words.tag === 'zh' && offset === 0 && asked?.includes(word) === true);
      });
      const to = from + opening.length;
      if (fits && (to > from + 1 || !joinsClauses(kind, tokens, from, words))) return { kind, from, to };
    }
  }
  return null;
}

/** Kinds asked for by words that also join what they follow: "people who". */
const relative: ReadonlySet<AnswerKind> = new Set(['who', 'which']);

/**
 * Whether a word that could ask stands between clauses instead: "people who want to learn", "did they help when it
 * rained". A question word asks where only chat, small words or a verb of saying or knowing stand before it, or where the
 * verb follows it at once ("so when did it rain").
 */
function joinsClauses(kind: AnswerKind, tokens: readonly ReadToken[], at: number, words: Language): boolean {
  if (words.auxiliaries.size === 0) return false;
  const before = tokens[at - 1];
  if (before === undefined || tokens[at]?.breaks) return false;
  if (words.asking.has(before.word) || words.saying.has(before.word)) return false;
  const content = tokens.slice(0, at).filter(({ word, stop }) => !stop && !words.asking.has(word));
  if (content.length === 0) return false;
  const asksNext = words.auxiliaries.has(tokens[at + 1]?.word ?? '');
  const isVerb = ({ word }: ReadToken) => words.auxiliaries.has(word);
  const first = tokens.find((token) => isVerb(token) || !words.asking.has(token.word));
  const opened = first !== undefined && isVerb(first);
  if (before.stop) return opened && !asksNext;
  return opened || relative.has(kind) || !asksNext;
}
