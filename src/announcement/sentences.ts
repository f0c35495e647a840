import { trimmed } from './paragraphs.ts';
import type { Source, Span } from './source.ts';

/** Short forms whose full stop ends no sentence, in the languages met most. */
const title =
  /(?:^|[\s("“‘«„])(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Sra|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|Rev|Hon|Pres|vs|approx|e\.g|i\.e|Mme|Mlle|Hr|bzw|z\.B|Lic|Ing)\.\s*$/;

/** Short forms that belong to the number after them. */
const beforeNumber =
  /(?:^|[\s("“‘«„])(?:Nos?|Art|Fig|Nr|p|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$/;

/** "J." of a name, "U.S.", "Inc.": a full stop that ends a sentence only if a new one clearly begins. */
const open = /(?:(?:^|[^\p{L}])(?:\p{Lu}\.)+|(?:^|\s)(?:Inc|Ltd|Co|Corp|Dept|Jr|Ph\.D)\.)\s*$/u;

const opening = /^["“‘«„(]*(?:The|This|That|These|Those|It|He|She|They|We|But|And|In|On|At|However|If)\b/;

/** Ranges of the sentences of one range of a text, without the white space around them. Marks alone are none. */
export function sentencesIn(text: string, [start, end]: Span, language: string): readonly Span[] {
  // A line broken to fit a page is no end of a sentence; the replacement keeps every offset.
  const line = text.slice(start, end).replace(/[\r\n\u0085\u2028\u2029]/g, ' ');
  const spans: Span[] = [];
  let from = 0;
  for (const { index, segment } of segmenter(language).segment(line)) {
    const until = index + segment.length;
    if (goesOn(line.slice(Math.max(from, until - 20), until), line.slice(until, until + 40))) continue;
    spans.push(trimmed(text, [start + from, start + until]));
    from = until;
  }
  return spans.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(...span)));
}

/** Ranges of all sentences of a source, paragraph by paragraph. */
export function sentencesOf(source: Source, language: string): readonly Span[] {
  return source.paragraphs.flatMap((paragraph) => sentencesIn(source.text, paragraph, language));
}

function goesOn(sentence: string, rest: string): boolean {
  if (rest === '') return false;
  return (
    /^["”’»)]*\s*\p{Ll}/u.test(rest) ||
    title.test(sentence) ||
    (beforeNumber.test(sentence) && /^\d/.test(rest)) ||
    (open.test(sentence) && !opening.test(rest))
  );
}

function segmenter(language: string): Intl.Segmenter {
  const [known = 'en'] = Intl.Segmenter.supportedLocalesOf(language);
  return new Intl.Segmenter(known, { granularity: 'sentence' });
}
