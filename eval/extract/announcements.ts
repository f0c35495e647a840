import type { Announcement } from '../../src/announcement/announcement.ts';
import type { Span } from '../../src/announcement/source.ts';
import type { Candidate } from '../../src/extraction/candidate.ts';
import { extract } from '../../src/extraction/extract.ts';

/** How an extraction agrees with a labelled announcement; each count is out of `said`, the labelled utterances. */
export interface Agreement {
  readonly said: number;
  /** Most of the words were found as somebody's. */
  readonly found: number;
  /** The found words begin and end where labelled ones of the same speaker do. */
  readonly words: number;
  readonly kind: number;
  readonly name: number;
  readonly role: number;
  /** Attributed candidates of whose words most are labelled narration. */
  readonly leaked: number;
  readonly notes: readonly string[];
}

interface Piece {
  readonly span: Span;
  readonly speaker: string | null;
}

export function agreement(announcement: Announcement): Agreement {
  const { source, statements } = announcement;
  const { text } = source;
  const attributed = extract(text).candidates.filter(({ kind }) => kind !== 'narration');
  const pieces: Piece[] = statements
    .filter(({ kind }) => kind !== 'narration')
    .flatMap(({ place, also, speaker }) =>
      [place, ...also].flatMap(({ spans }) =>
        spans.map((span) => ({ span: core(text, span), speaker: speaker?.name ?? null })),
      ),
    );
  const starts = new Set(pieces.map(({ span, speaker }) => `${span[0]} ${speaker}`));
  const ends = new Set(pieces.map(({ span, speaker }) => `${span[1]} ${speaker}`));
  const notes: string[] = [];
  const count = { said: 0, found: 0, words: 0, kind: 0, name: 0, role: 0, leaked: 0 };
  for (const { kind, place, speaker } of statements) {
    if (kind === 'narration') continue;
    count.said += 1;
    const spans = place.spans.map((span) => core(text, span));
    const best = mostOf(spans, attributed);
    if (best === null) {
      notes.push(`missed (${kind}): ${text.slice(...(spans[0] ?? [0, 0]))}`);
      continue;
    }
    count.found += 1;
    const exact = best.spans
      .map((span) => core(text, span))
      .every(
        ([start, end]) =>
          starts.has(`${start} ${speaker?.name ?? null}`) && ends.has(`${end} ${speaker?.name ?? null}`),
      );
    if (exact) count.words += 1;
    else notes.push(`words: ${best.spans.map((span) => text.slice(...span)).join(' … ')}`);
    if (best.kind === kind) count.kind += 1;
    else notes.push(`${best.kind} for ${kind}: ${text.slice(...(best.spans[0] ?? [0, 0]))}`);
    if ((best.speaker?.name ?? null) === (speaker?.name ?? null)) count.name += 1;
    else
      notes.push(
        `${best.speaker?.name ?? 'nobody'} for ${speaker?.name ?? 'nobody'}: ${text.slice(...(best.spans[0] ?? [0, 0]))}`,
      );
    if (bare(best.speaker?.role) === bare(speaker?.role)) count.role += 1;
    else notes.push(`role "${best.speaker?.role ?? ''}" for "${speaker?.role ?? ''}"`);
  }
  for (const candidate of attributed) {
    const own = length(candidate.spans);
    const held = candidate.spans.reduce(
      (sum, span) => sum + Math.max(0, ...pieces.map((piece) => overlap(span, piece.span))),
      0,
    );
    if (held * 2 >= own) continue;
    count.leaked += 1;
    notes.push(
      `narration given to ${candidate.speaker?.name ?? 'nobody'}: ${candidate.spans.map((span) => text.slice(...span)).join(' … ')}`,
    );
  }
  return { ...count, notes: [...new Set(notes)] };
}

function mostOf(spans: readonly Span[], candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  let most = length(spans) / 2;
  for (const candidate of candidates) {
    const held = spans.reduce(
      (sum, span) => sum + Math.max(0, ...candidate.spans.map((other) => overlap(span, other))),
      0,
    );
    if (held > most) {
      best = candidate;
      most = held;
    }
  }
  return best;
}

const length = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);
const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

/** Without the marks, stops and spaces at both ends. */
function core(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && !/[\p{L}\p{N}]/u.test(text[from] ?? '')) from++;
  while (to > from && !/[\p{L}\p{N}]/u.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

/** A role with or without its article is the same role. */
function bare(role: string | null | undefined): string {
  return (role ?? '').replace(/^(?:the|an?)\s+/i, '').toLowerCase();
}
