import { z } from 'zod';
import type { AllegedQuote, Desk } from '../desk/desk.ts';
import { terminal } from '../desk/wording/terminal.ts';
import { checkJson } from './check-json.ts';
import { checkText } from './check-text.ts';
import { linesOf } from './lines.ts';
import { openDeskFor } from './open-desk.ts';
import { readArguments } from './read-arguments.ts';
import type { Subcommand, Surroundings } from './subcommand.ts';

const usage = `Usage: npm run --silent cli -- check [OPTIONS] [QUOTE]

Tells whether QUOTE, or each line of standard input, was really said, by whom, and what was changed.

  --announcement PATH  an announcement's folder or a plain .txt article, instead of the default announcement
  --speaker NAME       who is said to have said it: a name, title or alias
  --json               lines {"quote": …, "speaker": … or null} in, one JSON object a line out, for other programs

Exit code: 0 fine, 1 a single quote is not verbatim, 2 bad usage or data.
`;

const options = {
  announcement: { type: 'string' },
  speaker: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** check: one alleged quote as an argument, or one a line on standard input. */
export const check: Subcommand = {
  name: 'check',
  summary: 'tell whether something was really said',
  usage,

  async run(args, surroundings) {
    const { stdin, stdout, stderr } = surroundings;
    const parsed = readArguments(args, options);
    if (typeof parsed === 'string') {
      stderr.write(`${parsed}\n\n${usage}`);
      return 2;
    }
    const { announcement, speaker, json = false } = parsed.values;
    const desk = openDeskFor('checking', announcement, surroundings);
    if (desk === null) return 2;
    const spoken = speaker === undefined ? {} : { speaker };
    const alone = parsed.positionals.join(' ');
    if (parsed.positionals.length > 0) {
      const { text, verdict } = checked(
        desk,
        alone.trim() === '' ? null : { quote: alone, ...spoken },
        json,
        surroundings,
      );
      stdout.write(`${text}\n`);
      return exitCodes[verdict];
    }
    if (!json && 'isTTY' in stdin && stdin.isTTY === true) stderr.write(`${terminal.invitationToCheck}\n`);
    for await (const line of linesOf(stdin)) {
      const quote = json ? readLine(line) : { quote: line, ...spoken };
      stdout.write(`${checked(desk, quote, json, surroundings).text}\n`);
    }
    return 0;
  },
};

interface Reply {
  /** Without a line break at its end; as JSON, one line. */
  readonly text: string;
  readonly verdict: 'verbatim' | 'other' | 'error';
}

const exitCodes = { verbatim: 0, other: 1, error: 2 } as const;

const lineSchema = z.object({ quote: z.string(), speaker: z.string().nullish() });

/** Null where the line is no alleged quote. */
function readLine(line: string): AllegedQuote | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return null;
  const { quote, speaker } = parsed.data;
  return typeof speaker === 'string' ? { quote, speaker } : { quote };
}

/** Checks one quote. Never throws: one bad line must not cost the others. */
function checked(desk: Desk, quote: AllegedQuote | null, json: boolean, { stderr }: Surroundings): Reply {
  const failed = (error: string): Reply => ({
    text: json ? JSON.stringify({ error }) : error,
    verdict: 'error',
  });
  if (quote === null) return failed(json ? terminal.badLine : terminal.emptyQuote);
  if (quote.quote.trim() === '') return failed(terminal.emptyQuote);
  try {
    const result = desk.check(quote);
    const { kind } = result.finding;
    return {
      text: json ? JSON.stringify(checkJson(result)) : checkText(result),
      verdict: kind === 'verbatim' ? 'verbatim' : kind === 'empty' || kind === 'too-long' ? 'error' : 'other',
    };
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return failed(terminal.notChecked);
  }
}
