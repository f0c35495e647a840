import type { Lexicon } from '../compile-lexicon.ts';
import type { Token } from '../text/tokenize.ts';

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
  const han = question.match(/\p{sc=Han}/gu)?.length ?? 0;
  if (han > 0 && !/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(question)) {
    const latin = question.match(/\p{sc=Latin}+/gu)?.length ?? 0;
    if (han >= latin) return 'zh';
  }
  const marks: Readonly<Record<string, number>> = { es: /[¿¡ñ]/u.test(question) ? 2 : 0 };
  let best = fallback;
  let most = 0;
  for (const [tag, words] of lexicon.languages) {
    let hits = marks[tag] ?? 0;
    for (const { word } of tokens) {
      if (words.stop.has(word)) hits += 1;
      else if (words.asking.has(word) || words.chat.has(word)) hits += 0.6;
    }
    if (hits > most || (hits === most && tag === fallback)) {
      most = hits;
      best = tag;
    }
  }
  return best;
}
