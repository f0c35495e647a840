import type { Lexicon } from '../compile-lexicon.ts';
import type { Token } from '../text/tokenize.ts';

/** Scripts with the language most written in them, and letters by which others are told that share the script. */
const scripts: readonly {
  readonly letters: RegExp;
  readonly language: string;
  readonly others?: readonly (readonly [letters: RegExp, language: string])[];
}[] = [
  { letters: /\p{sc=Han}/gu, language: 'zh', others: [[/\p{sc=Hiragana}/gu, 'ja']] },
  { letters: /[\p{sc=Hiragana}\p{sc=Katakana}]/gu, language: 'ja' },
  { letters: /\p{sc=Hangul}/gu, language: 'ko' },
  { letters: /\p{sc=Thai}/gu, language: 'th' },
  {
    letters: /\p{sc=Arabic}/gu,
    language: 'ar',
    others: [
      [/[ٹڈڑے]/gu, 'ur'],
      [/[پچژگکی]/gu, 'fa'],
    ],
  },
  { letters: /\p{sc=Hebrew}/gu, language: 'he' },
  { letters: /\p{sc=Greek}/gu, language: 'el' },
  {
    letters: /\p{sc=Cyrillic}/gu,
    language: 'ru',
    others: [
      [/[іїєґ]/giu, 'uk'],
      [/[ђјљњћџ]/giu, 'sr'],
      [/[ѓѕќ]/giu, 'mk'],
    ],
  },
  { letters: /\p{sc=Devanagari}/gu, language: 'hi' },
  { letters: /\p{sc=Bengali}/gu, language: 'bn' },
  { letters: /\p{sc=Tamil}/gu, language: 'ta' },
  { letters: /\p{sc=Georgian}/gu, language: 'ka' },
  { letters: /\p{sc=Armenian}/gu, language: 'hy' },
];

/** Of so many letters one must be another language's own: a name may have one by chance. */
const oneIn = 50;
/** What a word of asking or chatting counts, and by how much a language must lead in which no word is known to mean the same as in another. */
const asked = { asking: 0.6, strangerNeeds: 1.5 };
const written = { asking: 0, strangerNeeds: 0 };
/** So much of a text tells its language. */
const enough = 20_000;
/** In fewer words there may be none without meaning. */
const fewestWords = 20;
/** In most languages some four in ten words of a text carry no meaning. */
const clearShare = 0.3;
/** In those whose words grow by endings fewer do, but then hardly any of them is one of another language too. */
const leastShare = 0.11;
const leastLead = 1.33;

/**
 * The language a question is asked in: by its script, its marks, and the words without meaning that it uses.
 * `fallback` where nothing tells.
 */
export function detectLanguage(
  question: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
  fallback: string,
): string {
  return languageOfScript(question) ?? mostHits(question, tokens, lexicon, fallback, asked).language;
}

/** The language of a whole text; "und" where it is none that the lexicon knows. */
export function languageOfText(text: string, tokens: readonly Token[], lexicon: Lexicon): string {
  const beginning = text.slice(0, enough);
  const byScript = languageOfScript(beginning);
  if (byScript !== null) return byScript;
  const { language, hits, next } = mostHits(beginning, tokens, lexicon, 'en', written);
  const share = hits / tokens.length;
  const told = share >= clearShare || (share >= leastShare && hits >= leastLead * next);
  return told || tokens.length < fewestWords || language === 'en' ? language : 'und';
}

function languageOfScript(text: string): string | null {
  if (/^[\x20-\x7e]*$/.test(text)) return null;
  let most = text.match(/\p{sc=Latin}+/gu)?.length ?? 0;
  let found: string | null = null;
  const countOf = (letters: RegExp) => text.match(letters)?.length ?? 0;
  for (const { letters, language, others } of scripts) {
    const count = countOf(letters);
    if (count === 0 || count < most) continue;
    most = count;
    found = others?.find(([own]) => countOf(own) * oneIn > count)?.[1] ?? language;
  }
  return found;
}

function mostHits(
  text: string,
  tokens: readonly Token[],
  { languages, smallWords, synonyms }: Lexicon,
  fallback: string,
  { asking, strangerNeeds }: typeof asked,
): { readonly language: string; readonly hits: number; readonly next: number } {
  const marks: Readonly<Record<string, number>> = { es: /[¿¡ñ]/u.test(text) ? 2 : 0 };
  const tags = [...languages.keys()];
  const counts = tags.map((tag) => {
    const stranger = tag !== fallback && !synonyms.speaks(tag);
    return (marks[tag] ?? 0) - (stranger ? strangerNeeds : 0);
  });
  for (const { word } of tokens) {
    for (const { language, kind } of smallWords.get(word) ?? []) {
      counts[language] = (counts[language] ?? 0) + (kind === 'stop' ? 1 : asking);
    }
  }
  let language = fallback;
  let most = 0;
  let next = 0;
  for (const [at, tag] of tags.entries()) {
    const hits = counts[at] ?? 0;
    if (hits > most || (hits === most && tag === fallback)) {
      next = most;
      most = hits;
      language = tag;
    } else next = Math.max(next, hits);
  }
  return { language, hits: most, next };
}
