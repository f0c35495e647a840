import type { Source } from './source.ts';

/** Words that must be found alike before a place counts as the one meant. */
const fewestAlike = 12;

/** Where in the source words that are not in it were probably meant to be, told in a sentence; null if nowhere. */
export function tellNearest(source: Source, words: string): string | null {
  const { text } = source;
  const loose = looselyFound(text, words);
  if (loose !== null) {
    const paragraph = paragraphAt(source, loose.index);
    return `Paragraph ${paragraph} has ${JSON.stringify(loose[0])}: letter case, quotation marks, dashes and spaces must be the same too.`;
  }
  const alike = longestBeginning(text, words);
  if (alike.length < fewestAlike) return null;
  const at = text.indexOf(alike);
  const goesOn = text.slice(at + alike.length, at + alike.length + 40);
  return `Paragraph ${paragraphAt(source, at)} has them as far as ${JSON.stringify(alike.slice(-40))}, and then goes on ${JSON.stringify(goesOn)}.`;
}

/** Longer words make patterns that the engine refuses. */
const longestPattern = 2000;

function looselyFound(text: string, words: string): RegExpExecArray | null {
  const characters = Array.from(words.trim().replace(/\s+/g, ' '));
  if (characters.length > longestPattern) return null;
  return new RegExp(characters.map(loosely).join(''), 'i').exec(text);
}

function paragraphAt({ paragraphs }: Source, offset: number): number {
  const index = paragraphs.findIndex(([, end]) => offset < end);
  return index === -1 ? paragraphs.length : index + 1;
}

/** The longest beginning of the words that is in the text, by halving. */
function longestBeginning(text: string, words: string): string {
  let found = 0;
  let missing = words.length + 1;
  while (missing - found > 1) {
    const middle = (found + missing) >> 1;
    if (text.includes(words.slice(0, middle))) found = middle;
    else missing = middle;
  }
  return words.slice(0, found);
}

/** A pattern for one character that takes its look-alikes too. */
function loosely(character: string): string {
  if (/\s/.test(character)) return '\\s+';
  if (/["“”„«»]/.test(character)) return '["“”„«»]';
  if (/['‘’]/.test(character)) return "['‘’]";
  if (/[-‐‑‒–—]/.test(character)) return '[-‐‑‒–—]';
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
