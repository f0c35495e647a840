import { check } from './check/check.ts';
import { extract } from './extract/extract.ts';
import { search } from './search/search.ts';
import { taught } from './taught/taught.ts';
import { texts } from './texts/texts.ts';

/** What can be measured: `npm run eval -- NAME [ARGUMENTS]`; without a name, everything in this list. */
const subjects: Readonly<Record<string, (args: readonly string[]) => void | Promise<void>>> = {
  search,
  check,
  extract,
  taught,
  texts,
};

const [name, ...args] = process.argv.slice(2);
const chosen = name === undefined ? Object.values(subjects) : [subjects[name]];
for (const subject of chosen) {
  if (subject === undefined) {
    process.stderr.write(
      `Nothing to measure is called "${name}"; there is: ${Object.keys(subjects).join(', ')}.\n`,
    );
    process.exitCode = 2;
  } else {
    await subject(args);
  }
}
