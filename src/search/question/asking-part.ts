import type { Token } from '../text/tokenize.ts';

/** From so many words on, a message tells a story around what it asks. */
const longMessage = 18;
/** With fewer words of meaning, a question leans on what was told before it. */
const fewestWords = 2;

const sentenceEnd = /[.!?。！？\n]|:\s/;
const questionMark = /[?？]/;

/**
 * The words of a long message that ask: those of its sentences, or of what follows a colon, that end in a question
 * mark. All words where the message is short, nothing is marked, or what is marked says too little alone.
 * @param text what was typed; the offsets of `typed` are its.
 * @param means whether a word carries meaning.
 */
export function askingPart(
  text: string,
  typed: readonly Token[],
  means: (token: Token) => boolean,
): readonly Token[] {
  if (typed.length < longMessage) return typed;
  const asking: Token[] = [];
  let sentence: Token[] = [];
  typed.forEach((token, at) => {
    sentence.push(token);
    const after = text.slice(token.end, typed[at + 1]?.start);
    if (!sentenceEnd.test(after)) return;
    if (questionMark.test(after)) asking.push(...sentence);
    sentence = [];
  });
  return asking.filter(means).length < fewestWords ? typed : asking;
}
