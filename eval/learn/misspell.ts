const shortWord = 4;

/** Misspells one or two longer words as hasty fingers do: two letters exchanged, one lost, one doubled or slipped in. */
export function misspell(question: string, random: () => number): string {
  const words = [...question.matchAll(/\p{L}+/gu)].filter(([word]) => word.length > shortWord);
  const count = random() < 0.5 ? 1 : 2;
  let spelt = question;
  const chosen = words
    .map((match) => ({ match, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .sort((a, b) => b.match.index - a.match.index);
  for (const { match } of chosen) {
    const [word] = match;
    const at = 1 + Math.floor(random() * (word.length - 2));
    spelt = spelt.slice(0, match.index) + wrong(word, at, random) + spelt.slice(match.index + word.length);
  }
  return spelt;
}

function wrong(word: string, at: number, random: () => number): string {
  const before = word.slice(0, at);
  const after = word.slice(at);
  switch (Math.floor(random() * 3)) {
    case 0:
      return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
    case 1:
      return before + after.slice(1);
    default:
      return before + String.fromCharCode(97 + Math.floor(random() * 26)) + after;
  }
}
