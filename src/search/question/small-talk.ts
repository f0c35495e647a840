import type { Language, Lexicon } from '../compile-lexicon.ts';
import type { Token } from '../text/tokenize.ts';
import type { Question } from './question.ts';

/** A longer message says more than hello. */
const mostWords = 8;
/** Words of the longest phrase that greets or thanks. */
const longestPhrase = 5;

/** What a message is that asks nothing: all of it greets or thanks, or names who is greeted. Null for all others. */
export function smallTalk(tokens: readonly Token[], { languages }: Lexicon): Question['talk'] {
  if (tokens.length === 0) return 'empty';
  if (tokens.length > mostWords) return null;
  const words = tokens.map(({ word }) => word);
  for (const language of languages.values()) {
    const talk = talkOf(words, language);
    if (talk !== null) return talk;
  }
  return null;
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
