import type { Span } from '../announcement/source.ts';
import type { Statement } from '../announcement/statement.ts';
import type { Alleged } from './alleged.ts';
import type { Attribution } from './attribution.ts';
import type { Claimed } from './claimed.ts';
import type { Passage, Remark } from './finding.ts';
import type { Passages } from './passages.ts';

/** The passage made of these tokens of the source; unbroken runs of them are one span each. */
export function passageOf(
  passages: Passages,
  { statement, statements }: Attribution,
  tokens: readonly number[],
  claimed: Claimed,
): Passage {
  const theirs =
    claimed?.kind === 'person'
      ? statements.find(({ speaker }) => speaker?.id === claimed.person.id)
      : undefined;
  const chosen = theirs ?? statement;
  return {
    statement: chosen,
    speaker: statements.length === 0 ? null : chosen.speaker,
    spans: spansOf(passages, tokens),
  };
}

function spansOf({ starts, ends }: Passages, tokens: readonly number[]): readonly [Span, ...Span[]] {
  const spans: Span[] = [];
  let from = tokens[0] ?? 0;
  for (const [i, token] of tokens.entries()) {
    if (tokens[i + 1] === token + 1) continue;
    spans.push([starts[from] ?? 0, ends[token] ?? 0]);
    from = tokens[i + 1] ?? 0;
  }
  const [first = [0, 0] as const, ...rest] = spans;
  return [first, ...rest];
}

/** How the article gives the words: relayed, partly quoted, by several people, with words of its own. */
export function reporting(
  passages: Passages,
  { statement, statements, speakers, withNarration }: Attribution,
  tokens: readonly number[],
): readonly Remark[] {
  const people = speakers.filter((speaker) => speaker !== null);
  if (statements.length === 0 || people.length === 0) return [];
  const remarks: Remark[] = [];
  if (statement.kind === 'indirect') remarks.push({ kind: 'reported' });
  if (statement.kind === 'mixed') remarks.push(...quotedPart(passages, statement, tokens));
  if (people.length > 1) remarks.push({ kind: 'several-speakers', people });
  if (withNarration || speakers.includes(null)) remarks.push({ kind: 'with-narration' });
  return remarks;
}

const quoted = /[“"«「『][^”"»」』]*[”"»」』]/gu;

/** Of a statement that is quoted in part: whether these words are the quoted part. */
function quotedPart(
  { starts, ends }: Passages,
  statement: Statement,
  tokens: readonly number[],
): readonly Remark[] {
  const inside = (token: number) =>
    [statement.place, ...statement.also].some(({ spans }) =>
      spans.some(([start, end]) =>
        [...statement.source.text.slice(start, end).matchAll(quoted)].some(
          ({ 0: words, index }) =>
            (starts[token] ?? 0) >= start + index && (ends[token] ?? 0) <= start + index + words.length,
        ),
      ),
    );
  const count = tokens.filter(inside).length;
  if (count === tokens.length) return [];
  return [{ kind: count === 0 ? 'reported' : 'partly-quoted' }];
}

const spaceless = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** One or two words, or as many characters as make one or two words where no spaces are written. */
export function isVeryShort({ tokens }: Alleged): boolean {
  const length = tokens.reduce((sum, { form }) => sum + (spaceless.test(form) ? 0.5 : 1), 0);
  return length <= 2;
}
