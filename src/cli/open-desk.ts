import { resolve } from 'node:path';
import { describeFault } from '../announcement/describe-fault.ts';
import { type Errand, openDesk } from '../app.ts';
import type { Desk } from '../desk/desk.ts';
import type { Surroundings } from './subcommand.ts';

/** The desk with the announcement at a path as typed, or the default ones; null once every fault was told. */
export function openDeskFor(
  errand: Errand,
  path: string | undefined,
  { config, stderr }: Surroundings,
): Desk | null {
  const opened = openDesk(config, errand, path === undefined ? undefined : resolve(config.cwd, path));
  if (opened.kind === 'verified') return opened.value;
  for (const fault of opened.faults) stderr.write(`${describeFault(fault)}\n`);
  return null;
}
