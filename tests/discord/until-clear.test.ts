import { DiscordAPIError } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { lastTry, UnclearError, untilClear } from '../../src/discord/until-clear.ts';

const unclear = () => vi.fn(() => Promise.reject(new Error('the line was cut')));

describe('what nobody can tell the fate of', () => {
  it('is sent three times at most', async () => {
    const send = unclear();
    await expect(untilClear(send)).rejects.toBeInstanceOf(UnclearError);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('is not sent again where the next try would begin too late', async () => {
    const send = unclear();
    await expect(untilClear(send, 50)).rejects.toBeInstanceOf(UnclearError);
    expect(send).toHaveBeenCalledTimes(1);
    // With the longest wait for an answer, the last try still begins while Discord takes it.
    expect(lastTry).toBeLessThan(3_000);
  });

  it('is what came of it once that is clear', async () => {
    const send = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error())
      .mockResolvedValueOnce('sent');
    expect(await untilClear(send)).toBe('sent');
    const refusal = new DiscordAPIError({ code: 50_035, message: 'no' }, 50_035, 400, 'POST', '', {});
    const refused = vi.fn(() => Promise.reject(refusal));
    await expect(untilClear(refused)).rejects.toBe(refusal);
    expect(refused).toHaveBeenCalledTimes(1);
  });
});
