import { extract } from '../../src/extraction/extract.ts';

/** What was found in a text, one line a statement: kind, speaker or "nobody", words (pieces joined by " … "). */
export function told(text: string): string[] {
  return extract(text)
    .candidates.filter(({ kind }) => kind !== 'narration')
    .map(({ kind, speaker, spans }) => {
      const words = spans.map(([start, end]) => text.slice(start, end)).join(' … ');
      return `${kind} | ${speaker?.name ?? 'nobody'} | ${words}`;
    });
}
