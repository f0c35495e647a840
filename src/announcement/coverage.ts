import type { Announcement } from './announcement.ts';
import { sentencesOf } from './sentences.ts';
import type { Span } from './source.ts';

/** The sentences of an announcement's text of which statements hold less than half. */
export function uncoveredSentences({ source, language, statements }: Announcement): readonly Span[] {
  const held = new Uint8Array(source.text.length);
  for (const { place, also } of statements) {
    for (const { spans } of [place, ...also]) for (const [start, end] of spans) held.fill(1, start, end);
  }
  return sentencesOf(source, language).filter(([start, end]) => {
    const covered = held.subarray(start, end).reduce((sum, one) => sum + one, 0);
    return covered * 2 < end - start;
  });
}
