import type { Finding } from '../checking/finding.ts';
import { checkQuote } from './check-quote.ts';
import type { Shelved } from './create-desk.ts';
import type { Checked } from './desk.ts';

/** Marks that hold a passage of four words or more. Each space is matched in one way, or a mark that stays open would take for ever. */
const passage = /["“«„「『](?:[^"”»“」』\s]*\s){3,}[^"”»“」』]*["”»“」』]|[「『][^」』]{6,}[」』]/u;
/** Openings of a question whether something was said at all. */
const whether =
  /\b(?:did|has|have|is it true|is that|was it|was that|were those|really|real|fake)\b|(?:es|es esto) verdad|de verdad|^¿?dijo\b|真的|是否|是不是|有没有/iu;
/** Questions about words that are taken for said. */
const about =
  /^\W*(?:what|why|how|when|where|which|qué|por qué|cómo|cuándo|dónde|什么|为什么|怎么)(?![\p{L}])/iu;
/** Someone who asks in words of their own departs from the statement in more places than these. */
const mostSlips = 2;
const fewestWords = 4;

/**
 * Verdicts on what a question quotes, where they answer it better than a search: it holds a quoted passage, or asks
 * whether somebody said words that are there, or nearly. Empty for every other question.
 */
export function quotesInQuestion(question: string, shelved: Shelved): readonly Checked[] {
  const quoted = passage.test(question);
  if (!quoted && !whether.test(question)) return [];
  const found = shelved.check
    .quotesIn(question)
    .filter(({ quote, speaker }) => quoted || (speaker !== null && quote.split(/\s+/u).length >= fewestWords))
    .map((claim) => checkQuote(claim, shelved));
  const better = found.filter(({ finding }) => (quoted ? isVerdict(finding, question) : isClose(finding)));
  return better.length === found.length ? better : [];
}

/** Of a quoted passage: who asks about it hears of it where it is wrong, who asks whether it was said in any case. */
function isVerdict({ kind }: Finding, question: string): boolean {
  if (kind === 'altered' || kind === 'misattributed') return true;
  if (about.test(question)) return false;
  return kind === 'verbatim' || (kind === 'not-found' && whether.test(question));
}

/** Of words without marks: as they stand, or with a slip that changes their meaning. */
function isClose(finding: Finding): boolean {
  if (finding.kind !== 'altered') return finding.kind === 'verbatim' || finding.kind === 'misattributed';
  const { differences } = finding;
  return (
    differences.length <= mostSlips &&
    differences.some(({ op, matters }) => matters !== null && (op === 'replace' || matters === 'negation'))
  );
}
