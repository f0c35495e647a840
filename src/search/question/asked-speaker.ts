import type { Background } from '../background.ts';
import type { Language } from '../compile-lexicon.ts';
import type { ReadToken } from '../text/read-text.ts';
import type { Mention } from './people.ts';

/** Whose words a question asks for: tokens `from` up to `to`, and the mention that stands there if it is known. */
export interface AskedSlot {
  readonly from: number;
  readonly to: number;
  readonly mention: Mention | null;
}

const auxiliary = /^(?:did|does|do|has|have|had|would|will|is|was|what|that|if|when|why|how)$/;

/**
 * Whose words are asked for: "did NAME say …", "what does NAME think", "according to NAME", "NAME's words on",
 * "qué dijo NAME", "NAME对…说了什么". `isKnown` tells whether a word occurs in the announcement.
 */
export function askedSpeaker(
  tokens: readonly ReadToken[],
  mentions: readonly Mention[],
  words: Language | null,
  background: Background,
  isKnown: (token: ReadToken) => boolean,
): AskedSlot | null {
  if (words === null) return null;
  const saying = tokens.map(({ word }) => words.saying.has(word));
  const idle = (token: ReadToken | undefined) =>
    token === undefined || token.stop || words.asking.has(token.word);
  const slot = (mention: Mention): AskedSlot => ({ from: mention.from, to: mention.to, mention });

  for (const mention of mentions) {
    const before = tokens[mention.from - 1]?.word;
    const twoBefore = tokens[mention.from - 2]?.word;
    if (before === 'to' && twoBefore === 'according') return slot(mention);
    if (before === 'segun' || (before === 'by' && saying[mention.from - 2])) return slot(mention);
    if (before === 'the' && twoBefore === 'to' && tokens[mention.from - 3]?.word === 'according') {
      return slot(mention);
    }
    if (before === 'from' && /^(?:quote|quotes|words|statement|comment)$/.test(twoBefore ?? '')) {
      return slot(mention);
    }
    if (words.tag !== 'en' && saying.some((is, at) => is && Math.abs(at - mention.from) <= 2)) {
      return slot(mention);
    }
    if (words.tag === 'zh' && saying.some((is, at) => is && at >= mention.to)) return slot(mention);
    for (let at = mention.to; at < tokens.length && at <= mention.to + 4; at++) {
      if (saying[at]) return slot(mention);
      if (!idle(tokens[at])) break;
    }
  }

  const verb = saying.indexOf(true, 1);
  if (words.tag !== 'en' || verb < 0) return null;
  return unknownSpeaker(tokens, verb, background, isKnown);
}

/** A name nobody in the announcement has, between an auxiliary and the verb of saying, or after "according to". */
function unknownSpeaker(
  tokens: readonly ReadToken[],
  verb: number,
  background: Background,
  isKnown: (token: ReadToken) => boolean,
): AskedSlot | null {
  const accordingTo = tokens.findIndex(
    ({ word }, at) => word === 'to' && tokens[at - 1]?.word === 'according',
  );
  let from = accordingTo >= 0 ? accordingTo + 1 : verb;
  let to = from;
  const nameLike = (token: ReadToken | undefined) =>
    token !== undefined && !token.stop && !isKnown(token) && looksLikeName(token, background);
  if (accordingTo >= 0) {
    while (nameLike(tokens[to])) to += 1;
  } else {
    while (nameLike(tokens[from - 1])) from -= 1;
    if (from > 0 && !auxiliary.test(tokens[from - 1]?.word ?? '')) return null;
  }
  return to > from ? { from, to, mention: null } : null;
}

function looksLikeName(token: ReadToken, background: Background): boolean {
  const rank = background.rank(token.word, 'en');
  if (token.capital) return true;
  return rank === null || (background.isName(token.word) && rank > 400);
}
