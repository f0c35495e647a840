import { readFileSync } from 'node:fs';
import { misspell } from '../eval/learn/misspell.ts';
import { randomFrom, sample } from '../eval/learn/random.ts';
import { openShelf } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';

/** How a channel asks: nobody as anybody before, or as people do who all talk of the same thing. */
export type Asking = 'all different' | 'as people do';

/**
 * So many questions about the shipped announcement, the same for the same number. Those that people do ask are drawn by
 * Zipf's law: the second most popular half as often as the first. Those that differ are all known ways of asking in random
 * order, then the same misspelt.
 */
export function questionsAsked(asking: Asking, count: number): readonly string[] {
  const random = randomFrom(count);
  const known = sample(knownQuestions(), Number.POSITIVE_INFINITY, random);
  if (asking === 'as people do') {
    const draw = () => known[Math.floor(Math.exp(random() * Math.log(known.length))) - 1] ?? '';
    return Array.from({ length: count }, draw);
  }
  const different = new Set(known);
  while (different.size < count) {
    different.add(misspell(known[Math.floor(random() * known.length)] ?? '', random));
  }
  return sample([...different].slice(0, count), count, random);
}

function knownQuestions(): readonly string[] {
  const opened = openShelf(loadConfig({}));
  if (opened.kind === 'faulty') throw new Error(opened.faults[0]?.problem);
  const { announcement } = opened.value.shelved[0] ?? { announcement: null };
  if (announcement === null) throw new Error('There is no announcement to ask about.');
  const labelled = readFileSync(`data/announcements/${announcement.slug}/questions.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String((JSON.parse(line) as { question: unknown }).question));
  const asks = [...announcement.statements, ...announcement.notSaid].flatMap((one) => one.asks);
  return [...new Set([...labelled, ...asks])];
}
