import { misspell } from '../eval/learn/misspell.ts';
import { randomFrom } from '../eval/learn/random.ts';
import type { Announcement } from '../src/announcement/announcement.ts';
import { draftOfText } from '../src/announcement/plain-text.ts';
import { verify } from '../src/announcement/verify.ts';
import type { Background } from '../src/search/background.ts';

/** A question with the number of the sentence it was made from. */
interface KnownItem {
  readonly question: string;
  readonly sentence: number;
}

export interface Corpus {
  readonly sentences: readonly string[];
  readonly announcement: Announcement;
  readonly questions: readonly KnownItem[];
}

/**
 * `count` sentences of 8 to 28 words drawn by their frequency in English, five to a paragraph, and questions each made
 * of some of one sentence's words, every other one misspelt. The same for the same count.
 */
export function corpusOf(count: number, background: Background): Corpus {
  const random = randomFrom(count);
  const words = [...background.ranks('en').keys()].filter((word) => /^[a-z]{2,}$/.test(word));
  // Zipf's law: the logarithm of the rank is spread evenly.
  const draw = () => words[Math.floor(Math.exp(random() * Math.log(words.length))) - 1] ?? 'the';
  const sentences = Array.from({ length: count }, () => {
    const drawn = Array.from({ length: 8 + Math.floor(random() * 20) }, draw).join(' ');
    // A long word at the end is no short form whose full stop ends no sentence.
    return `${drawn.charAt(0).toUpperCase()}${drawn.slice(1)} everything.`;
  });
  const text = sentences
    .map((sentence, at) => sentence + (at % 5 === 4 ? '\n\n' : ' '))
    .join('')
    .trim();
  const verified = verify(draftOfText(text, 'bench', 'bench'));
  if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
  if (verified.value.statements.length !== count) throw new Error('The sentences were split otherwise.');
  const questions = Array.from({ length: 200 }, (_, at): KnownItem => {
    const sentence = Math.floor(random() * count);
    const rare = (sentences[sentence] ?? '')
      .toLowerCase()
      .match(/[a-z]{4,}/g)
      ?.map((word) => ({ word, rank: background.rank(word, 'en') ?? 1, key: random() }))
      .filter(({ rank }) => rank > 300)
      .sort((a, b) => a.key - b.key)
      .slice(0, 4)
      .map(({ word }) => word);
    const plain = `what did they say about ${(rare ?? []).join(' ')}`;
    return { question: at % 2 === 0 ? plain : misspell(plain, random), sentence };
  });
  return { sentences, announcement: verified.value, questions };
}
