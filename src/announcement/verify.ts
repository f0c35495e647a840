import { createHash } from 'node:crypto';
import type { Announcement } from './announcement.ts';
import type { Draft } from './draft.ts';
import type { Fault, Verified } from './fault.ts';
import { occurrences } from './find-words.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Path } from './read-yaml.ts';
import type { Source } from './source.ts';
import type { Person, Place, Statement } from './statement.ts';
import { verifyNames } from './verify-names.ts';
import { verifyPlaces } from './verify-places.ts';

/** Notes a fault found at a path of the definition. */
export type Report = (path: Path, problem: string, remedy: string) => void;

/**
 * Compares every claim of a draft with its text. Offsets are found here and nowhere else, and only here does a
 * Statement come to be; for each of its spans `text.slice(start, end)` are the words that were claimed.
 * Reports all faults at once, in the order of the file.
 */
export function verify(draft: Draft): Verified<Announcement> {
  const { definition, text } = draft;
  const faults: Fault[] = [];
  const report: Report = (path, problem, remedy) => {
    const statement = path[0] === 'statements' ? (definition.statements[Number(path[1])]?.id ?? null) : null;
    faults.push({ file: draft.file, line: draft.line(path), statement, problem, remedy });
  };

  const source: Source = {
    label: definition.label,
    link: definition.link ?? null,
    text,
    sha256: sha256(text),
    paragraphs: paragraphsOf(text),
  };
  if (definition.source.sha256 !== source.sha256) {
    report(
      ['source', 'sha256'],
      `${draft.sourceFile} is not the text this was written for: its SHA-256 is ${source.sha256}.`,
      'Restore the text; or, if it was changed on purpose, put that SHA-256 here and look at every other fault.',
    );
  }
  if (occurrences(text, source.label, [0, text.length]).length === 0) {
    report(
      ['label'],
      'The label is not words of the source.',
      'Take words of the text that tell what it is about.',
    );
  }
  verifyNames(definition, source, report);

  const people = definition.people.map(
    ({ id, name, role = null, aliases }): Person => ({ id, name, role, aliases }),
  );
  const statements = definition.statements.flatMap((candidate, index): readonly Statement[] => {
    const places = verifyPlaces(candidate, index, source, report);
    if (places === null) return [];
    const [place, ...also] = places;
    const { id, kind, cue = null, topics, asks } = candidate;
    const speaker = people.find((person) => person.id === candidate.speaker) ?? null;
    const found: Omit<Statement, symbol> = { id, kind, source, place, also, speaker, cue, topics, asks };
    return [found as Statement];
  });
  statements.sort((a, b) => startOf(a) - startOf(b));
  reportRepeats(statements, (id, problem, remedy) => {
    report(['statements', definition.statements.findLastIndex((one) => one.id === id)], problem, remedy);
  });

  if (faults.length > 0) {
    return { kind: 'faulty', faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
  }
  const { language, topics, notSaid, synonyms } = definition;
  const content = { language, people, topics, statements, notSaid, synonyms };
  const version = versionOf(source, content.statements, [source.label, source.link, people, topics]);
  const { label: name } = source;
  return {
    kind: 'verified',
    value: { slug: draft.slug, name, edition: null, version, source, ...content, taught: [] },
  };
}

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function startOf({ place }: Statement): number {
  return place.spans[0]?.[0] ?? 0;
}

function versionOf(source: Source, statements: readonly Statement[], shown: unknown): string {
  const said = statements.map(({ id, kind, place, also, speaker, cue, topics }) => {
    return [id, kind, place, also, speaker?.id, cue, topics];
  });
  return sha256(JSON.stringify([source.sha256, said, shown])).slice(0, 12);
}

function reportRepeats(
  statements: readonly Statement[],
  report: (id: string, problem: string, remedy: string) => void,
): void {
  const seen = new Map<string, string>();
  for (const { id, place } of statements) {
    const where = keyOf(place);
    const other = seen.get(where);
    if (other !== undefined && other !== id) {
      report(
        id,
        `These are the same words as those of "${other}".`,
        'Keep one of the two, with the asks of both.',
      );
    }
    seen.set(where, id);
  }
}

function keyOf({ spans }: Place): string {
  return JSON.stringify(spans);
}
