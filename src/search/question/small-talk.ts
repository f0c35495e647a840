import type { Lexicon } from '../compile-lexicon.ts';
import type { Language } from '../language.ts';
import type { Token } from '../text/tokenize.ts';
import type { Question } from './question.ts';

/** A longer message says more than hello. */
const mostWords = 8;
/** Words of the longest phrase that greets or thanks. */
const longestPhrase = 5;

/** What a message is that asks nothing: all of it greets or thanks, or names who is greeted. Null for all others. */
export function smallTalk(tokens: readonly Token[], { languages, courtesies }: Lexicon): Question['talk'] {
  if (tokens.length === 0) return 'empty';
  if (tokens.length > mostWords) return null;
  const words = tokens.map(({ word }) => word);
  // Most messages begin with nothing of the kind, in any language.
  if (!beginnings(words).some((said) => courtesies.has(said))) return null;
  for (const language of languages.values()) {
    const talk = talkOf(words, language);
    if (talk !== null) return talk;
  }
  return null;
}

/** The phrases that the words may begin with; Chinese is written together. */
function beginnings(words: readonly string[]): string[] {
  return words.slice(0, longestPhrase).flatMap((_, last) => {
    const part = words.slice(0, last + 1);
    return [part.join(' '), part.join('')];
  });
}

/** Cut into the longest phrases from the left; Chinese is written together. */
function talkOf(words: readonly string[], { greeting, thanks, addressed }: Language): Question['talk'] {
  let talk: 'greeting' | 'thanks' | null = null;
  for (let from = 0; from < words.length; ) {
    let to = Math.min(words.length, from + longestPhrase);
    for (; to > from; to--) {
      const part = words.slice(from, to);
      const said = [part.join(' '), part.join('')];
      const found = said.some((one) => thanks.has(one))
        ? 'thanks'
        : said.some((one) => greeting.has(one))
          ? 'greeting'
          : null;
      talk ??= found;
      if (found !== null || said.some((one) => addressed.has(one))) break;
    }
    if (to === from) return null;
    from = to;
  }
  return talk;
}
