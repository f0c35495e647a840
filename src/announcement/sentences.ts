import { clausesIn } from './clauses.ts';
import { trimmed } from './paragraphs.ts';
import type { Source, Span } from './source.ts';

/** Short forms whose full stop ends no sentence, in the languages met most. */
const title =
  /(?:^|[\s("“‘«„])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Sra|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Rev|Hon|Pres|vs|approx|e\.g|i\.e|Mme|Mlle|Hr|bzw|z\.B|Lic|Ing)\.\s*$/;

/** Short forms that belong to the number after them. */
const beforeNumber =
  /(?:^|[\s("“‘«„])(?:Nos?|Art|Fig|Nr|Vol|ca?|см|p|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$/;

/** Initials and short forms in scripts whose sentences end in no full stop, or whose words are no single letters. */
const letters = /(?:^|[\s(.])(?:[\p{sc=Thai}\p{sc=Devanagari}]{1,4}|\p{sc=Arabic})\.\s*$/u;

/** A full stop in what is one: German dates and centuries, "v. Chr.", "z. B.", Spanish "EE. UU.". */
const within: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [
    /(?:^|\s)\d{1,2}\.\s*$/,
    /^(?:Jan|Jän|Feb|März|Apr|Mai\b|Jun|Jul|Aug|Sept|Okt|Nov|Dez|Jahrhundert|Jahrtausend)/,
  ],
  [/(?:^|\s)[vn]\.\s*$/, /^(?:u\. Z|Chr)\./],
  [/(?:^|[\s(])z\.\s*$/, /^B\./],
  [/(?:^|\s)EE\.\s*$/, /^UU/],
];

/** "J." of a name, "U.S.", "Inc.": a full stop that ends a sentence only if a new one clearly begins. */
const open = /(?:(?:^|[^\p{L}])(?:\p{Lu}\.)+|(?:^|\s)(?:Inc|Ltd|Co|Corp|Dept|Jr|Ph\.D)\.)\s*$/u;

const opening = /^["“‘«„(]*(?:The|This|That|These|Those|It|He|She|They|We|But|And|In|On|At|However|If)\b/;

/** Ranges of the sentences of one range of a text, without the white space around them. Marks alone are none. */
export function sentencesIn(text: string, [start, end]: Span, language: string): readonly Span[] {
  // A line broken to fit a page is no end of a sentence; the replacement keeps every offset.
  const line = text.slice(start, end).replace(/[\r\n\u0085\u2028\u2029]/g, ' ');
  const spans: Span[] = [];
  let from = 0;
  for (const until of breaksIn(line, segmenter(language))) {
    if (goesOn(line.slice(Math.max(from, until - 20), until), line.slice(until, until + 40))) continue;
    for (const end of [...clausesIn(line.slice(from, until)).map((offset) => from + offset), until]) {
      spans.push(trimmed(text, [start + from, start + end]));
      from = end;
    }
  }
  return spans.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(...span)));
}

/** Ranges of all sentences of a source, paragraph by paragraph. */
export function sentencesOf(source: Source, language: string): readonly Span[] {
  return source.paragraphs.flatMap((paragraph) => sentencesIn(source.text, paragraph, language));
}

/** Segmenting takes time by the square of the length, so a long text is segmented piece by piece. */
const pieceLength = 4096;

/** Offsets at which the segmenter ends a sentence, in order. */
function* breaksIn(line: string, segmenter: Intl.Segmenter): Generator<number> {
  let from = 0;
  let length = pieceLength;
  while (from < line.length) {
    const piece = line.slice(from, from + length);
    const ends = Array.from(segmenter.segment(piece), ({ index, segment }) => from + index + segment.length);
    const last = from + length >= line.length;
    // What a piece ends in may go on in the next, which therefore begins with it.
    const sure = last ? ends : ends.slice(0, -1);
    if (sure.length === 0) {
      length *= 2;
      continue;
    }
    yield* sure;
    from = sure.at(-1) ?? line.length;
    length = pieceLength;
  }
}

function goesOn(sentence: string, rest: string): boolean {
  if (rest === '') return false;
  return (
    /^["”’»)]*\s*\p{Ll}/u.test(rest) ||
    title.test(sentence) ||
    letters.test(sentence) ||
    within.some(([before, after]) => before.test(sentence) && after.test(rest)) ||
    (beforeNumber.test(sentence) && /^\d/.test(rest)) ||
    (open.test(sentence) && !opening.test(rest))
  );
}

/** Making one costs more than using it on a paragraph. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const made = segmenters.get(language);
  if (made !== undefined) return made;
  const [known = 'en'] = Intl.Segmenter.supportedLocalesOf(language);
  const fresh = new Intl.Segmenter(known, { granularity: 'sentence' });
  segmenters.set(language, fresh);
  return fresh;
}
