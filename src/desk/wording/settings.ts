import type { AnswersSeenBy } from '../../settings/server-settings.ts';

/** What moderators are told about their server's settings. Names come escaped, channels and roles as the platform shows them. */
export const settings = {
  heading: 'The settings of this server.',
  seenBy: {
    public: 'everybody in the channel, unless the asker wishes otherwise',
    private: 'the asker alone',
  } satisfies Record<AnswersSeenBy, string>,
  lines: {
    announcement: (name: string) =>
      `Questions are about **${name}** where nobody names another (/library default).`,
    answers: (seenBy: string) => `Answers are seen by ${seenBy}.`,
    answersIn: (channel: string, seenBy: string) => `In ${channel}: by ${seenBy}.`,
    more: (count: number) => `And ${count} more channels.`,
    role: (role: string | null) =>
      role === null
        ? 'Moderators are the people who may manage messages.'
        : `Moderators are the people who may manage messages, and those with ${role}.`,
    approval: (required: boolean) =>
      required ? 'A bulletin needs a second moderator’s approval.' : 'A bulletin needs nobody’s approval.',
    zone: (zone: string) => `Times are typed and told in the zone ${zone}.`,
    questions: 'Questions are not kept.',
  },
  saved: 'Saved.',
  noSuchZone: (typed: string) =>
    `There is no time zone called ${typed}. Pick one from the list while you type, such as Europe/Vienna.`,
  onlyManagers:
    'Only people who may manage the server can change this: it decides who is a moderator, and whether one alone can post.',
  everybodyRole: 'That role is everybody. Choose another, or none.',
} as const;
