import { cueForm } from './cue-verbs.ts';
import type { Tag, TagAt } from './part-of-speech.ts';

/** The tagger knows English only. Of Spanish, small words and endings tell enough to find who said what. */
const SMALL: Readonly<Record<string, string>> = {
  DET: 'el la los las un una unos unas su sus este esta estos estas ese esa cada otro otra otros otras',
  ADP: 'de del en a al con por para desde hasta según sobre entre sin tras ante durante contra hacia',
  CCONJ: 'y e o u ni pero',
  SCONJ: 'que si porque aunque cuando como mientras donde pues',
  PRON: 'él ella ellos ellas yo nosotros se lo le les me nos quien quienes esto eso nadie',
  ADV: 'no ya también además así más muy hoy ayer mañana siempre nunca solo después antes todavía',
  AUX: 'es son fue fueron era eran ha han había habían será serán está están estaba estaban hay',
};

const tags = new Map<string, Tag>();
for (const [tag, words] of Object.entries(SMALL)) for (const word of words.split(' ')) tags.set(word, tag);

const VERB_ENDING =
  /.{2}(?:ó|aron|ieron|aré|ará|arán|eré|erá|erán|iré|irá|irán|aba|aban|ía|ían|aría|ería|iría)$/;

/** Are the commonest Spanish words a quarter of a text's beginning? */
export function isSpanish(text: string): boolean {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) =>
    /^(?:de|la|que|el|en|y|los|se|del|las|un|por|con|una|para|no|su|al)$/.test(word),
  );
  return words.length >= 20 && common.length / words.length > 0.25;
}

/** Parts of speech of a Spanish text, roughly. */
export function tagSpanish(text: string): TagAt {
  const found = new Map<number, Tag>();
  for (const match of text.matchAll(/[\p{L}\p{M}]+|\d+/gu)) {
    const [word] = match;
    const before = text.slice(Math.max(0, match.index - 3), match.index).trim();
    const opens =
      before === ''
        ? match.index < 3 || /\n\s*$/.test(text.slice(Math.max(0, match.index - 3), match.index))
        : /[.?!:"“”«»¿¡]$/.test(before);
    found.set(
      match.index,
      tagOf(word, opens, text.slice(match.index + word.length, match.index + word.length + 3)),
    );
  }
  return (offset) => found.get(offset);
}

function tagOf(word: string, opens: boolean, rest: string): Tag {
  const lower = word.toLowerCase();
  const capital = /^\p{Lu}/u.test(word);
  const small = tags.get(lower);
  if (small !== undefined && (opens || !capital)) return small;
  if (/^\d/.test(word)) return 'NUM';
  if (capital && (!opens || /^ \p{Lu}/u.test(rest))) return 'PROPN';
  if (cueForm(lower) !== undefined || VERB_ENDING.test(lower)) return 'VERB';
  return capital ? 'PROPN' : 'NOUN';
}
