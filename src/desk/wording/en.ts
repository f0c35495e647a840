import type { Announcement } from '../../announcement/announcement.ts';
import type { Person, Statement } from '../../announcement/statement.ts';
import type { Outcome } from '../../search/outcome.ts';

/**
 * What the bot says in English: functions from values to plain sentences, without any platform's markup. Words
 * somebody typed may be in them, so whoever shows them escapes them first.
 */
export const en = {
  /** Whose words they are: "Xi Jinping, Chinese President", or the article's. */
  whose({ speaker, kind }: Statement): string {
    if (speaker !== null) return speaker.role === null ? speaker.name : `${speaker.name}, ${speaker.role}`;
    return kind === 'narration' ? 'The article itself' : 'The article does not say who';
  },

  /** How the words stand in the source. */
  how({ kind }: Statement): string {
    switch (kind) {
      case 'direct':
        return 'Quoted directly';
      case 'indirect':
        return "Reported in the article's words";
      case 'mixed':
        return "Partly quoted, partly in the article's words";
      case 'narration':
        return "The article's own words";
    }
  },

  /** Where the words stand: "paragraph 5; also in paragraph 1". */
  where({ place, also }: Statement): string {
    const further = [...new Set(also.map(({ paragraph }) => paragraph))];
    const again = further.length === 0 ? '' : `; also in paragraph ${list(further.map(String))}`;
    return `paragraph ${place.paragraph}${again}`;
  },

  /** What became of a question, where that needs saying; null where the quoted words say it all. */
  outcome(outcome: Outcome, announcement: Announcement): string | null {
    switch (outcome.kind) {
      case 'quote':
        return null;
      case 'elsewhere':
        return en.correction(outcome, announcement).join(' ');
      case 'not-said': {
        const about = outcome.about === null ? '' : ` I find nothing in it about “${outcome.about}”.`;
        return `As far as I can tell, the announcement does not say.${about}`;
      }
      case 'small-talk':
        return smallTalk[outcome.talk];
    }
  },

  /** That the person asked about did not say it, and who did: the first holds whichever statement is shown. */
  correction(
    { asked, nearest }: Extract<Outcome, { kind: 'elsewhere' }>,
    announcement: Announcement,
  ): readonly [asked: string, instead: string] {
    const other = nearest[0].statement.speaker;
    if (asked.kind === 'unknown') return [`The announcement does not name “${asked.name}”.`, someElse(other)];
    const { name } = asked.person;
    return speaks(asked.person, announcement)
      ? [
          `${name} is not reported on this.`,
          other === null ? 'The article itself has this.' : `${other.name} is.`,
        ]
      : [en.notHeard(name), someElse(other)];
  },

  /** Of somebody who is only spoken about. */
  notHeard: (name: string) => `${name} is not quoted or reported in this announcement.`,

  /** Above the words that a refusal shows. */
  near: 'Nearest, not an answer:',

  /** In place of an answer to a line with nothing on it. */
  emptyQuestion: 'There is no question here. Write one, such as “who said what about trade?”.',
} as const;

const smallTalk = {
  greeting:
    'Hello. Ask what was said in the announcement, in your own words, and I look for the exact words.',
  thanks: 'You are welcome.',
  empty: 'I found no question in that. Ask what was said in the announcement, in your own words.',
} as const;

function someElse(other: Person | null): string {
  return other === null
    ? 'The article itself says something near it.'
    : `${other.name} said something near it.`;
}

function speaks(person: Person, { statements }: Announcement): boolean {
  return statements.some(({ speaker }) => speaker?.id === person.id);
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}
