/** The value below which a share (0..1) of the list lies; NaN for an empty list. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line of a table, each cell flush right in its width. */
export function row(cells: readonly (string | number)[], widths: readonly number[]): string {
  return cells.map((cell, at) => String(cell).padStart(widths[at] ?? 0)).join('  ');
}

/** Heap in use in MiB, after collecting what is no longer used (run with --expose-gc to be exact). */
export function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
