import type { Tag, TagAt } from './part-of-speech.ts';

/** A word or a mark of the text, at UTF-16 offsets [start, end). */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly lower: string;
  readonly tag: Tag;
}

/**
 * Abbreviations keep their full stop ("Mr.", "U.S.", "D-Nev."), so that a full stop of its own ends a sentence.
 * A possessive 's is a token of its own: the name before it is what we look for.
 */
const TOKEN =
  /https?:\/\/\S+|[@#]\w+|(?:\p{Lu}\.){2,}|Nos?\.(?= ?\d)|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Prof|Rev|Hon|Jr|Sr|St|Mt|vs|Inc|Corp|Co|Ltd|Jan|Feb|Aug|Sept|Oct|Nov|Dec|etc|Ph\.D|a\.m|p\.m|i\.e|e\.g|Calif|Fla|Ariz|Mass|Mich|Minn|Wis|Pa|Va|Tenn|Conn|Colo|Ill|Ind|Ky|Okla|Ore|Wash)\.|\p{Lu}\.(?=[ \u00a0]\p{L})|[$£€]?\d+(?:[.,:/]\d+)*%?|[\p{L}\p{N}\p{M}]+(?:[-'’&./](?![sS](?![\p{L}\p{N}]))[\p{L}\p{N}\p{M}]+)*|['’][sS](?![\p{L}\p{N}])|\.{2,}|--+|''|``|\S/gu;

/** Words of a stretch of text that begins at `base`. */
export function tokenize(text: string, base: number, end: number, tagAt: TagAt): Token[] {
  const tokens: Token[] = [];
  let tag: Tag = 'X';
  for (const match of text.slice(base, end).matchAll(TOKEN)) {
    const start = base + match.index;
    const word = match[0];
    // Where the tagger cut differently, the word shares the tag of the piece it lies in.
    tag = tagAt(start) ?? (/[\p{L}\p{N}]/u.test(word) ? tag : 'PUNCT');
    const possessive = /^['’]s$/i.test(word);
    tokens.push({
      start,
      end: start + word.length,
      word,
      lower: word.toLowerCase().replaceAll('’', "'"),
      tag: possessive && tag !== 'AUX' && tag !== 'VERB' ? 'PART' : tag,
    });
  }
  return tokens;
}
