import { describe, expect, it } from 'vitest';
import { checkQuote } from '../../src/desk/check-quote.ts';
import { shelve } from '../../src/desk/shelve.ts';
import { vocabulary } from '../checking/checks.ts';
import { harbour } from '../discord/announcements.ts';

const shelf = shelve(harbour, vocabulary);
const check = (quote: string, speaker: string | null = null) => checkQuote({ quote, speaker }, shelf);

describe('a quote as typed', () => {
  it('may name its speaker itself', () => {
    const { claim, finding } = check('The mayor said: "We will not raise the fees"');
    expect(claim).toEqual({ quote: 'We will not raise the fees', speaker: 'The mayor' });
    expect(finding.kind).toBe('verbatim');
    expect(check('"We will raise the fees" — Ada Lund').claim.speaker).toBe('Ada Lund');
  });

  it('keeps the speaker that was named beside it', () => {
    expect(check('Okoro: we will not raise the fees', 'Lund').claim.speaker).toBe('Lund');
  });

  it('stays whole where it stands so in the source, or nobody is named in it', () => {
    expect(check('Lund said the ferry stays free').claim.speaker).toBeNull();
    expect(check('the "fees" will treble').claim.quote).toBe('the "fees" will treble');
  });
});
