import type { Span } from '../announcement/source.ts';
import { type Statement, wordsAt } from '../announcement/statement.ts';
import type { Difference, Finding } from '../checking/finding.ts';
import type { Checked } from '../desk/desk.ts';
import { checking } from '../desk/wording/checking.ts';
import { type StatementJson, statementJson } from './statement-json.ts';

/** A checked quote as other programs read it. */
interface CheckJson {
  readonly verdict: 'verbatim' | 'altered' | 'misattributed' | 'not-found';
  /** The statement the words correspond to; null for not-found. */
  readonly statement: StatementJson | null;
  /** For not-found: what came nearest, if anything did. */
  readonly nearest: StatementJson | null;
  /** Who really said it. */
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
  /** `source.slice(start, end) === said`, UTF-16. */
  readonly differences: readonly Omit<Difference, 'at'>[];
  readonly notes: readonly string[];
}

/** One finding as a JSON value, or an error where there was nothing that could be checked. */
export function checkJson({ finding }: Checked): CheckJson | { readonly error: string } {
  if (finding.kind === 'too-long' || finding.kind === 'empty') return { error: checking.verdict(finding) };
  if (finding.kind === 'not-found') {
    const nearest = finding.nearest === null ? null : statementJson(finding.nearest);
    return {
      verdict: 'not-found',
      statement: null,
      nearest,
      speaker: null,
      differences: [],
      notes: notes(finding),
    };
  }
  const { statement, speaker, spans } = finding.passage;
  return {
    verdict: finding.kind,
    statement: statementJson(statement, spanOf(statement, spans)),
    nearest: null,
    speaker: speaker === null ? null : { name: speaker.name, role: speaker.role },
    differences: finding.kind === 'altered' ? finding.differences.map(withoutPlace) : [],
    notes: notes(finding),
  };
}

/** The words that a remark speaks of follow it. */
export function notes(finding: Finding): readonly string[] {
  if (!('remarks' in finding)) return [];
  const differences = finding.kind === 'altered' ? checking.differences(finding.differences) : [];
  const source = finding.kind === 'not-found' ? finding.nearest?.source : finding.passage.statement.source;
  const remarks = checking
    .remarks(finding)
    .map(({ text, words }) =>
      source === undefined || words.length === 0
        ? text
        : `${text}: ${words.map((span) => wordsAt(source, span)).join(' … ')}`,
    );
  return [...differences, ...remarks];
}

function withoutPlace({ op, said, alleged, start, end, matters }: Difference): Omit<Difference, 'at'> {
  return { op, said, alleged, start, end, matters };
}

/** The one of a statement's spans in which most of the compared words stand. */
function spanOf({ place, also }: Statement, compared: readonly Span[]): Span | undefined {
  const overlap = ([start, end]: Span) =>
    compared.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
  const spans = [place, ...also].flatMap((one) => one.spans);
  return [...spans].sort((a, b) => overlap(b) - overlap(a))[0];
}
