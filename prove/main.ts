import { parseArgs } from 'node:util';
import { proveBulletins } from './bulletins/bulletins.ts';

const usage = 'Usage: npm run prove -- bulletins [--count 100000] [--seed NUMBER]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const count = Number(values.count);
const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed);

if (positionals[0] !== 'bulletins' || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error(usage);
  process.exitCode = 2;
} else if (!(await proveBulletins({ count, seed }, console.log))) {
  process.exitCode = 1;
}
