import type { Candidate } from './draft.ts';
import { occurrences, placesOf } from './find-words.ts';
import { tellNearest } from './nearest-words.ts';
import { quotationsIn } from './quotations.ts';
import type { Path } from './read-yaml.ts';
import type { Source, Span } from './source.ts';
import type { Place } from './statement.ts';
import type { Report } from './verify.ts';

/** Finds the places of one candidate's words, the principal one first. Null where anything was at fault. */
export function verifyPlaces(
  candidate: Candidate,
  index: number,
  source: Source,
  report: Report,
): readonly [Place, ...Place[]] | null {
  const at = (...rest: Path): Path => ['statements', index, ...rest];
  const { words, paragraph, from, kind, cue } = candidate;
  const place = onePlace(source, words, { paragraph, from }, (problem, remedy) =>
    report(at(problem === noSuchParagraph ? 'paragraph' : 'words'), problem, remedy),
  );
  for (const [position, further] of candidate.also.entries()) {
    if (further.words === undefined || isPartOf(piecesOf(further.words), piecesOf(words))) continue;
    report(
      at('also', position),
      'The words there are not a part of the words of the statement.',
      'Give the longest of them as the words of the statement; words that differ are a statement of their own.',
    );
    return null;
  }
  const also = candidate.also.map((further, position) =>
    onePlace(source, further.words ?? words, { paragraph: further.paragraph }, (problem, remedy) =>
      report(at('also', position), problem, remedy),
    ),
  );
  if (place === null) return null;
  if (kind === 'direct' && !place.spans.every((span) => isQuoted(source, place, span))) {
    report(
      at('kind'),
      'The words do not stand inside quotation marks.',
      'Call it "indirect", or "mixed" where a part is quoted; or leave out of the words what is not quoted.',
    );
    return null;
  }
  if (cue !== undefined && occurrences(source.text, cue, rangeOf(source, place)).length === 0) {
    report(
      at('cue'),
      `"${cue}" does not stand in paragraph ${place.paragraph}.`,
      'Write the attributing words as printed there, or leave the cue out.',
    );
    return null;
  }
  const found = also.filter((one) => one !== null);
  return found.length === also.length ? [place, ...found] : null;
}

const noSuchParagraph = 'The source has no such paragraph.';

/** The single place of the words, or null after telling why there is none. */
function onePlace(
  source: Source,
  words: string | readonly string[],
  where: { readonly paragraph?: number | undefined; readonly from?: number | undefined },
  tell: (problem: string, remedy: string) => void,
): Place | null {
  const pieces = piecesOf(words);
  const { paragraph, from } = where;
  if (paragraph !== undefined && paragraph > source.paragraphs.length) {
    tell(noSuchParagraph, `It has ${source.paragraphs.length}, counted from 1 without the blank lines.`);
    return null;
  }
  const places = placesOf(source, pieces, where);
  const [place] = places;
  if (place === undefined) {
    tell(...missing(source, pieces, paragraph));
    return null;
  }
  // A program that says from where to look means the first place after it.
  if (places.length === 1 || from !== undefined) return place;
  const paragraphs = [...new Set(places.map((one) => one.paragraph))];
  if (paragraphs.length > 1) {
    tell(
      `The words stand in paragraphs ${paragraphs.join(' and ')}.`,
      'Say which with "paragraph:", and list the others under "also:" if the same speaker says them there.',
    );
  } else {
    tell(
      `The words stand more than once in paragraph ${place.paragraph}.`,
      'Take in more of the words around them.',
    );
  }
  return null;
}

function piecesOf(words: string | readonly string[]): readonly string[] {
  return typeof words === 'string' ? [words] : words;
}

function isPartOf(pieces: readonly string[], whole: readonly string[]): boolean {
  return pieces.every((piece) => whole.some((words) => words.includes(piece)));
}

/** Why the pieces were found nowhere, and what to do. */
function missing(
  source: Source,
  pieces: readonly string[],
  paragraph: number | undefined,
): readonly [problem: string, remedy: string] {
  const elsewhere = placesOf(source, pieces, {}).map((place) => place.paragraph);
  if (paragraph !== undefined && elsewhere.length > 0) {
    return [
      `The words do not stand in paragraph ${paragraph}.`,
      `They stand in paragraph ${elsewhere.join(' and ')}: correct "paragraph:".`,
    ];
  }
  for (const [index, piece] of pieces.entries()) {
    if (placesOf(source, [piece], {}).length > 0) continue;
    const which = pieces.length === 1 ? 'The words are' : `Piece ${index + 1} of the words is`;
    if (source.text.includes(piece)) {
      return [
        `${which} in the source, but not as a piece of one paragraph that begins and ends with a whole word.`,
        'Take in the whole words; make one statement for each paragraph.',
      ];
    }
    const near = tellNearest(source, piece);
    return [
      `${which} not in the source.`,
      `Copy them from it exactly. ${near ?? 'Nothing there is like them.'}`,
    ];
  }
  return [
    'The pieces of the words do not follow one another in one paragraph.',
    'Put them in the order of the source, and make one statement for each paragraph.',
  ];
}

function rangeOf({ paragraphs, text }: Source, { paragraph }: Place): Span {
  return paragraphs[paragraph - 1] ?? [0, text.length];
}

function isQuoted(source: Source, place: Place, [start, end]: Span): boolean {
  return quotationsIn(source.text, rangeOf(source, place)).some(
    ([open, close]) => open <= start && end <= close,
  );
}
