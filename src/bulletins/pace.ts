import type { Bulletin } from './bulletin.ts';

/** How long whoever took up a bulletin has it to himself. Longer than any one request may take. */
export const lease = 90_000;
/** Nothing is sent in the last part of a lease, so that a slow process and its successor never send at once. */
export const margin = 30_000;
/** How long an unreachable platform is tried again, from when the bulletin may first have been sent. */
export const patience = 3_600_000;
export const shortestPause = 1_000;
/** How often what is left to do is tried, each time after a longer pause. */
export const mostAttempts = 8;

/** Whether anything more can be done now, or the platform asked for a pause. */
export type Progress = 'done' | 'later';

/** The pause after so many attempts, in milliseconds: four seconds, doubled each time, at most five minutes. */
export function backOff({ attempts }: Pick<Bulletin, 'attempts'>): number {
  return Math.min(2_000 * 2 ** Math.min(attempts, 10), 300_000);
}
