import { dump } from 'js-yaml';
import type { Announcement } from './announcement.ts';
import type { Definition } from './definition.ts';
import type { Source } from './source.ts';
import { type Place, type Statement, wordsAt } from './statement.ts';

/** The text of an `announcement.yaml`, without the empty lists, which say nothing to the person who edits it. */
export function writeDefinition(definition: object): string {
  const written: unknown = JSON.parse(JSON.stringify(definition), (_, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );
  return dump(written, { lineWidth: 110 });
}

/** What an announcement claims: `verify` makes the same announcement of it. `file` names its text's file. */
export function definitionOf(announcement: Announcement, file: string): Definition {
  const { source, language, people, topics, statements, notSaid, synonyms } = announcement;
  return {
    label: source.label,
    ...(source.link === null ? {} : { link: source.link }),
    language,
    source: { file, sha256: source.sha256 },
    people: people.map(({ id, name, role, aliases }) => {
      return { id, name, ...(role === null ? {} : { role }), aliases: [...aliases] };
    }),
    topics: topics.map(({ id, name }) => ({ id, name })),
    statements: statements.map(claimOf),
    notSaid: notSaid.map(({ about, asks }) => ({ about, asks: [...asks] })),
    synonyms: synonyms.map((words) => [...words]),
  };
}

function claimOf(statement: Statement): Definition['statements'][number] {
  const { id, kind, source, place, also, speaker, cue, topics, asks } = statement;
  return {
    id,
    kind,
    words: wordsIn(source, place),
    paragraph: place.paragraph,
    also: also.map((further) => ({ paragraph: further.paragraph, words: wordsIn(source, further) })),
    ...(speaker === null ? {} : { speaker: speaker.id }),
    ...(cue === null ? {} : { cue }),
    topics: [...topics],
    asks: [...asks],
  };
}

function wordsIn(source: Source, { spans }: Place): string | string[] {
  const [only = '', ...more] = spans.map((span) => wordsAt(source, span));
  return more.length === 0 ? only : [only, ...more];
}
