import { describe, expect, it } from 'vitest';
import { snowflakes } from '../../../src/sandbox/world/snowflake.ts';

const moment = Date.UTC(2026, 0, 1);

describe('snowflakes', () => {
  it('holds the moment at which it was made, as Discord documents it', () => {
    const id = BigInt(snowflakes(() => moment)());
    expect(Number(id >> 22n) + 1_420_070_400_000).toBe(moment);
  });

  it('rises in a standing clock, past what one millisecond holds, and in a clock set back', () => {
    let now = moment;
    const next = snowflakes(() => now);
    const standing = Array.from({ length: 5_000 }, () => BigInt(next()));
    now -= 10_000;
    const ids = [...standing, BigInt(next()), BigInt(next())];
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0n))).toBe(true);
  });

  it('makes no id twice in two worlds of the same moment', () => {
    const [one, other] = [snowflakes(() => moment), snowflakes(() => moment)];
    const ids = Array.from({ length: 100 }, () => [one(), other()]).flat();
    expect(new Set(ids).size).toBe(200);
  });
});
