import { describe, expect, it } from 'vitest';
import { checkOf } from './checks.ts';

const { check } = checkOf('data/announcements/china-venezuela');
const words = 'the ironclad friendship forged amid the ever-changing international landscape';

describe('the one who is said to have said it', () => {
  it.each([
    'Xi Jinping',
    'xi',
    'President Xi',
    'the Chinese president',
    'Mr Xi',
    'Comrade Xi Jinping',
    'XI JINPING',
    "China's president",
    '习近平',
    'Xi Jingping',
  ])('may be named by a title or alias: %s', (speaker) => {
    expect(check({ quote: words, speaker }).kind).toBe('verbatim');
  });

  it.each([
    "Xi's spokesman",
    'Xi and Maduro',
    'Wang Yi',
    'Maduro',
    'the Venezuelan president',
    'Sun',
    "President Xi's wife",
    '???!',
    'Donald Trump',
    'the article',
  ])('is another one where the name is not theirs: %s', (speaker) => {
    expect(check({ quote: words, speaker }).kind).toBe(speaker === '???!' ? 'verbatim' : 'misattributed');
  });

  it('may be the article itself, where it narrates', () => {
    const narrated = 'he experienced firsthand the achievements of the Chinese macroeconomic reform';
    expect(check({ quote: narrated, speaker: 'the article' }).kind).toBe('verbatim');
    expect(check({ quote: narrated, speaker: 'Maduro' }).kind).toBe('misattributed');
  });
});
