import { describe, expect, it } from 'vitest';
import { createPace } from '../../src/discord/pace.ts';

describe('the pace', () => {
  it('lets a burst through, then one at a time', () => {
    let now = 0;
    const pace = createPace({ burst: 3, everyMs: 1_000 }, () => now);
    expect([1, 2, 3].map(() => pace('ada'))).toEqual([null, null, null]);
    expect(pace('ada')).toEqual({ waitMs: 1_000, first: true });
    now = 400;
    expect(pace('ada')).toEqual({ waitMs: 600, first: false });
    now = 1_000;
    expect(pace('ada')).toBeNull();
    expect(pace('ada')).toEqual({ waitMs: 1_000, first: true });
  });

  it('counts each person alone', () => {
    const pace = createPace({ burst: 1, everyMs: 1_000 }, () => 0);
    expect(pace('ada')).toBeNull();
    expect(pace('ben')).toBeNull();
    expect(pace('ada')).not.toBeNull();
  });

  it('never saves up more than a burst, nor counts a clock that goes back', () => {
    let now = 0;
    const pace = createPace({ burst: 2, everyMs: 1_000 }, () => now);
    pace('ada');
    now = 1_000_000;
    expect([1, 2].map(() => pace('ada'))).toEqual([null, null]);
    now = 0;
    expect(pace('ada')?.waitMs).toBe(1_000);
  });

  it('forgets who was idle longest when there are too many', () => {
    const pace = createPace({ burst: 1, everyMs: 1_000 }, () => 0, 2);
    for (const name of ['ada', 'ben', 'cem']) pace(name);
    expect(pace('cem')).not.toBeNull();
    expect(pace('ada')).toBeNull();
  });
});
