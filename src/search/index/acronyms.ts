import type { Token } from '../text/tokenize.ts';

/** A name and its short form as a text prints or implies them. */
export interface Acronym {
  readonly phrase: string;
  readonly short: string;
}

/**
 * Short forms of the names in a text: printed in brackets after the name ("Group of 77 (G77)"), or the initials of
 * two to six capitalised words in a row ("United Nations": UN).
 */
export function acronymsIn(text: string, tokens: readonly Token[]): readonly Acronym[] {
  const found = new Map<string, Acronym>();
  const enter = (phrase: string, short: string) => found.set(`${phrase}|${short}`, { phrase, short });
  for (const run of capitalRuns(tokens)) {
    const capitals = run.filter(({ capital, word }) => capital || /^\d/.test(word));
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined || capitals.length < 2) continue;
    const initials = capitals.map(({ word }) => (/^\d/.test(word) ? word : (word[0] ?? ''))).join('');
    enter(text.slice(first.start, last.end), initials.toUpperCase());
  }
  tokens.forEach((token, at) => {
    if (!token.acronym || text[token.start - 1] !== '(' || text[token.end] !== ')') return;
    const initial = token.word[0];
    for (let length = 2; length <= 6; length++) {
      const begin = tokens[at - length];
      const last = tokens[at - 1];
      if (begin === undefined || last === undefined) break;
      if (begin.capital && begin.word[0] === initial) {
        enter(text.slice(begin.start, last.end), text.slice(token.start, token.end));
        break;
      }
    }
  });
  return [...found.values()];
}

/** Runs of capitalised words, small words such as "of" allowed inside. */
function capitalRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  const close = () => {
    while (run.length > 0 && run.at(-1)?.capital === false) run.pop();
    if (run.length >= 2 && run.length <= 8) runs.push(run);
    run = [];
  };
  for (const token of tokens) {
    if (token.breaks) close();
    const small = /^(?:of|for|the|and|de|del|la|las|los|y|\d+)$/.test(token.word);
    if (token.capital && !/^\p{N}/u.test(token.word)) run.push(token);
    else if (run.length > 0 && small) run.push(token);
    else close();
  }
  close();
  return runs;
}
