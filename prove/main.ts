import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { proveBulletins } from './bulletins/bulletins.ts';
import { proveContainer } from './container/container.ts';
import { proveInputs } from './inputs/inputs.ts';
import { writeProof } from './proof/proof.ts';

const usage = `Usage: npm run prove -- bulletins [--count 100000] [--seed NUMBER]
       npm run prove -- crashes
       npm run prove -- container
       npm run prove -- inputs
       npm run proof

  bulletins  simulates the publishing of that many bulletins with crashes all along, in memory
  crashes    crashes the real parts on a loopback Discord at every step and under every fault; takes minutes
  container  carries out the Dockerfile in empty folders, with no engine, and runs what comes of it on a loopback Discord
  inputs     throws every named bad input at every path into the programs, and counts them
  proof      runs the command of every claim and writes docs/PROOF.md; takes minutes
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);
const sound = Number.isInteger(count) && count > 0 && Number.isInteger(seed);

if (positionals[0] === 'bulletins' && sound) {
  process.exitCode = (await proveBulletins({ count, seed }, console.log)) ? 0 : 1;
} else if (positionals[0] === 'crashes') {
  const args = [
    'vitest',
    'run',
    'tests/discord/bulletins',
    'tests/discord/rest-faults',
    'tests/discord/start-faults',
    '--testTimeout=600000',
  ];
  const env = { ...process.env, VERBATIM_PROVE: 'thorough' };
  process.exitCode = spawnSync('npx', args, { stdio: 'inherit', env }).status ?? 1;
} else if (positionals[0] === 'container') {
  process.exitCode = (await proveContainer(console.log)) ? 0 : 1;
} else if (positionals[0] === 'inputs') {
  process.exitCode = proveInputs(console.log) ? 0 : 1;
} else if (positionals[0] === 'proof') {
  process.exitCode = (await writeProof(console.log)) ? 0 : 1;
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
