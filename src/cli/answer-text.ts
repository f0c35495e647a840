import type { Answer } from '../desk/desk.ts';
import { isNear } from '../desk/near.ts';
import { en } from '../desk/wording/en.ts';
import { terminal } from '../desk/wording/terminal.ts';
import type { Match, Outcome } from '../search/outcome.ts';
import { otherMatches } from './answer-json.ts';
import { checkText } from './check-text.ts';
import { printable } from './printable.ts';
import { quoted } from './quoted.ts';

/** At most this many near statements are shown with a refusal. */
const mostNear = 3;

/** An answer for a person at a terminal, without a line break at its end. `explain` adds what met what. */
export function answerText(answer: Answer, { explain }: { readonly explain: boolean }): string {
  const { announcement, outcome, checked } = answer;
  if (checked.length > 0 && !explain) return checked.map(checkText).join('\n\n');
  const said = en.outcome(outcome, announcement);
  const blocks = shownMatches(outcome, explain).map((match) => block(match, explain));
  const near = outcome.kind === 'not-said' && blocks.length > 0 ? [en.near] : [];
  const parts = [...(said === null ? [] : [said]), ...near, ...blocks];
  return printable(parts.join('\n\n').replaceAll('\r\n', '\n'));
}

function shownMatches(outcome: Outcome, explain: boolean): readonly Match[] {
  const others = otherMatches(outcome);
  if (outcome.kind === 'quote') return [outcome.best, ...(explain ? others : [])];
  if (explain) return others;
  return (outcome.kind === 'not-said' ? others.filter(isNear) : others).slice(0, mostNear);
}

function block({ statement, confidence, because }: Match, explain: boolean): string {
  const lines = [
    quoted(statement),
    `  ${en.whose(statement)}`,
    `  ${en.how(statement)}, ${en.where(statement)}`,
  ];
  if (!explain) return lines.join('\n');
  return [
    ...lines,
    `  ${terminal.confidence(confidence)} (${statement.id})`,
    ...because.map(
      ({ asked, met, how, weight }) => `    ${weight.toFixed(2).padStart(6)}  ${asked} → ${met}  (${how})`,
    ),
  ].join('\n');
}
