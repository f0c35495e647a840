/** Something that is kept with a person's platform id on it. */
export interface Trace {
  readonly server: string;
  readonly what:
    | 'setting'
    | 'announcement'
    | 'text under review'
    | 'correction'
    | 'bulletin'
    | 'bulletin history';
  /** What they did with it. */
  readonly as: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** What it says, as far as the person wrote it. */
  readonly content: string;
}

type Erasure =
  | { readonly kind: 'erased'; readonly traces: number }
  /** Bulletins of theirs that are not settled: who answers for them is still needed. */
  | { readonly kind: 'under-way'; readonly bulletins: readonly string[] };

/** In place of the id of somebody who had their data erased. No platform has such an id. */
export const erasedPerson = 'erased';

/** Everything that is kept about people, in all servers. */
export interface PersonalData {
  /** What is kept with this person's id on it, by kind and then by age. */
  about(person: string): Promise<readonly Trace[]>;
  /** Takes the person's id off everything, all or nothing. What was done stays on record, by nobody. */
  erase(person: string): Promise<Erasure>;
}
