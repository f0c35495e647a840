import type { Captured } from './capture.ts';

/** What one test file leaves behind for the search over all of them. */
export interface Traces {
  readonly file: string;
  /** Tokens and keys that no other text can be by chance. */
  readonly secrets: readonly string[];
  /** Everything in the shape of one that was seen, once each, and where. */
  readonly seen: readonly (readonly [where: string, word: string])[];
}

/** Long enough that two are never alike by chance. */
const shape = /[\w.-]{20,}/g;

export function tracesIn(file: string, { secrets, seen }: Captured): Traces {
  const words = new Map(
    seen.flatMap(({ where, text }) => [...text.matchAll(shape)].map(([word]) => [word, where] as const)),
  );
  return {
    file,
    secrets: [...secrets].filter((secret) => secret.replace(shape, '') === ''),
    seen: [...words].map(([word, where]) => [where, word]),
  };
}

/** Where a secret of any file came to light in any file. */
export function crossings(all: readonly Traces[]): readonly string[] {
  const owners = new Map(
    all.flatMap(({ file, secrets }) => secrets.map((secret) => [secret, file] as const)),
  );
  const secrets = [...owners.keys()];
  return all.flatMap(({ file, seen }) =>
    seen.flatMap(([where, word]) =>
      secrets
        .filter((secret) => word.includes(secret))
        .map((secret) => `a secret of ${owners.get(secret)} in the ${where} of ${file}`),
    ),
  );
}
