import type { Claim, Finding } from '../checking/finding.ts';
import type { Shelved } from './create-desk.ts';
import type { Checked } from './desk.ts';

/** Words that may stand around a quote to say whose it is: "Xi said on Wednesday: …". */
const mostAround = 10;

/**
 * Checks words as they were typed. Where nobody is named beside them and they are not there as typed, a quote and a
 * speaker inside them count: "Xi said: …".
 */
export function checkQuote(claim: Claim, { announcement, check }: Shelved): Checked {
  const typed: Checked = { claim, announcement, finding: check.check(claim) };
  if (claim.speaker !== null || isThere(typed.finding)) return typed;
  const [inside, ...more] = check.quotesIn(claim.quote);
  if (inside === undefined || inside.speaker === null || more.length > 0) return typed;
  if (words(claim.quote) - words(inside.quote) > mostAround) return typed;
  const named: Checked = { claim: inside, announcement, finding: check.check(inside) };
  return named.finding.kind === 'not-found' ? typed : named;
}

function isThere({ kind }: Finding): boolean {
  return kind === 'verbatim' || kind === 'misattributed';
}

function words(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}
