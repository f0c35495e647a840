import { type Piece, versions } from '../checking/versions.ts';
import type { Checked } from '../desk/desk.ts';
import { checking } from '../desk/wording/checking.ts';
import { en } from '../desk/wording/en.ts';
import { terminal } from '../desk/wording/terminal.ts';
import { notes } from './check-json.ts';
import { printable } from './printable.ts';
import { quoted } from './quoted.ts';

/** A checked quote for a person at a terminal, without a line break at its end. */
export function checkText(checked: Checked): string {
  const { finding, claim } = checked;
  const said = checking.verdict(finding);
  if (finding.kind === 'empty' || finding.kind === 'too-long') return said;
  const both = versions(claim, finding);
  const lines = [`${checking.marks[finding.kind]} ${checking.names[finding.kind]}. ${said}`];
  if (both !== null) {
    lines.push(
      '',
      `  ${terminal.said} ${both.said.map((pieces) => marked(pieces)).join(' … ')}`,
      `  ${terminal.alleged} ${marked(both.alleged)}`,
    );
  }
  const remarks = notes(finding);
  if (remarks.length > 0) lines.push('', ...remarks.map((one) => `  - ${one}`));
  const statement = finding.kind === 'not-found' ? finding.nearest : finding.passage.statement;
  if (statement !== null) {
    lines.push(
      '',
      quoted(statement),
      `  ${en.whose(statement)}`,
      `  ${en.how(statement)}, ${en.where(statement)}`,
    );
  }
  return printable(lines.join('\n'));
}

/** What differs stands in square brackets. */
function marked(pieces: readonly Piece[]): string {
  return pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');
}
