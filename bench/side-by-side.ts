import { loadLexicon } from '../src/search/lexicon.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import { type Engine, engines } from './engines.ts';
import { memory, print, quantile, row } from './figures.ts';

/** What is typed, and the sentence that it is about. */
interface Typed {
  readonly typed: string;
  readonly sentence: number;
}

interface Comparison {
  typed(corpus: Corpus): readonly Typed[];
  find(engine: Engine): Engine['ask'];
  /** The right sentence is found where it is among so many. */
  readonly foundWithin: number;
}

/** Milliseconds of finding that each engine may take at each size. */
const budget = 8_000;
/** Whoever took longer than this for one at some size is not tried at a larger one, where it would take minutes. */
const tooLong = 2_000;
/** Prime, so that every one has its turn. */
const stride = 7_919;
const warmUp = 100;
/** Milliseconds from which once is enough. */
const slow = 100;
const allSizes = [25, 1_000, 10_000, 100_000];

const columns = [
  'build ms',
  'memory MiB',
  'median ms',
  '99 % ms',
  'processor 99 % ms',
  'per second',
  'found',
  '× Verbatim',
  '× growth',
  'typed',
];
const widths = [22, 10, ...columns.map((name) => Math.max(7, name.length))];

/** Prints what each engine takes for the same at each size (none given: 25 to 100,000), and times ours. */
export function sideBySide(given: readonly number[], comparison: Comparison): void {
  const lexicon = loadLexicon('data/lexicon');
  const smallest = new Map<string, number>();
  const latest = new Map<string, number>();
  print(row(['engine', 'statements', ...columns], widths));
  for (const size of given.length > 0 ? given : allSizes) {
    const corpus = corpusOf(size, lexicon.background);
    const typed = comparison.typed(corpus);
    let ours = Number.NaN;
    for (const [name, build] of Object.entries(engines)) {
      if ((latest.get(name) ?? 0) > tooLong) {
        print(row([name, size, ...columns.map(() => '–')], widths));
        continue;
      }
      const { built, held, times, processor, found } = measure(
        () => build(corpus, lexicon),
        typed,
        comparison,
      );
      const median = quantile(times, 0.5);
      if (name === 'Verbatim') ours = median;
      latest.set(name, median);
      if (!smallest.has(name)) smallest.set(name, median);
      const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
      const figures = [
        built.toFixed(0),
        held.toFixed(1),
        median.toFixed(3),
        quantile(times, 0.99).toFixed(3),
        quantile(processor, 0.99).toFixed(3),
        (1_000 / mean).toFixed(0),
        `${((100 * found) / times.length).toFixed(0)} %`,
        (median / ours).toFixed(1),
        (median / (smallest.get(name) ?? Number.NaN)).toFixed(1),
        times.length,
      ];
      print(row([name, size, ...figures], widths));
    }
  }
}

interface Measured {
  /** Milliseconds. */
  readonly built: number;
  /** MiB. */
  readonly held: number;
  /** Milliseconds. */
  readonly times: readonly number[];
  /** The same in time of the processor, which a busy machine does not lengthen; milliseconds. */
  readonly processor: readonly number[];
  readonly found: number;
}

/** Its engine is forgotten when it returns, before the memory of the next one is taken. */
function measure(build: () => Engine, typed: readonly Typed[], { find, foundWithin }: Comparison): Measured {
  const before = memory();
  const started = performance.now();
  const engine = build();
  const built = performance.now() - started;
  const held = memory() - before;
  return { built, held, ...timesOf(find(engine), typed, foundWithin) };
}

/** The first are a warm-up. Whoever is slow gets only a part of what is typed, spread over all of it. */
function timesOf(
  find: Engine['ask'],
  typed: readonly Typed[],
  foundWithin: number,
): Pick<Measured, 'times' | 'processor' | 'found'> {
  const times: number[] = [];
  const processor: number[] = [];
  let found = 0;
  const deadline = performance.now() + budget;
  const spread = typed.map((_, at) => typed[(at * stride) % typed.length]).filter((one) => one !== undefined);
  for (const one of spread.slice(-warmUp)) if (performance.now() < deadline - budget / 2) find(one.typed);
  for (const one of spread) {
    // Of three times the middle one: what the work takes, not what else the machine does.
    const three: number[] = [];
    const threeOfProcessor: number[] = [];
    let list: readonly number[] = [];
    for (let time = 0; time < 3; time++) {
      const started = performance.now();
      const used = process.cpuUsage();
      list = find(one.typed);
      three.push(performance.now() - started);
      const { user, system } = process.cpuUsage(used);
      threeOfProcessor.push((user + system) / 1_000);
      if ((three[0] ?? 0) > slow) break;
    }
    times.push(quantile(three, 0.5));
    processor.push(quantile(threeOfProcessor, 0.5));
    if (list.slice(0, foundWithin).includes(one.sentence)) found += 1;
    if (performance.now() > deadline) break;
  }
  return { times, processor, found };
}
