import type { Background } from '../background.ts';
import type { Language } from '../language.ts';
import type { ReadToken } from '../text/read-text.ts';
import type { Mention } from './people.ts';

/** Whose words a question asks for: tokens `from` up to `to`, and the mention that stands there if it is known. */
export interface AskedSlot {
  readonly from: number;
  readonly to: number;
  readonly mention: Mention | null;
  /** Where the verb of saying or the word for an opinion stands; -1 where there is none. */
  readonly verb: number;
}

/** How far after a name its verb may stand ("did NAME himself really say"). */
const reach = 4;
const auxiliary = /^(?:did|does|do|has|have|had|would|will|is|was|what|that|if|when|why|how)$/;

/**
 * Whose words are asked for: "did NAME say …", "according to NAME", "NAME's words on …", "NAME on …",
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
  for (const mention of mentions) {
    const verb = verbOf(tokens, mention, words);
    if (verb !== null) return { from: mention.from, to: mention.to, mention, verb };
  }
  return words.tag === 'en' ? unknownSpeaker(tokens, words, background, isKnown) : null;
}

/** The position of what makes a mention the one whose words are asked for, -1 for a preposition, null for nothing. */
function verbOf(tokens: readonly ReadToken[], mention: Mention, words: Language): number | null {
  const { from, to, by } = mention;
  const word = (at: number) => tokens[at]?.word ?? '';
  const isSaying = (at: number) => words.saying.has(word(at));
  const isOpinion = (at: number) => words.opinions.has(word(at));
  const start = word(from - 1) === 'the' ? from - 1 : from;

  if (word(start - 1) === 'to' && word(start - 2) === 'according') return -1;
  if (word(start - 1) === 'segun' || (word(start - 1) === 'per' && by === 'name')) return -1;
  if (word(start - 1) === 'by' && isSaying(start - 2)) return start - 2;
  if (
    (word(start - 1) === 'from' || word(start - 1) === 'of' || word(start - 1) === 'de') &&
    isOpinion(start - 2)
  ) {
    return start - 2;
  }
  if (/^quotes?$/.test(word(start - 1))) return start - 1;
  if (words.tag === 'zh') {
    const verb = tokens.findIndex((_, at) => at >= to && (isSaying(at) || isOpinion(at)));
    return verb < 0 ? null : verb;
  }
  if (words.tag !== 'en') {
    for (const at of [start - 1, start - 2, to, to + 1]) if (isSaying(at)) return at;
    return null;
  }
  if (isOpinion(to)) return to;
  if (by === 'name' && from === 0 && /^(?:on|about|re)$/.test(word(to))) return -1;
  // "The Song analyst": one word may stand between where an auxiliary has opened the question.
  let foreign = tokens.slice(0, start).some((token) => auxiliary.test(token.word)) ? 1 : 0;
  for (let at = to; at < tokens.length && at <= to + reach; at++) {
    if (isSaying(at)) return by === 'name' || start < from || auxiliary.test(word(start - 1)) ? at : null;
    const idle = tokens[at]?.stop === true || words.asking.has(word(at));
    if (!idle && foreign-- === 0) return null;
  }
  return null;
}

/** A name nobody in the announcement has, between an auxiliary and the verb of saying, or after "according to". */
function unknownSpeaker(
  tokens: readonly ReadToken[],
  words: Language,
  background: Background,
  isKnown: (token: ReadToken) => boolean,
): AskedSlot | null {
  const isName = (token: ReadToken | undefined) =>
    token !== undefined && !token.stop && !isKnown(token) && looksLikeName(token, background);
  const after = tokens.findIndex(({ word }, at) => word === 'to' && tokens[at - 1]?.word === 'according') + 1;
  if (after > 0) {
    let to = after;
    while (isName(tokens[to])) to += 1;
    return to > after ? { from: after, to, mention: null, verb: -1 } : null;
  }
  const verb = tokens.findIndex(({ word }, at) => at > 0 && words.saying.has(word));
  let from = verb;
  while (from > 0 && isName(tokens[from - 1])) from -= 1;
  const opened = from > 0 && auxiliary.test(tokens[from - 1]?.word ?? '');
  return verb > 0 && from < verb && opened ? { from, to: verb, mention: null, verb } : null;
}

/** A person's name rather than a place: listed among names, or a capitalised word no list has. */
function looksLikeName({ word, capital }: ReadToken, background: Background): boolean {
  const rank = background.rank(word, 'en');
  if (background.isName(word)) return rank === null || capital || rank > 2000;
  return capital && rank === null;
}
