import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Lexicon } from '../src/search/compile-lexicon.ts';
import { createSearch } from '../src/search/create-search.ts';
import { loadLexicon } from '../src/search/lexicon.ts';
import { stemmerOf } from '../src/search/text/stem.ts';
import { type Corpus, corpusOf } from './corpus.ts';

// Cost of a question, of building, and in memory, at growing numbers of statements, beside fuse.js and MiniSearch.
//   npm run bench -- search [SIZE…]        sizes default to 25 1000 10000 100000

/** Milliseconds of asking that each engine may take at each size. */
const budget = 8_000;

/** Takes a question to the numbers of sentences, best first. */
type Ask = (question: string) => readonly number[];

const engines: Readonly<Record<string, (corpus: Corpus, lexicon: Lexicon) => Ask>> = {
  Verbatim({ announcement }, lexicon) {
    const search = createSearch(announcement, lexicon);
    const number = new Map(announcement.statements.map(({ id }, at) => [id, at]));
    return (question) => {
      const outcome = search.ask(question);
      if (outcome.kind === 'small-talk') return [];
      const all = outcome.kind === 'quote' ? [outcome.best, ...outcome.others] : outcome.nearest;
      return all.map(({ statement }) => number.get(statement.id) ?? -1);
    };
  },
  'MiniSearch, tuned'({ sentences }) {
    const stem = stemmerOf('en');
    const stop = new Set([
      'what',
      'did',
      'they',
      'say',
      'about',
      'the',
      'of',
      'and',
      'to',
      'in',
      'is',
      'was',
      'for',
      'it',
    ]);
    const mini = new MiniSearch({
      fields: ['text'],
      processTerm: (term) => (stop.has(term.toLowerCase()) ? null : stem(term.toLowerCase())),
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    mini.addAll(sentences.map((text, id) => ({ id, text })));
    return (question) =>
      mini
        .search(question)
        .slice(0, 10)
        .map(({ id }) => id);
  },
  'fuse.js, default'({ sentences }) {
    const fuse = new Fuse(sentences, { includeScore: true, ignoreLocation: true });
    return (question) => fuse.search(question, { limit: 10 }).map(({ refIndex }) => refIndex);
  },
  'fuse.js, token search'({ sentences }) {
    const fuse = new Fuse(sentences, { includeScore: true, ignoreLocation: true, useTokenSearch: true });
    return (question) => fuse.search(question, { limit: 10 }).map(({ refIndex }) => refIndex);
  },
};

const given = process.argv.slice(3).map(Number);
const sizes = given.length > 0 ? given : [25, 1_000, 10_000, 100_000];
const lexicon = loadLexicon('data/lexicon');

print(
  'engine                  statements   build ms   memory MiB   median ms    99 % ms   found first   × Verbatim   questions',
);
for (const size of sizes) {
  const corpus = corpusOf(size, lexicon.background);
  let ours = Number.NaN;
  for (const [name, build] of Object.entries(engines)) {
    const before = memory();
    const started = performance.now();
    const ask = build(corpus, lexicon);
    const built = performance.now() - started;
    const held = memory() - before;
    const { times, found } = askAll(ask, corpus);
    const median = quantile(times, 0.5);
    if (name === 'Verbatim') ours = median;
    print(
      [
        name.padEnd(22),
        String(size).padStart(11),
        built.toFixed(0).padStart(10),
        held.toFixed(1).padStart(12),
        median.toFixed(3).padStart(11),
        quantile(times, 0.99).toFixed(3).padStart(10),
        `${((100 * found) / times.length).toFixed(0)} %`.padStart(13),
        (median / ours).toFixed(1).padStart(12),
        String(times.length).padStart(11),
      ].join(' '),
    );
  }
}

function askAll(ask: Ask, { questions }: Corpus): { readonly times: number[]; readonly found: number } {
  const times: number[] = [];
  let found = 0;
  const deadline = performance.now() + budget;
  for (const { question } of questions.slice(0, 10)) {
    if (performance.now() < deadline - budget / 2) ask(question);
  }
  for (const { question, sentence } of questions) {
    const started = performance.now();
    const [first] = ask(question);
    times.push(performance.now() - started);
    if (first === sentence) found += 1;
    if (performance.now() > deadline) break;
  }
  return { times, found };
}

function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Heap in use in MiB, after collecting what is no longer used (run with --expose-gc to be exact). */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
