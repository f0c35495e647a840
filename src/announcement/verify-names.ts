import type { Draft } from './draft.ts';
import { placesOf } from './find-words.ts';
import { tellNearest } from './nearest-words.ts';
import type { Path } from './read-yaml.ts';
import type { Source } from './source.ts';
import type { Report } from './verify.ts';

/** Reports ids given twice, ids that lead nowhere, and names and roles that are not words of the source. */
export function verifyNames(definition: Draft['definition'], source: Source, report: Report): void {
  const { people, topics, statements, notSaid } = definition;
  reportTwice('people', people, report);
  reportTwice('topics', topics, report);
  reportTwice('statements', statements, report);

  const reportForeign = (words: string | undefined, path: Path, what: string) => {
    if (words === undefined || placesOf(source, [words], {}).length > 0) return;
    const remedy = 'Write it as the source prints it, in one piece, or leave it out.';
    const near = tellNearest(source, words);
    report(path, `The ${what} is not words of the source.`, near === null ? remedy : `${remedy} ${near}`);
  };
  const owners = new Map<string, string>();
  for (const [index, { id, name, role, aliases }] of people.entries()) {
    reportForeign(name, ['people', index, 'name'], 'name');
    reportForeign(role, ['people', index, 'role'], 'role');
    for (const called of new Set([name, ...aliases].map(fold))) {
      const owner = owners.get(called);
      if (owner !== undefined && owner !== id) {
        const problem = `"${called}" is a name of "${owner}" too.`;
        report(['people', index], problem, 'Leave the name to the one person it surely means, or to none.');
      }
      owners.set(called, id);
    }
  }

  const asked = new Map<string, string>();
  for (const [index, { speaker, topics: named, kind, cue, id, asks }] of statements.entries()) {
    const at = (...rest: Path): Path => ['statements', index, ...rest];
    if (speaker !== undefined && !people.some((person) => person.id === speaker)) {
      report(
        at('speaker'),
        `Nobody under "people" has the id "${speaker}".`,
        known(people, 'Add the person'),
      );
    }
    for (const [position, topic] of named.entries()) {
      if (topics.some((one) => one.id === topic)) continue;
      report(at('topics', position), `No topic has the id "${topic}".`, known(topics, 'Add the topic'));
    }
    if (kind === 'narration' && speaker !== undefined) {
      report(
        at('speaker'),
        "Narration is the reporter's, and has no speaker.",
        'Take the speaker out, or correct the kind.',
      );
    }
    if (kind === 'narration' && cue !== undefined) {
      report(
        at('cue'),
        'Narration is attributed to nobody, and has no cue.',
        'Take the cue out, or correct the kind.',
      );
    }
    for (const ask of asks) asked.set(fold(ask), id);
  }

  for (const [index, { about, asks }] of notSaid.entries()) {
    for (const [position, ask] of asks.entries()) {
      const answered = asked.get(fold(ask));
      if (answered === undefined) continue;
      const problem = `"${ask}" is said not to be answered (${about}), and is answered by "${answered}".`;
      report(['notSaid', index, 'asks', position], problem, 'Keep it in one of the two.');
    }
  }
}

function reportTwice(list: string, items: readonly { readonly id: string }[], report: Report): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id))
      report([list, index, 'id'], `The id "${id}" is used twice.`, 'Give one of them another id.');
    seen.add(id);
  }
}

function known(items: readonly { readonly id: string }[], otherwise: string): string {
  if (items.length === 0) return `${otherwise}.`;
  return `${otherwise}, or use one that is there: ${items.map(({ id }) => id).join(', ')}.`;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
