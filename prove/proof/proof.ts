import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { type Claim, claims } from './claims.ts';

/** How many lines of one command are kept, the last ones. */
const mostLines = 60;
const patience = 600_000;

/**
 * Runs the command of every claim and writes `docs/PROOF.md` of what they print. Resolves to whether all of them
 * succeeded; where one fails, nothing is written.
 */
export async function writeProof(tell: (line: string) => void): Promise<boolean> {
  const sections: string[] = [];
  for (const claim of claims) {
    tell(`npm run ${claim.command.join(' ')}`);
    const figures = figuresOf(claim);
    if (figures === null) {
      tell('This failed. Nothing is written.');
      return false;
    }
    sections.push(section(claim, figures));
  }
  await writeFile('docs/PROOF.md', [opening(), ...sections].join('\n'));
  return true;
}

function figuresOf({ command, figures }: Claim): string | null {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', ...command], {
    encoding: 'utf8',
    timeout: patience,
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    process.stderr.write(stderr);
    return null;
  }
  const lines = stdout.split('\n').map((line) => line.trimEnd());
  return lines
    .filter((line) => figures.test(line))
    .slice(-mostLines)
    .join('\n');
}

function opening(): string {
  const [processor] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `# What is claimed, and what was measured

Written by \`npm run proof\`, which runs each command below and keeps what it prints. Change nothing here by hand.

Measured on ${day} with Node ${process.versions.node} on ${availableParallelism()} cores (${processor?.model.trim() ?? 'unknown'}). Times depend on the machine and on what else it does; shares and ratios hardly do.
`;
}

function section({ title, text, command }: Claim, figures: string): string {
  return `## ${title}

${text}

\`npm run ${command.join(' ')}\`

\`\`\`text
${figures}
\`\`\`
`;
}
