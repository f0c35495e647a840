import type { Person } from '../announcement/statement.ts';
import type { Asked } from '../search/outcome.ts';
import type { Claim } from './finding.ts';
import type { Meaning } from './meaning.ts';
import { related } from './related.ts';
import { forms, tokenize, withoutPossessive } from './tokens.ts';

/** Who is said to have said it: a person, a name nobody has, the article itself, or nobody in particular. */
export type Claimed = Asked | { readonly kind: 'article'; readonly name: string } | null;

/** Resolves the claimed speaker as typed. */
export function claimedBy(
  { speaker }: Claim,
  person: (name: string) => Person | null,
  meaning: Meaning,
): Claimed {
  const name = speaker?.trim() ?? '';
  const words = forms(name);
  if (words.length === 0) return null;
  const found = person(name);
  if (found !== null && names(nameWords(found), words, meaning)) return { kind: 'person', person: found };
  return meaning.narrator.lengthAt(words, 0) === words.length
    ? { kind: 'article', name }
    : { kind: 'unknown', name };
}

/**
 * Whether every word is of this person's names and titles, and not "Xi's spokesman" or "Xi and Maduro". Titles that
 * the announcement does not give them may stand beside a name ("Comrade Xi"), but not for one ("the prime minister").
 */
export function names({ proper, own }: NameWords, words: readonly string[], meaning: Meaning): boolean {
  const honoured = meaning.honorific.mark(words);
  const named = words.some((word) => proper.hasLike(withoutPossessive(word)));
  return words.every((word, i) => {
    if (own.has(word) || (named && honoured[i] === true)) return true;
    if (meaning.saying.has(word) || meaning.pronoun.has(word)) return false;
    if (meaning.light.has(word)) return true;
    const bare = withoutPossessive(word);
    // A possessive that is no part of a title names whoever comes after it.
    if (bare !== word && i < words.length - 1) return false;
    return own.hasLike(bare);
  });
}

/** The words by which people are called. */
export interface NameWords {
  /** Of their names. */
  readonly proper: LikeWords;
  /** Of their names and titles. */
  readonly own: LikeWords;
}

/** Words that are met in other forms too. */
interface LikeWords {
  has(word: string): boolean;
  hasLike(word: string): boolean;
}

const known = new WeakMap<Person, NameWords>();

function nameWords(person: Person): NameWords {
  const made = known.get(person) ?? nameWordsOf([person]);
  known.set(person, made);
  return made;
}

/** The words by which one or another of these people is called. */
export function nameWordsOf(people: readonly Person[]): NameWords {
  const proper = people.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(properNames));
  const own = people.flatMap(({ name, aliases, role }) => [name, role ?? '', ...aliases].flatMap(forms));
  return { proper: likeWords(proper), own: likeWords(own) };
}

function likeWords(words: readonly string[]): LikeWords {
  const all = new Set(words);
  // Related words begin with one letter.
  const byFirst = new Map<number, string[]>();
  for (const word of all) {
    const first = word.charCodeAt(0);
    const bucket = byFirst.get(first);
    if (bucket === undefined) byFirst.set(first, [word]);
    else bucket.push(word);
  }
  return {
    has: (word) => all.has(word),
    hasLike: (word) =>
      all.has(word) || (byFirst.get(word.charCodeAt(0))?.some((form) => related(form, word)) ?? false),
  };
}

/** Words of a name that are written as one: with a capital, or in a script without capitals. */
function properNames(name: string): readonly string[] {
  return tokenize(name)
    .filter(({ start }) => !/^\p{Ll}/u.test(name.slice(start)))
    .map(({ form }) => form);
}

/** As shown to people: the article, when it was named, is no person. */
export function asAsked(claimed: Exclude<Claimed, null>): Asked {
  return claimed.kind === 'article' ? { kind: 'unknown', name: claimed.name } : claimed;
}
