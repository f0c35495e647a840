import { createRequire } from 'node:module';
import type { WinkMethods } from 'wink-nlp';

/** Universal part-of-speech tags, as wink-nlp gives them, and `QUOTE` for a quotation taken as one item. */
export type Tag = string;

/** A part of speech for the word that starts at an offset of the text. */
export type TagAt = (offset: number) => Tag | undefined;

/** A piece of a word with letters the tagger does not know ("It" of "Itō") is no pronoun. */
function tagOf(tag: Tag, word: string, rest: string): Tag {
  if (!/^[\p{L}\p{M}]/u.test(rest) || /^n't/i.test(rest) || !/\p{L}$/u.test(word)) return tag;
  return /^\p{Lu}/u.test(word) ? 'PROPN' : 'NOUN';
}

const require = createRequire(import.meta.url);
let nlp: WinkMethods | null = null;

/**
 * Tags the words of a text. The language model (100 ms to read) is loaded by the first call, so that programs
 * which never extract anything do not pay for it.
 */
export function tagWords(text: string): TagAt {
  nlp ??= require('wink-nlp')(require('wink-eng-lite-web-model'), ['pos']) as WinkMethods;
  const { its } = nlp;
  const tags = new Map<number, Tag>();
  // Line by line: the tagger's own memory grows with the document, and a tag never depends on another line.
  for (const line of text.matchAll(/[^\n]{1,20000}/g)) {
    // The tagger knows straight marks best; a replacement of equal length keeps the offsets.
    const plain = line[0].replace(/[“”„«»]/g, '"').replace(/[‘’]/g, "'");
    const tokens = nlp.readDoc(plain).tokens();
    const words = tokens.out() as string[];
    const kinds = tokens.out(its.pos) as Tag[];
    let at = 0;
    words.forEach((word, index) => {
      const found = plain.indexOf(word, at);
      // The tagger drops characters such as a byte order mark; beyond a short gap it is lost, not the word moved.
      if (found < 0 || found > at + 50) return;
      at = found + word.length;
      tags.set(line.index + found, tagOf(kinds[index] ?? 'X', word, plain.slice(at, at + 3)));
    });
  }
  return (offset) => tags.get(offset);
}
