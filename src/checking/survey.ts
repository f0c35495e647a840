import type { Alleged } from './alleged.ts';
import { type Located, locate, type Stretch } from './locate.ts';
import type { Passages } from './passages.ts';
import { marksIn } from './tokens.ts';

/** Where a whole alleged quote seems to come from; a long one is surveyed in pieces. */
export type Survey = Located;

/** Words that are aligned at once: the cost grows with the square. */
const mostWordsAtOnce = 300;
const wordsInPiece = 120;
const leastCoverage = 0.5;

/** The passages nearest to the alleged words, in the order of the quote; null where there is none. */
export function survey(passages: Passages, alleged: Alleged): Survey | null {
  const { length } = alleged.tokens;
  if (length <= mostWordsAtOnce) return locate(passages, alleged, 0, length);
  const pieces = piecesOf(alleged).map(([from, to]) => ({
    from,
    to,
    found: piece(passages, alleged, from, to),
  }));
  const known = pieces.filter(({ found }) => found !== null && found.coverage >= leastCoverage);
  if (known.length === 0) return pieces[0]?.found ?? null;
  const share = (of: (found: Located) => number) =>
    pieces.reduce((sum, { from, to, found }) => sum + (found === null ? 0 : of(found) * (to - from)), 0) /
    length;
  const stretches = joined(pieces);
  const [first, ...rest] = stretches;
  if (first === undefined) return null;
  return {
    stretches: [first, ...rest],
    matched: pieces.reduce((sum, { found }) => sum + (found?.matched ?? 0), 0),
    counted: share(({ counted }) => counted),
    keptCount: share(({ keptCount }) => keptCount),
    pieces: pieces.reduce((sum, { found }) => sum + (found?.pieces ?? 0), 0),
    coverage: share(({ coverage }) => coverage),
    kept: share(({ kept }) => kept),
    shared: share(({ shared }) => shared),
  };
}

/** A piece that stands word for word needs no alignment. */
function piece(passages: Passages, alleged: Alleged, from: number, to: number): Located | null {
  const words = alleged.tokens.slice(from, to).map(({ form }) => passages.word(form));
  const [position] = words.includes(-1) ? [] : passages.occurrences(words, 1);
  if (position === undefined) return locate(passages, alleged, from, to);
  const stretch = { from, to, start: position, end: position + to - from };
  const whole = { counted: 1, keptCount: 1, pieces: 1, coverage: 1, kept: 1, shared: 1 };
  return { stretches: [stretch], matched: to - from, ...whole };
}

/** Cuts a long quote at the ends of its sentences, or where a piece grows too long without one. */
function piecesOf({ tokens, text }: Alleged): readonly (readonly [from: number, to: number])[] {
  const pieces: (readonly [number, number])[] = [];
  let from = 0;
  for (let to = 1; to <= tokens.length; to++) {
    const gap = text.slice(tokens[to - 1]?.end ?? 0, tokens[to]?.start ?? text.length);
    const enough = to - from >= wordsInPiece / 2 && /[.!?]/u.test(marksIn(gap));
    if (!enough && to - from < wordsInPiece && to < tokens.length) continue;
    pieces.push([from, to]);
    from = to;
  }
  return pieces;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly found: Located | null;
}

/**
 * The stretches that follow one another in the source as in the quote. Words of a piece that was not found, or that
 * stands somewhere else, are added to the stretch before or after them.
 */
function joined(pieces: readonly Piece[]): readonly Stretch[] {
  const found = pieces.flatMap(({ found: one }) =>
    one === null || one.coverage < leastCoverage ? [] : one.stretches,
  );
  const chain = longestChain(found);
  const end = pieces.at(-1)?.to ?? 0;
  return chain.map((stretch, i) => ({
    ...stretch,
    from: i === 0 ? 0 : stretch.from,
    to: chain[i + 1]?.from ?? end,
  }));
}

/** Words of the source that may lie between two stretches of one passage. */
const mostBetween = 400;

/** The stretches in order, each a little after the one before it, that have most words together. */
function longestChain(stretches: readonly Stretch[]): readonly Stretch[] {
  const chains: { readonly words: number; readonly stretches: readonly Stretch[] }[] = [];
  for (const stretch of stretches) {
    const { words, stretches: before } = chains
      .filter(({ stretches: chain }) => follows(chain.at(-1), stretch))
      .reduce((best, chain) => (chain.words > best.words ? chain : best), { words: 0, stretches: [] });
    chains.push({ words: words + stretch.to - stretch.from, stretches: [...before, stretch] });
  }
  return chains.reduce((best, chain) => (chain.words > best.words ? chain : best), {
    words: 0,
    stretches: [],
  }).stretches;
}

function follows(before: Stretch | undefined, { start }: Stretch): boolean {
  return before !== undefined && start >= before.end && start - before.end <= mostBetween;
}
