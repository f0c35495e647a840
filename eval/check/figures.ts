import type { Verdict } from '../mutations/mutation.ts';

const verdicts: readonly Verdict[] = ['verbatim', 'altered', 'misattributed', 'not-found'];

/** One quote, what it deserved and what it got. */
export interface Judged {
  readonly kind: string;
  readonly wanted: Verdict;
  readonly got: string;
  /** Whether what changed was called out; null where nothing had to be. */
  readonly calledOut: boolean | null;
}

/** Rows for every kind: cases, share judged right, called verbatim, and share of what changed that was called out. */
export function byKind(judged: readonly Judged[]): readonly string[] {
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  return [
    `${'kind'.padEnd(28)}  wanted         cases   right  called verbatim  called out`,
    ...kinds.map((kind) => {
      const rows = judged.filter((one) => one.kind === kind);
      const wanted = rows[0]?.wanted ?? '';
      const told = rows.filter(({ calledOut }) => calledOut !== null);
      return [
        kind.padEnd(28),
        wanted.padEnd(13),
        String(rows.length).padStart(6),
        percent(rows.filter((one) => one.got === one.wanted).length, rows.length),
        String(wanted === 'verbatim' ? '' : rows.filter(({ got }) => got === 'verbatim').length).padStart(15),
        told.length === 0
          ? ''
          : percent(told.filter(({ calledOut }) => calledOut).length, told.length).padStart(11),
      ].join('  ');
    }),
  ];
}

/** Precision and recall of each verdict, and the confusion behind them. */
export function byVerdict(judged: readonly Judged[]): readonly string[] {
  const count = (wanted: string, got: string) =>
    judged.filter((one) => one.wanted === wanted && one.got === got).length;
  return [
    `${'wanted \\ got'.padEnd(14)}${verdicts.map((verdict) => verdict.padStart(14)).join('')}  precision  recall`,
    ...verdicts.map((wanted) => {
      const right = count(wanted, wanted);
      const all = judged.filter((one) => one.wanted === wanted).length;
      const given = judged.filter((one) => one.got === wanted).length;
      return `${wanted.padEnd(14)}${verdicts.map((got) => String(count(wanted, got)).padStart(14)).join('')}  ${percent(right, given).padStart(9)}  ${percent(right, all)}`;
    }),
  ];
}

export function percent(part: number, whole: number): string {
  return (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)).padStart(6);
}
