import type { Alleged } from './alleged.ts';
import type { Claimed } from './claimed.ts';
import type { Meaning } from './meaning.ts';
import type { Passages } from './passages.ts';

/** All that a judgement is made from. */
export interface Case {
  readonly alleged: Alleged;
  readonly claimed: Claimed;
  readonly passages: Passages;
  readonly meaning: Meaning;
}
