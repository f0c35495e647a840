import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../../src/checking/finding.ts';
import { loadMeaning } from '../../src/checking/meaning.ts';
import { once } from '../../src/once.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';
import { dangerous, mutantsOf, mutations } from '../mutations/mutants.ts';
import type { Mutant } from '../mutations/mutation.ts';
import { byKind, byVerdict, type Judged, percent } from './figures.ts';
import { materialOf, type Subject, subjectsIn } from './subjects.ts';

const dangerousCases = 10_000;
const seed = 20_260_101;

/**
 * Measures the check: on every `*quotes*.jsonl` beside an announcement, or in the files named by `--quotes FILE`
 * (about the shipped announcement), and on mutations of every statement. Arguments: folders of folders (default:
 * data/announcements and eval/announcements); `--wrong` lists what went wrong, `--labelled` makes no mutants,
 * `--rounds N` more of them.
 */
export function check(args: readonly string[]): void {
  const options = read(args);
  const subjects = subjectsIn(options.roots, {
    lexicon: once(() => loadLexicon('data/lexicon')),
    meaning: once(() => loadMeaning('data/lexicon')),
  });
  for (const subject of subjects) {
    const beside = readdirSync(subject.folder).filter((name) => /quotes.*\.jsonl$/u.test(name));
    for (const name of beside) labelled(join(subject.folder, name), subject, options.wrong);
  }
  const [shipped] = subjects;
  if (options.quotes !== null && shipped !== undefined) labelled(options.quotes, shipped, options.wrong);

  if (options.labelled) return;
  const judged = subjects.flatMap((subject) =>
    mutantsOf(materialOf(subject, subjects), mutations, options.rounds, seed).map((mutant) =>
      judge(subject, mutant, options.wrong),
    ),
  );
  print(`\nMutations of every statement: ${judged.length}`, ...byKind(judged), '', ...byVerdict(judged));
  print(`all right: ${percent(judged.filter(({ wanted, got }) => wanted === got).length, judged.length)} %`);
  neverVerbatim(subjects);
}

/** A changed negation, number or name, as often as the promise says. */
function neverVerbatim(subjects: readonly Subject[]): void {
  const mutants: (readonly [Subject, Mutant])[] = [];
  for (let round = 1; mutants.length < dangerousCases && round < 100; round++) {
    for (const subject of subjects) {
      const more = mutantsOf(materialOf(subject, subjects), dangerous, 8, seed + round);
      mutants.push(...more.map((mutant) => [subject, mutant] as const));
    }
  }
  const cases = mutants.slice(0, dangerousCases);
  const passed = cases.filter(
    ([
      {
        check: { check: run },
      },
      mutant,
    ]) => run(mutant).kind === 'verbatim',
  );
  print(`\nA changed negation, number or name called verbatim: ${passed.length} of ${cases.length}`);
  for (const [, { kind, quote }] of passed.slice(0, 20)) print(`  ${kind}: ${quote}`);
}

const line = z.object({
  id: z.string(),
  quote: z.string(),
  speaker: z.string().nullable(),
  verdict: z.enum(['verbatim', 'altered', 'misattributed', 'not-found']),
  span: z.string().nullable().default(null),
  true_speaker: z.string().nullable().default(null),
});

function labelled(file: string, subject: Subject, wrong: boolean): void {
  if (!existsSync(file)) throw new Error(`There is no ${file}.`);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '');
  const quotes = lines.map((text) => line.parse(JSON.parse(text)));
  const found = quotes.map((quote) => ({ quote, finding: subject.check.check(quote) }));
  const judged = found.map(
    ({ quote, finding }): Judged => ({ kind: '', wanted: quote.verdict, got: finding.kind, calledOut: null }),
  );
  const spans = found.filter(({ quote }) => quote.span !== null);
  const shown = spans.filter(({ quote, finding }) => overlaps(finding, quote.span ?? ''));
  const attributed = spans.filter(({ quote, finding }) => speakerOf(finding) === quote.true_speaker);
  print(`\n${file}`, ...byVerdict(judged));
  print(
    `right: ${judged.filter((one) => one.wanted === one.got).length} of ${judged.length}; passage shown ${shown.length}, speaker shown ${attributed.length} of ${spans.length}`,
  );
  if (!wrong) return;
  for (const { quote, finding } of found) {
    if (quote.verdict !== finding.kind)
      print(`  ${quote.id} ${quote.verdict} got ${finding.kind}: ${quote.quote}`);
  }
}

function overlaps(finding: Finding, span: string): boolean {
  if (!('passage' in finding)) return false;
  const { source, place, also } = finding.passage.statement;
  return [place, ...also]
    .flatMap(({ spans }) => spans)
    .some(([start, end]) => {
      const at = source.text.indexOf(span);
      return Math.min(end, at + span.length) - Math.max(start, at) >= span.length / 2;
    });
}

function speakerOf(finding: Finding): string | null {
  return 'passage' in finding ? (finding.passage.speaker?.name ?? null) : null;
}

function judge({ check: { check: run } }: Subject, mutant: Mutant, wrong: boolean): Judged {
  const finding = run(mutant);
  const calledOut =
    mutant.matters.length === 0
      ? null
      : finding.kind === 'altered' &&
        finding.differences.some(({ matters }) => matters !== null && mutant.matters.includes(matters));
  if (wrong && finding.kind !== mutant.verdict) {
    print(`  ${mutant.kind}: ${mutant.verdict} got ${finding.kind} (${mutant.speaker}): ${mutant.quote}`);
  } else if (wrong && calledOut === false) {
    print(
      `  ${mutant.kind}: not called out: ${mutant.quote} ${JSON.stringify('differences' in finding ? finding.differences.map(({ said, alleged, matters }) => [said, alleged, matters]) : [])}`,
    );
  }
  return { kind: mutant.kind, wanted: mutant.verdict, got: finding.kind, calledOut };
}

function read(args: readonly string[]) {
  const after = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? null) : null);
  const [quotes, rounds] = [after('--quotes'), after('--rounds')];
  const roots = args.filter((one) => !one.startsWith('--') && one !== quotes && one !== rounds);
  return {
    roots: roots.length > 0 ? roots : ['data/announcements', 'eval/announcements'],
    quotes,
    rounds: rounds === null ? 3 : Number(rounds),
    wrong: args.includes('--wrong'),
    labelled: args.includes('--labelled'),
  };
}

function print(...lines: readonly string[]): void {
  for (const one of lines) process.stdout.write(`${one}\n`);
}
