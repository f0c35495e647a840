import { diffWords } from 'diff';
import { randomFrom } from '../eval/learn/random.ts';
import type { Announcement } from '../src/announcement/announcement.ts';
import { wordsAt } from '../src/announcement/statement.ts';
import { createCheck } from '../src/checking/create-check.ts';
import { loadMeaning } from '../src/checking/meaning.ts';
import { loadLexicon } from '../src/search/lexicon.ts';
import { corpusOf } from './corpus.ts';

// Cost of a check at growing numbers of statements, by kind of quote, beside a diff against every statement.
//   npm run bench -- check [SIZE…]        sizes default to 1000 10000 100000

const given = process.argv.slice(3).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000, 100_000];
const rounds = 200;
/** A diff of every statement is slow, and always as slow. */
const baselineRounds = 3;

/** Kinds of quotes: said, one word changed, a word of many statements, two spliced, nothing, six thousand characters. */
const quotes: Readonly<Record<string, (announcement: Announcement, random: () => number) => string>> = {
  verbatim: (announcement, random) => sentence(announcement, random),
  'one word': (announcement, random) => change(sentence(announcement, random), random),
  common: () => 'the more of that the',
  spliced: (announcement, random) =>
    `${half(sentence(announcement, random), 0)} ${half(sentence(announcement, random), 1)}`,
  'not found': (_, random) =>
    Array.from({ length: 14 }, () => `zq${Math.floor(random() * 1e6).toString(36)}`).join(' '),
  'known words': (announcement, random) =>
    Array.from({ length: 14 }, () => sentence(announcement, random).split(' ')[1] ?? '').join(' '),
  '6,000 chars': (announcement, random) => {
    const from = Math.floor(random() * (announcement.source.paragraphs.length - 20));
    const [start] = announcement.source.paragraphs[from] ?? [0, 0];
    return change(announcement.source.text.slice(start, start + 6_000), random);
  },
};

const meaning = loadMeaning('data/lexicon');
const { background } = loadLexicon('data/lexicon');

print('statements  index s  memory MiB  quote           median ms  95 % ms  longest ms');
for (const size of sizes) {
  const { announcement } = corpusOf(size, background);
  const before = memory();
  const started = performance.now();
  const { check } = createCheck(announcement, { meaning, person: () => null });
  const built = ((performance.now() - started) / 1_000).toFixed(1);
  const held = (memory() - before).toFixed(0);
  for (const [kind, quoteOf] of Object.entries(quotes)) {
    const random = randomFrom(size);
    const asked = Array.from({ length: rounds }, () => quoteOf(announcement, random));
    for (const quote of asked.slice(0, 20)) check({ quote, speaker: null });
    const times = asked.map((quote) => timed(() => check({ quote, speaker: null })));
    print(row([String(size), built, held, kind], times));
  }
  print(row([String(size), '', '', 'diff each one'], baseline(announcement, size)));
}

function sentence({ statements, source }: Announcement, random: () => number): string {
  const statement = statements[Math.floor(random() * statements.length)];
  return wordsAt(source, statement?.place.spans[0] ?? [0, 0]);
}

function change(quote: string, random: () => number): string {
  const words = quote.split(' ');
  words[Math.floor(random() * words.length)] = 'umbrella';
  return words.join(' ');
}

function half(quote: string, which: 0 | 1): string {
  const words = quote.split(' ');
  const middle = Math.ceil(words.length / 2);
  return (which === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
}

/** What a bot does that compares the quote with every statement. */
function baseline(announcement: Announcement, size: number): readonly number[] {
  const random = randomFrom(size);
  const all = announcement.statements.map(({ place }) =>
    wordsAt(announcement.source, place.spans[0] ?? [0, 0]),
  );
  return Array.from({ length: size > 10_000 ? 1 : baselineRounds }, () => {
    const quote = change(sentence(announcement, random), random);
    return timed(() =>
      all.reduce(
        (least, said) =>
          Math.min(least, diffWords(said, quote).filter(({ added, removed }) => added || removed).length),
        Number.POSITIVE_INFINITY,
      ),
    );
  });
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function row(cells: readonly string[], times: readonly number[]): string {
  const [size = '', built = '', held = '', kind = ''] = cells;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
  return [
    size.padStart(10),
    built.padStart(7),
    held.padStart(10),
    kind.padEnd(14),
    at(0.5).padStart(9),
    at(0.95).padStart(7),
    at(1).padStart(10),
  ].join('  ');
}

/** Heap and buffers in use in MiB, after collecting what is no longer used. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
