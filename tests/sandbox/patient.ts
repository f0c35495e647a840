import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';

/**
 * People who wait for as long as a busy machine may take: how fast it is decides no test. A test in which nothing is to
 * come says itself how soon that counts as nothing.
 */
export const patient = {
  responseMs: 20_000,
  patienceMs: 20_000,
  afterwordMs: 20_000,
} as const satisfies SandboxOptions;

/** The same for the bot: milliseconds until it gives up a call, and in which it may repeat a first response. */
export const patientBot = { answerWithinMs: 20_000, lastTryMs: 20_000 } as const;
