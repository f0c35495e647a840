import type { Announcement } from '../../announcement/announcement.ts';
import type { Statement } from '../../announcement/statement.ts';
import { decodeNumbers, encodeCustomId, encodeNumbers } from '../custom-id.ts';

/** What an answer's buttons remember: enough to show any of its candidates again after a restart. */
export interface AnswerState {
  readonly announcement: Announcement;
  /** The candidates, best first. */
  readonly statements: readonly Statement[];
  /** Which candidate is shown; null where all are shown as near, none as the answer. */
  readonly at: number | null;
  /** Which part of its words, from 0. */
  readonly part: number;
}

/** At most this many candidates: their places then fit an id, however many statements there are. */
export const mostCandidates = 10;

/** Custom id of a button under an answer. */
export function answerId(action: string, asker: string, state: AnswerState): string {
  const { announcement, at, part } = state;
  const places = state.statements.map((statement) => placeOf(statement, announcement));
  const fields = [
    announcement.version,
    encodeNumbers(places),
    at === null ? '-' : encodeNumbers([at]),
    encodeNumbers([part]),
  ];
  return encodeCustomId({ action, asker, fields });
}

const places = new WeakMap<Announcement, ReadonlyMap<Statement, number>>();

/** Which of the announcement's statements it is; -1 where it is none of them. */
function placeOf(statement: Statement, announcement: Announcement): number {
  let known = places.get(announcement);
  if (known === undefined) {
    known = new Map(announcement.statements.map((one, at) => [one, at]));
    places.set(announcement, known);
  }
  return known.get(statement) ?? -1;
}

/**
 * The state that an id's fields hold, or null: they are of an earlier version, or not ours.
 * `version` finds the announcement whose version begins with the digits given.
 */
export function decodeAnswerState(
  [digits = '', list, at, part]: readonly string[],
  version: (digits: string) => Announcement | null,
): AnswerState | null {
  const announcement = version(digits);
  const places = decodeNumbers(list);
  const shown = decodeNumbers(at);
  const [partShown] = decodeNumbers(part) ?? [];
  if (announcement === null || places === null || shown === null || partShown === undefined) return null;
  const statements = places.flatMap((place) => announcement.statements[place] ?? []);
  if (statements.length !== places.length) return null;
  const [candidate = null] = shown;
  if (candidate !== null && statements[candidate] === undefined) return null;
  return { announcement, statements, at: candidate, part: partShown };
}
