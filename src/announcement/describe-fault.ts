import type { Fault } from './fault.ts';

/** One fault for a person to read: where, what, and on the next line what to do. */
export function describeFault({ file, line, statement, problem, remedy }: Fault): string {
  const where = [
    line === null ? file : `${file}:${line}`,
    ...(statement === null ? [] : [`statement "${statement}"`]),
  ];
  return `${where.join(', ')}: ${problem}\n    ${remedy}`;
}
