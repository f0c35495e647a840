import type { Person, Statement } from '../announcement/statement.ts';
import type { Claimed } from './claimed.ts';
import type { Passages } from './passages.ts';

/** Whose words a range of the source is made of. */
export interface Attribution {
  /** The statement most of the words belong to; the nearest one where they belong to none. */
  readonly statement: Statement;
  /** All statements, by their share of the words, largest first; empty where nobody's words are there. */
  readonly statements: readonly Statement[];
  /** Speakers in the same order; null stands for the article itself. */
  readonly speakers: readonly (Person | null)[];
  /** Share of the words, by weight, that are each speaker's. */
  readonly shares: ReadonlyMap<Person | null, number>;
  /** Whether words between statements ("Xi said") are among them. */
  readonly withNarration: boolean;
}

/** Attributes tokens of the source. Null where the announcement has no statement at all. */
export function attribute(passages: Passages, tokens: readonly number[]): Attribution | null {
  const weights = new Map<Statement, number>();
  let unowned = 0;
  let total = 0;
  for (const token of tokens) {
    const weight = passages.weight(passages.formOf(token));
    const owner = passages.ownerOf(token);
    total += weight;
    if (owner === null) unowned += weight;
    else weights.set(owner, (weights.get(owner) ?? 0) + weight);
  }
  const statements = [...weights].sort((a, b) => b[1] - a[1]).map(([statement]) => statement);
  const statement = statements[0] ?? nearest(passages, tokens[0] ?? 0);
  if (statement === null) return null;
  const shares = new Map<Person | null, number>();
  const share = (speaker: Person | null, weight: number) =>
    shares.set(speaker, (shares.get(speaker) ?? 0) + (total === 0 ? 0 : weight / total));
  for (const [one, weight] of weights) share(one.speaker, weight);
  if (statements.length === 0) share(null, unowned);
  return { statement, statements, speakers: [...shares.keys()], shares, withNarration: unowned > 0 };
}

/** The statement nearest in the text to a token that belongs to none. */
function nearest(passages: Passages, token: number): Statement | null {
  for (let distance = 1; distance < passages.starts.length; distance++) {
    const found = passages.ownerOf(token - distance) ?? passages.ownerOf(token + distance);
    if (found !== null) return found;
  }
  return passages.announcement.statements[0] ?? null;
}

/** Whether words attributed so may be given to the person claimed. */
export function isTheirs({ shares }: Attribution, claimed: Claimed): boolean {
  if (claimed === null) return true;
  if (claimed.kind === 'article') return shares.size === 1 && shares.has(null);
  if (claimed.kind === 'unknown') return false;
  const [person, share] = [...shares].find(([speaker]) => speaker?.id === claimed.person.id) ?? [null, 0];
  const others = [...shares.keys()].some((speaker) => speaker !== null && speaker !== person);
  // A few words of the article's own, carried along, do not make the quote somebody else's.
  return !others && share >= 0.7;
}

/**
 * The attribution to the person claimed of a narrated sentence that may as well be relayed: the next statement in its
 * paragraph is that person's, relayed, and says so only after its words ("A. B, Xi said"). Null for anything else.
 */
export function perhapsRelayed(
  { announcement }: Passages,
  { statement, statements, withNarration }: Attribution,
  claimed: Claimed,
): Attribution | null {
  if (claimed?.kind !== 'person' || statements.length !== 1 || statement.kind !== 'narration') return null;
  const { source, statements: all } = announcement;
  const next = all[all.indexOf(statement) + 1];
  const end = next?.place.spans.at(-1)?.[1] ?? 0;
  const [, paragraphEnd = 0] = source.paragraphs[statement.place.paragraph - 1] ?? [];
  if (
    next?.kind !== 'indirect' ||
    next.speaker?.id !== claimed.person.id ||
    next.place.paragraph !== statement.place.paragraph ||
    next.cue === null ||
    !source.text
      .slice(end, paragraphEnd)
      .split(/[.!?]\s/u)[0]
      ?.includes(next.cue)
  ) {
    return null;
  }
  const speakers = [claimed.person];
  return { statement, statements, speakers, shares: new Map([[claimed.person, 1]]), withNarration };
}
