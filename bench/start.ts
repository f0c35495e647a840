import { execFileSync, spawnSync } from 'node:child_process';
import { print, quantile, row } from './figures.ts';

// What it costs to start, to answer once and to end: processor time of a command with everything that it starts.
//   npm run bench -- start [RUNS]     default 5

const [runs = 5] = process.argv.slice(3).map(Number);
const cli = 'npm run --silent cli --';
const article = '--announcement eval/questions/hollin-gap-tunnel/source.txt';

/** What reads "who signed" from its input. */
const commands: readonly (readonly [what: string, command: string])[] = [
  ['a question, shipped announcement', `${cli} ask --json`],
  ['a question, text of 500 words', `${cli} ask --json ${article}`],
  ['a quote, shipped announcement', `${cli} check`],
  ['a quote, text of 500 words', `${cli} check ${article}`],
  ['the bot, in the terminal', 'node dist/main.js --no-page'],
];

interface Cost {
  readonly user: number;
  readonly system: number;
  readonly elapsed: number;
}

/** Seconds; what runs the command is not counted. */
function costOf(command: string): Cost {
  const begun = performance.now();
  // The shell's second line tells of what it has started: "0m1.234s 0m0.567s".
  const script = `echo 'who signed' | ${command} > /dev/null && times`;
  const { status, stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  const elapsed = (performance.now() - begun) / 1000;
  const [, started = ''] = stdout.trim().split('\n');
  const [user = Number.NaN, system = Number.NaN] = Array.from(
    started.matchAll(/(\d+)m([\d.]+)s/g),
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  if (status !== 0) throw new Error(`"${command}" ended with ${status}.`);
  return { user, system, elapsed };
}

execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
const widths = [32, 8, 8, 8, 9];
print(row(['', 'user s', 'least', 'system', 'elapsed'], widths));
for (const [what, command] of commands) {
  costOf(command);
  const costs = Array.from({ length: runs }, () => costOf(command));
  const median = (pick: (cost: Cost) => number) => quantile(costs.map(pick), 0.5).toFixed(2);
  const least = Math.min(...costs.map(({ user }) => user)).toFixed(2);
  const [user, system, elapsed] = [
    median((one) => one.user),
    median((one) => one.system),
    median((one) => one.elapsed),
  ];
  print(row([what, user, least, system, elapsed], widths));
}
