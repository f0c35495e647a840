/** Half-open range [start, end) of UTF-16 code units in a source's text. */
export type Span = readonly [start: number, end: number];

/** A text that can be quoted, exactly as stored. Paragraphs are separated by line breaks; they count from 1. */
export interface Source {
  /** What the source is called in an attribution; words of the text where it has no title. */
  readonly label: string;
  /** Where it was published, if known. */
  readonly link: string | null;
  readonly text: string;
  /** SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Ranges of the paragraphs; blank lines between them belong to none. */
  readonly paragraphs: readonly Span[];
}
