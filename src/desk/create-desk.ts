import type { Announcement, Topic } from '../announcement/announcement.ts';
import type { Person, Statement } from '../announcement/statement.ts';
import type { Check } from '../checking/finding.ts';
import type { Search } from '../search/search.ts';
import { fold } from '../search/text/fold.ts';
import { checkQuote } from './check-quote.ts';
import type { Desk } from './desk.ts';
import { isNear } from './near.ts';
import { quotesInQuestion } from './quotes-in-question.ts';

/** An announcement with the search and the check made for it. */
export interface Shelved {
  readonly announcement: Announcement;
  readonly search: Search;
  readonly check: Check;
}

/**
 * Puts announcements on the desk; the first is the default.
 * Throws a RangeError when there is none.
 */
export function createDesk(shelf: readonly Shelved[]): Desk {
  const [first] = shelf;
  if (first === undefined) throw new RangeError('A desk needs at least one announcement.');

  const shelved = (slug: string | undefined): Shelved => {
    const found = slug === undefined ? first : shelf.find((one) => one.announcement.slug === slug);
    if (found === undefined) throw new RangeError(`No announcement is called "${slug}".`);
    return found;
  };

  return {
    announcements: shelf.map((one) => one.announcement),

    announcement: (slug) =>
      slug === undefined
        ? first.announcement
        : (shelf.find((one) => one.announcement.slug === slug)?.announcement ?? null),

    version: (digits) =>
      shelf.find((one) => digits !== '' && one.announcement.version.startsWith(digits))?.announcement ?? null,

    ask({ question, announcement, speaker }) {
      const one = shelved(announcement);
      const named = speaker === undefined || speaker.trim() === '' ? {} : { speaker };
      const outcome = one.search.ask(question, named);
      const checked = quotesInQuestion(question, one);
      const near = outcome.kind === 'not-said' ? (outcome.nearest.find(isNear) ?? null) : null;
      return { question, announcement: one.announcement, outcome, checked, near };
    },

    check({ quote, announcement, speaker }) {
      const one = shelved(announcement);
      return checkQuote({ quote, speaker: speaker ?? null }, one);
    },

    checkMessage(message, announcement) {
      const one = shelved(announcement);
      return one.check.quotesIn(message).map((claim) => checkQuote(claim, one));
    },

    browse({ announcement: slug, speaker, topic }) {
      const { announcement, search } = shelved(slug);
      const person = speaker === undefined ? null : search.person(speaker);
      if (speaker !== undefined && person === null) {
        return { kind: 'no-such-speaker', announcement, typed: speaker };
      }
      const topics = topic === undefined ? [] : topicsNamed(announcement, topic);
      if (topic !== undefined && topics.length === 0) {
        return { kind: 'no-such-topic', announcement, typed: topic };
      }
      const statements = statementsOn(announcement, person, topics);
      return { kind: 'statements', announcement, speaker: person, topics, statements };
    },

    suggest: (typed, limit, slug) => shelved(slug).search.suggest(typed, limit),

    speakers(typed, limit, slug) {
      const { announcement, search } = shelved(slug);
      const speakers = speakersOf(announcement);
      const named = speakers.filter((person) => goesBy(person, typed));
      const meant = named.length === 0 ? search.person(typed)?.id : undefined;
      return (meant === undefined ? named : speakers.filter(({ id }) => id === meant)).slice(0, limit);
    },
  };
}

/** The statements of one person (null: anybody), on one of the topics (none: any), in the order of the source. */
export function statementsOn(
  { statements }: Announcement,
  person: Person | null,
  topics: readonly Topic[],
): readonly Statement[] {
  return statements.filter(
    (statement) =>
      (person === null || statement.speaker?.id === person.id) &&
      (topics.length === 0 || topics.some(({ id }) => statement.topics.includes(id))),
  );
}

/** People with words of their own, those with the most statements first. */
function speakersOf({ people, statements }: Announcement): readonly Person[] {
  const counts = new Map<string, number>();
  for (const { speaker } of statements) {
    if (speaker !== null) counts.set(speaker.id, (counts.get(speaker.id) ?? 0) + 1);
  }
  return people
    .map((person) => ({ person, said: counts.get(person.id) ?? 0 }))
    .filter(({ said }) => said > 0)
    .sort((a, b) => b.said - a.said)
    .map(({ person }) => person);
}

function goesBy(person: Person, typed: string): boolean {
  const wanted = fold(typed.trim());
  return [person.name, ...person.aliases].some((name) => fold(name).includes(wanted));
}

/** The topics meant: the one of that id or name, or else those whose name contains what was typed. */
function topicsNamed({ topics }: Announcement, typed: string): readonly Topic[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [];
  const exact = topics.filter(({ id, name }) => fold(id) === wanted || fold(name) === wanted);
  return exact.length > 0 ? exact : topics.filter(({ name }) => fold(name).includes(wanted));
}
