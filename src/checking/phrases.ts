import { forms } from './tokens.ts';

/** A set of words and phrases that can be looked up in a sequence of forms. An ending `*` stands for any ending. */
export class Phrases {
  readonly #byFirst = new Map<string, (readonly string[])[]>();
  readonly #stems: string[] = [];

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const [first, ...rest] = forms(phrase);
      if (first === undefined) continue;
      if (phrase.endsWith('*')) {
        this.#stems.push(first);
        continue;
      }
      const same = this.#byFirst.get(first);
      if (same === undefined) this.#byFirst.set(first, [rest]);
      else same.push(rest);
    }
    for (const rests of this.#byFirst.values()) rests.sort((a, b) => b.length - a.length);
  }

  /** How many forms from `at` on are the longest phrase that stands there; 0 where none does. */
  lengthAt(sequence: readonly string[], at: number): number {
    const first = sequence[at];
    if (first === undefined) return 0;
    for (const rest of this.#byFirst.get(first) ?? []) {
      if (rest.every((form, i) => sequence[at + 1 + i] === form)) return 1 + rest.length;
    }
    return this.#stems.some((stem) => first.startsWith(stem)) ? 1 : 0;
  }

  has(form: string): boolean {
    // The shortest is the last.
    return this.#byFirst.get(form)?.at(-1)?.length === 0 || this.#stems.some((stem) => form.startsWith(stem));
  }

  /** Whether one of the forms [from, to) belongs to a phrase. */
  touches(sequence: readonly string[], from: number, to: number): boolean {
    if (from >= to) return false;
    for (let at = 0; at < to; ) {
      const length = this.lengthAt(sequence, at);
      if (at + length > from && length > 0) return true;
      at += Math.max(1, length);
    }
    return false;
  }

  /** For each form, whether it belongs to a phrase. */
  mark(sequence: readonly string[]): boolean[] {
    const marked = new Array<boolean>(sequence.length).fill(false);
    for (let at = 0; at < sequence.length; ) {
      const length = this.lengthAt(sequence, at);
      marked.fill(true, at, at + length);
      at += Math.max(1, length);
    }
    return marked;
  }
}
