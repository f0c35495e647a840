import { describe, expect, it } from 'vitest';
import { reported } from '../../../src/search/ranking/confidence.ts';
import { thresholdFor } from '../../../src/search/ranking/weights.ts';

describe('how far a text is a report', () => {
  it('grows with what is said in it by somebody', () => {
    expect(reported(0)).toBe(0);
    expect(reported(0.275)).toBeCloseTo(0.5);
    expect(reported(0.75)).toBe(1);
  });
});

describe('the bar for an answer', () => {
  it('is highest where ways of asking are written down, and lowest where nobody speaks', () => {
    const written = thresholdFor({ spokenShare: 0.5, rich: 1 });
    const report = thresholdFor({ spokenShare: 0.5, rich: 0 });
    const lookup = thresholdFor({ spokenShare: 0, rich: 0 });
    expect([written, report, lookup]).toEqual([written, report, lookup].sort((a, b) => b - a));
  });

  it('rises step by step with what is said, so that one quote in a long text changes little', () => {
    const bars = [0.1, 0.2, 0.25, 0.3, 0.35, 0.5].map((spokenShare) =>
      thresholdFor({ spokenShare, rich: 0 }),
    );
    expect(bars).toEqual([...bars].sort((a, b) => a - b));
    expect(bars[2]).toBeLessThan(bars[3] ?? 0);
  });
});
