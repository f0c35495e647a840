import type { Manuscript } from '../../../library/library-store.ts';
import { type ComponentId, encodeCustomId } from '../../custom-id.ts';

/** Where in a text under review somebody is. */
export interface Spot {
  /** Id of the manuscript. */
  readonly id: string;
  /** Place of the proposal, from 0. */
  readonly at: number;
}

/** Custom id of something about a proposal; `more` keeps two of them apart within one message. */
export function spotId(
  action: string,
  asker: string,
  { id, at }: Spot,
  more: readonly string[] = [],
): string {
  return encodeCustomId({ action, asker, fields: [id, at.toString(36), ...more] });
}

/** Custom id of something about a manuscript as it was seen: its revision takes the place of `at`. */
export function revisionId(
  action: string,
  asker: string,
  { id, revision }: Pick<Manuscript, 'id' | 'revision'>,
  more: readonly string[] = [],
): string {
  return spotId(action, asker, { id, at: revision }, more);
}

/** Null where it is none of ours. */
export function decodeSpot({ fields: [id = '', at = ''] }: ComponentId): Spot | null {
  if (!/^[\w-]{1,16}$/.test(id) || !/^[0-9a-z]{1,6}$/.test(at)) return null;
  return { id, at: Number.parseInt(at, 36) };
}
