import { LRUCache } from 'lru-cache';

/** How much somebody may ask: `burst` at once, then one more every `everyMs`. */
export interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

/** Null: go ahead. Otherwise the milliseconds to wait, and whether this is the first refusal in a row. */
export type Pace = (key: string) => { readonly waitMs: number; readonly first: boolean } | null;

interface Bucket {
  tokens: number;
  at: number;
  refused: boolean;
}

/**
 * A token bucket for each key (a person, a channel). Remembers at most `most` keys and forgets the ones that
 * were idle longest: by then they are full again.
 */
export function createPace({ burst, everyMs }: Allowance, clock: () => number, most = 10_000): Pace {
  const buckets = new LRUCache<string, Bucket>({ max: most });
  return (key) => {
    const now = clock();
    const known = buckets.get(key) ?? { tokens: burst, at: now, refused: false };
    const tokens = Math.min(burst, known.tokens + Math.max(0, now - known.at) / everyMs);
    const refused = tokens < 1;
    buckets.set(key, { tokens: refused ? tokens : tokens - 1, at: now, refused });
    return refused ? { waitMs: Math.ceil((1 - tokens) * everyMs), first: !known.refused } : null;
  };
}
