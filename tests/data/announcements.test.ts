import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uncoveredSentences } from '../../src/announcement/coverage.ts';
import { loadAnnouncement, loadAnnouncements } from '../../src/announcement/load.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { loadConfig } from '../../src/config.ts';

const shipped = loadAnnouncements(loadConfig({}).announcements, null);
const announcements = shipped.kind === 'verified' ? shipped.value : [];

describe('the announcements that ship', () => {
  it('are verified to the last word', () => {
    expect(shipped).toMatchObject({ kind: 'verified' });
  });

  it.each(announcements.map((one) => [one.slug, one] as const))(
    'hold every sentence of %s',
    (_, announcement) => {
      const gaps = uncoveredSentences(announcement).map((span) => wordsAt(announcement.source, span));
      expect(gaps).toEqual([]);
    },
  );
});

/** Measured with, not shipped: fictional announcements that the search was not tuned on. */
const invented = ['halyard-cloud-outage', 'norrhaven-sulamai-trade'];
const folders = [
  'data/announcements/china-venezuela',
  ...invented.map((slug) => `eval/announcements/${slug}`),
];

describe('the questions to measure with', () => {
  it.each(folders)('have answers that stand in %s and are said by one of its statements', (folder) => {
    const loaded = loadAnnouncement(folder);
    if (loaded.kind === 'faulty') throw new Error(JSON.stringify(loaded.faults));
    const { source, statements } = loaded.value;
    const answered = (span: string, speaker: string | null) =>
      statements.some((statement) =>
        statement.place.spans.some(
          ([start, end]) =>
            (statement.speaker?.name ?? null) === speaker &&
            overlaps(source.text, span).some(
              ([from, to]) => 2 * (Math.min(end, to) - Math.max(start, from)) >= span.length,
            ),
        ),
      );
    const missing = questions(folder).filter(
      ({ gold }) => gold.length > 0 && !gold.some(({ span, speaker }) => answered(span, speaker)),
    );
    expect(missing).toEqual([]);
  });
});

interface Labelled {
  readonly question: string;
  readonly gold: readonly { readonly span: string; readonly speaker: string | null }[];
}

function questions(folder: string): readonly Labelled[] {
  const lines = readFileSync(`${folder}/questions.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line): Labelled => JSON.parse(line));
}

function overlaps(text: string, words: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1))
    found.push([at, at + words.length]);
  return found;
}
