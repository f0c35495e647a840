import type { Desk } from '../desk/desk.ts';
import { en } from '../desk/wording/en.ts';
import { terminal } from '../desk/wording/terminal.ts';
import { answerJson } from './answer-json.ts';
import { answerText } from './answer-text.ts';
import { linesOf } from './lines.ts';
import { openDeskFor } from './open-desk.ts';
import { readArguments } from './read-arguments.ts';
import type { Subcommand, Surroundings } from './subcommand.ts';

const usage = `Usage: npm run --silent cli -- ask [OPTIONS] [QUESTION]

Answers QUESTION, or each line of standard input, with somebody's exact words.

  --announcement PATH  an announcement's folder or a plain .txt article, instead of the default announcement
  --speaker NAME       only this person's words: a name, title or alias
  --json               one JSON object a line, for other programs
  --explain            show which words met which, with their weights

Exit code: 0 fine, 1 a single question was refused, 2 bad usage or data.
`;

const options = {
  announcement: { type: 'string' },
  speaker: { type: 'string' },
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
} as const;

/** ask: one question as an argument, or one a line on standard input. */
export const ask: Subcommand = {
  name: 'ask',
  summary: 'answer questions with exact words from an announcement',
  usage,

  async run(args, surroundings) {
    const { stdout, stderr } = surroundings;
    const parsed = readArguments(args, options);
    if (typeof parsed === 'string') {
      stderr.write(`${parsed}\n\n${usage}`);
      return 2;
    }
    const { announcement, ...manner } = parsed.values;
    const desk = openDeskFor('asking', announcement, surroundings);
    if (desk === null) return 2;
    const answerer = createAnswerer(desk, manner, stderr);
    if (parsed.positionals.length === 0) return answerLines(answerer, surroundings);
    const { text, outcome } = answerer(parsed.positionals.join(' '));
    stdout.write(`${text}\n`);
    return exitCodes[outcome];
  },
};

interface Manner {
  readonly speaker?: string | undefined;
  readonly json?: boolean | undefined;
  readonly explain?: boolean | undefined;
}

interface Reply {
  /** Without a line break at its end; as JSON, one line. */
  readonly text: string;
  readonly outcome: 'answered' | 'refused' | 'error';
}

const exitCodes = { answered: 0, refused: 1, error: 2 } as const;

/** Answers one question in the manner asked for. Never throws: one bad line must not cost the others. */
function createAnswerer(
  desk: Desk,
  { speaker, json = false, explain = false }: Manner,
  stderr: NodeJS.WritableStream,
): (question: string) => Reply {
  const failed = (error: string): Reply => ({
    text: json ? JSON.stringify({ error }) : error,
    outcome: 'error',
  });
  return (question) => {
    if (question.trim() === '') return failed(en.emptyQuestion);
    try {
      const answer = desk.ask(speaker === undefined ? { question } : { question, speaker });
      const text = json ? JSON.stringify(answerJson(answer)) : answerText(answer, { explain });
      return { text, outcome: answer.outcome.kind === 'quote' ? 'answered' : 'refused' };
    } catch (error) {
      stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      return failed(terminal.failed);
    }
  };
}

async function answerLines(
  answerer: (question: string) => Reply,
  { stdin, stdout, stderr }: Surroundings,
): Promise<number> {
  if ('isTTY' in stdin && stdin.isTTY === true) stderr.write(`${terminal.invitation}\n`);
  for await (const line of linesOf(stdin)) stdout.write(`${answerer(line).text}\n`);
  return 0;
}
