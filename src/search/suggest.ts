import type { Announcement } from '../announcement/announcement.ts';
import type { AnswerParts } from './answer.ts';
import { readQuestion } from './question/read-question.ts';
import { featureNamed } from './ranking/feature-names.ts';
import { rank } from './ranking/rank.ts';
import type { Search, Suggestion } from './search.ts';
import { fold } from './text/fold.ts';

/** What somebody can choose by its name, with all its names folded. */
interface Named {
  readonly names: readonly string[];
  readonly suggestion: Suggestion;
}

/**
 * Suggests what someone typing may be heading for: topics and speakers one of whose names has a word that begins so,
 * then statements; with nothing typed, a varied selection. What does not depend on what is typed is prepared here, for
 * it is wanted at every letter.
 */
export function createSuggest({ announcement, questionReader, ranking }: AnswerParts): Search['suggest'] {
  const { statements } = announcement;
  const named = namedIn(announcement);
  const selection = varied(named, announcement);
  return (typed, limit) => {
    const begun = fold(typed.trim());
    if (begun === '') return selection.slice(0, limit);
    const found = named.filter(({ names }) => names.some((name) => begins(name, begun)));
    const list = found.slice(0, limit).map(({ suggestion }) => suggestion);
    if (list.length === limit) return list;
    for (const { doc, features } of rank(readQuestion(typed, questionReader, true), ranking).ranked) {
      const statement = statements[doc];
      if (
        statement === undefined ||
        (featureNamed(features, 'coverage') === 0 && featureNamed(features, 'asks') === 0)
      )
        continue;
      list.push({ kind: 'statement', statement });
      if (list.length === limit) break;
    }
    return list;
  };
}

/** Topics, then the people with words of their own. */
function namedIn({ topics, people, statements }: Announcement): readonly Named[] {
  const speaking = new Set(statements.map(({ speaker }) => speaker?.id));
  return [
    ...topics.map((topic): Named => ({ names: [fold(topic.name)], suggestion: { kind: 'topic', topic } })),
    ...people
      .filter(({ id }) => speaking.has(id))
      .map(
        (person): Named => ({
          names: [person.name, ...person.aliases].map(fold),
          suggestion: { kind: 'speaker', person },
        }),
      ),
  ];
}

/** Topics, speakers, and statements from all over the text, in turn. */
function varied(named: readonly Named[], { statements }: Announcement): readonly Suggestion[] {
  const step = Math.max(1, Math.floor(statements.length / 8));
  const suggestions = named.map(({ suggestion }) => suggestion);
  const rows: Suggestion[][] = [
    suggestions.filter(({ kind }) => kind === 'topic'),
    suggestions.filter(({ kind }) => kind === 'speaker'),
    statements.filter((_, at) => at % step === 0).map((statement) => ({ kind: 'statement', statement })),
  ];
  const longest = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat();
}

function begins(name: string, begun: string): boolean {
  return name.startsWith(begun) || name.includes(` ${begun}`);
}
