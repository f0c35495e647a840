/** What can be timed: `npm run bench -- NAME [ARGUMENTS]`; without a name, the search. */
const subjects: Readonly<Record<string, () => Promise<unknown>>> = {
  search: () => import('./search.ts'),
  start: () => import('./start.ts'),
  check: () => import('./check.ts'),
  suggest: () => import('./suggest.ts'),
  load: () => import('./load.ts'),
  guilds: () => import('./guilds.ts'),
  soak: () => import('./soak.ts'),
};

const name = process.argv[2] ?? 'search';
const subject = Object.hasOwn(subjects, name) ? subjects[name] : undefined;
if (subject === undefined) {
  process.stderr.write(
    `Nothing to time is called "${name}"; there is: ${Object.keys(subjects).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  await subject();
}
