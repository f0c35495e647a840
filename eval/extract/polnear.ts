import { quotationsIn } from '../../src/announcement/quotations.ts';
import type { Span } from '../../src/announcement/source.ts';
import type { Candidate } from '../../src/extraction/candidate.ts';
import { extract } from '../../src/extraction/extract.ts';
import { type Attribution, type LabelledText, readPolnear } from './brat.ts';

interface Ratio {
  right: number;
  of: number;
}

interface Figures {
  readonly exact: { right: number; found: number; labelled: number };
  readonly named: Ratio;
  readonly both: { right: number; found: number; labelled: number };
  readonly content: { precision: Ratio; recall: Ratio };
}

const SPEECH =
  /\b(?:sa(?:y|id|ys|ying)|t(?:ell|old)\w*|add\w*|ask\w*|answer\w*|argu\w+|announc\w+|acknowledg\w+|admit\w*|accus\w+|assert\w*|call\w*|claim\w*|conced\w+|conclud\w+|confirm\w*|contend\w*|continu\w+|criticiz\w+|declar\w+|demand\w*|den(?:y|ied)\w*|describ\w+|emphasi\w+|explain\w*|express\w*|insist\w*|joke\w*|mention\w*|not(?:e|es|ed|ing)|observ\w+|pledg\w+|point\w* out|prais\w+|predict\w*|promis\w+|propos\w+|recall\w*|remark\w*|repl(?:y|ied)\w*|report\w*|respond\w*|reveal\w*|stat(?:e|es|ed|ing|ement)|stress\w*|suggest\w*|talk\w*|threaten\w*|tweet\w*|urg\w+|vow\w*|warn\w*|wr(?:ite|ote|itten)\w*|according to|quot\w+|cit(?:e|es|ed|ing)|spoke|speak\w*)\b/i;

/**
 * Measures one part of PolNeAR and reports in four lines. Direct quotations by exact span, cut at paragraph ends;
 * speakers where the label names one, by surname; all content where half of the words agree, recall among labels
 * with a cue of speech or with words in quotation marks. Pronouns need a reading that PolNeAR does not have.
 */
export function measurePolnear(git: string, part: string): string {
  const figures: Figures = {
    exact: { right: 0, found: 0, labelled: 0 },
    named: { right: 0, of: 0 },
    both: { right: 0, found: 0, labelled: 0 },
    content: { precision: { right: 0, of: 0 }, recall: { right: 0, of: 0 } },
  };
  const texts = readPolnear(git, part);
  for (const labelled of texts) measure(labelled, extract(labelled.text).candidates, figures);
  const { exact, named, both, content } = figures;
  const lines = [
    ['direct quotations, exact span', f1(exact.right, exact.found, exact.right, exact.labelled)],
    ['speaker of matched quotations, named', percent(named)],
    ['right span and right speaker', f1(both.right, both.found, both.right, both.labelled)],
    [
      'all content with a cue of speech',
      f1(content.precision.right, content.precision.of, content.recall.right, content.recall.of),
    ],
  ];
  return `\nPolNeAR ${part}, ${texts.length} texts\n${lines.map(([what = '', how = '']) => `  ${what.padEnd(40)} ${how}\n`).join('')}`;
}

function measure(
  { text, attributions }: LabelledText,
  candidates: readonly Candidate[],
  figures: Figures,
): void {
  const quoted = paragraphQuotations(text);
  const labels = attributions.map((attribution) => {
    const words = wordsIn(text, attribution.content);
    const inside = wordsIn(
      text,
      attribution.content.flatMap((span) =>
        quoted.map((mark) => common(span, mark)).filter(([a, b]) => b > a),
      ),
    );
    const share = words.size === 0 ? 0 : inside.size / words.size;
    const cue = attribution.cue.map((span) => text.slice(...span)).join(' ');
    return {
      attribution,
      words,
      share,
      name: nameOf(text, attribution),
      speech: share > 0 || SPEECH.test(cue),
    };
  });
  const pieces = labels
    .filter(({ share }) => share >= 0.9)
    .flatMap((label) =>
      piecesOf(text, quoted, label.attribution).map((span) => ({ span, name: label.name })),
    );
  const others = labels.filter(({ share }) => share < 0.9).flatMap(({ attribution }) => attribution.content);
  const open = new Set(pieces);
  for (const { kind, spans, speaker } of candidates) {
    if (kind !== 'direct') continue;
    for (const span of spans.map((one) => bare(text, one))) {
      const match = [...open].find((piece) => piece.span[0] === span[0] && piece.span[1] === span[1]);
      // A fragment inside other labelled content is neither right nor wrong as a quotation.
      if (match === undefined && others.some((other) => 2 * size(common(span, other)) >= size(span)))
        continue;
      figures.exact.found += 1;
      if (match === undefined) {
        figures.both.found += 1;
        continue;
      }
      open.delete(match);
      figures.exact.right += 1;
      if (match.name === null) continue;
      figures.both.found += 1;
      figures.named.of += 1;
      if (speaker !== null && sameName(speaker.name, match.name)) {
        figures.named.right += 1;
        figures.both.right += 1;
      }
    }
  }
  figures.exact.labelled += pieces.length;
  figures.both.labelled += pieces.filter(({ name }) => name !== null).length;
  const covered = new Set<number>();
  for (const { kind, spans } of candidates) {
    if (kind === 'narration') continue;
    for (const span of spans) {
      const words = wordsIn(text, [span]);
      for (const word of words) covered.add(word);
      figures.content.precision.of += 1;
      if (words.size > 0 && labels.some((label) => 2 * shared(words, label.words) >= words.size))
        figures.content.precision.right += 1;
    }
  }
  for (const { words, speech } of labels) {
    if (!speech) continue;
    figures.content.recall.of += 1;
    if (words.size > 0 && 2 * shared(words, covered) >= words.size) figures.content.recall.right += 1;
  }
}

function paragraphQuotations(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((line) => [
    ...quotationsIn(text, [line.index, line.index + line[0].length]),
  ]);
}

function piecesOf(text: string, quoted: readonly Span[], { content }: Attribution): Span[] {
  return quoted.flatMap((mark) => {
    const held = content.map((span) => common(span, mark)).filter(([start, end]) => end > start);
    const [first] = held;
    const last = held.at(-1);
    return first === undefined || last === undefined ? [] : [bare(text, [first[0], last[1]])];
  });
}

/** The label's name: the capitals that end its source, before what depends on it; null for pronouns and groups. */
function nameOf(text: string, { source }: Attribution): string | null {
  const words = source
    .map((span) => text.slice(...span))
    .join(' ')
    .replace(/\([^)]*\)/g, ' ');
  const head =
    words
      .split(/,|;| who | that | which /)[0]
      ?.replace(/\s(?:of|for|from|at|in|with|on)\s.*$/, '')
      .trim() ?? '';
  if (/\sand\s|\sor\s/.test(head)) return null;
  const name = /(?:\p{Lu}[\p{L}.'’-]*\s?)+$/u.exec(head)?.[0].trim() ?? '';
  return name === '' ||
    /^(?:He|She|They|It|We|I|You|That|This|The|Republicans|Democrats|Officials|Critics|Others)$/.test(name)
    ? null
    : name;
}

/** The last word of one is a word of the other. */
function sameName(found: string, labelled: string): boolean {
  const parts = (name: string) =>
    name
      .normalize('NFD')
      .replace(/\p{M}|[.’']/gu, '')
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((part) => !/^(?:jr|sr|s)$/.test(part));
  const [a, b] = [parts(found), parts(labelled)];
  return a.includes(b.at(-1) ?? '') || b.includes(a.at(-1) ?? '');
}

function wordsIn(text: string, spans: readonly Span[]): Set<number> {
  const words = new Set<number>();
  for (const [start, end] of spans)
    for (const word of text.slice(start, end).matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu))
      words.add(start + word.index);
  return words;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count += 1;
  return count;
}

const common = (a: Span, b: Span): Span => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
const size = ([start, end]: Span): number => Math.max(0, end - start);

function bare(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && !/[\p{L}\p{N}$£€%#@]/u.test(text[from] ?? '')) from++;
  while (to > from && !/[\p{L}\p{N}$£€%#@]/u.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

function f1(right: number, found: number, recalled: number, labelled: number): string {
  const [precision, recall] = [right / Math.max(1, found), recalled / Math.max(1, labelled)];
  const mean = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return `P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  F1 ${(100 * mean).toFixed(1)}`;
}

function percent({ right, of }: Ratio): string {
  return `${((100 * right) / Math.max(1, of)).toFixed(1)} % of ${of}`;
}
