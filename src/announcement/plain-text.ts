import type { Candidate, Draft } from './draft.ts';
import { paragraphsOf } from './paragraphs.ts';
import { sentencesIn } from './sentences.ts';
import { sha256 } from './verify.ts';

/** No label is longer; it is cut between words. */
const longestLabel = 80;

/** What a bare text claims: each sentence is a statement of nobody's, and its first words are its name. */
export function draftOfText(text: string, slug: string, file: string): Draft {
  const paragraphs = paragraphsOf(text);
  const statements = paragraphs.flatMap((paragraph, index) =>
    sentencesIn(text, paragraph, language).map(([start, end], position): Candidate => {
      const id = `p${index + 1}s${position + 1}`;
      const words = text.slice(start, end);
      return {
        id,
        kind: 'narration',
        words,
        paragraph: index + 1,
        from: start,
        also: [],
        topics: [],
        asks: [],
      };
    }),
  );
  const definition = {
    label: firstWords(typeof statements[0]?.words === 'string' ? statements[0].words : ''),
    language,
    source: { file, sha256: sha256(text) },
    people: [],
    topics: [],
    statements,
    notSaid: [],
    synonyms: [],
  };
  return { slug, file, sourceFile: file, text, definition, line: () => null };
}

/** Undetermined (BCP 47): nobody has said what the text is written in. */
const language = 'und';

function firstWords(sentence: string): string {
  if (sentence.length <= longestLabel) return sentence;
  const cut = sentence.slice(0, longestLabel + 1);
  const end = cut.search(/\s\S*$/);
  return end > 0 ? cut.slice(0, end) : sentence;
}
