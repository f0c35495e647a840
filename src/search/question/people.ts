import type { Announcement } from '../../announcement/announcement.ts';
import type { Person } from '../../announcement/statement.ts';
import type { ReadToken, TextReader } from '../text/read-text.ts';
import type { Token } from '../text/tokenize.ts';

/** People named in a question: tokens `from` up to, not including, `to`. Several where the name fits several. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly people: readonly Person[];
  /** Named, or only described by a word of their role. */
  readonly by: 'name' | 'role';
}

/** Finds the announcement's people in texts. */
export interface People {
  mentions(tokens: readonly ReadToken[]): readonly Mention[];
  /** Every word of the names and aliases, folded, for the speller. */
  readonly words: ReadonlySet<string>;
}

interface Entry {
  readonly words: readonly string[];
  readonly person: Person;
  readonly by: Mention['by'];
}

/** Names, their single words, aliases and roles, longest first. */
export function createPeople(
  announcement: Announcement,
  readers: readonly TextReader[],
  tokenize: (text: string) => readonly Token[],
): People {
  const byFirst = new Map<string, Entry[]>();
  const words = new Set<string>();
  // Most languages read a name alike.
  const entered = new Set<string>();
  const enter = (list: readonly string[], person: Person, by: Mention['by']) => {
    const [first] = list;
    const key = `${person.id} ${by} ${list.join(' ')}`;
    if (first === undefined || entered.has(key)) return;
    entered.add(key);
    const bucket = byFirst.get(first);
    const entry = { words: list, person, by };
    if (bucket === undefined) byFirst.set(first, [entry]);
    else bucket.push(entry);
  };
  for (const person of announcement.people) {
    const names = [person.name, ...person.aliases].map(tokenize);
    const role = tokenize(person.role ?? '');
    for (const reader of readers) {
      for (const [at, name] of names.entries()) {
        const content = name.filter((token) => !reader.isStop(token)).map(({ word }) => word);
        const isName = at === 0;
        enter(content, person, 'name');
        enter(
          name.map(({ word }) => word),
          person,
          'name',
        );
        if (isName) for (const word of content) if (word.length > 1) enter([word], person, 'name');
        for (const { word } of name) if (isName || !reader.words?.stop.has(word)) words.add(word);
      }
      for (const token of role) {
        const { word, capital } = token;
        if (!capital && word.length > 3 && !reader.isStop(token)) enter([word], person, 'role');
      }
    }
  }
  return {
    words,
    mentions(tokens) {
      const found: Mention[] = [];
      for (let at = 0; at < tokens.length; ) {
        const bucket = byFirst.get(tokens[at]?.word ?? '');
        if (bucket === undefined) {
          at += 1;
          continue;
        }
        const entries = bucket.filter(({ words: list }) =>
          list.every((word, offset) => tokens[at + offset]?.word === word),
        );
        const length = Math.max(0, ...entries.map((entry) => entry.words.length));
        if (length === 0) {
          at += 1;
          continue;
        }
        const longest = entries.filter((entry) => entry.words.length === length);
        const named = longest.some(({ by }) => by === 'name');
        const people = new Set(
          longest.filter(({ by }) => !named || by === 'name').map(({ person }) => person),
        );
        found.push({ from: at, to: at + length, people: [...people], by: named ? 'name' : 'role' });
        at += length;
      }
      return found;
    },
  };
}
