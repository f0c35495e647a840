import type { StatementKind } from '../../announcement/statement.ts';

/**
 * What the bot says in a chat, in English: short, calm, plain. Arguments that somebody typed come escaped for the
 * platform. The bot states nothing about the announcement's subject in its own voice.
 */
export const chat = {
  /** An announcement that a server has put into use, and which version of it. */
  inVersion: (name: string, edition: number) => `${name} (version ${edition})`,

  asked: (question: string) => `You asked: ${question}`,

  /** How the words stand in the article, beside a name. */
  standingShort: {
    direct: 'quoted',
    indirect: 'reported',
    mixed: 'reported, quoted in part',
    narration: 'the article',
  } satisfies Record<StatementKind, string>,
  theArticle: 'The article',
  unnamedSpeaker: 'Speaker not named',
  page: (page: number, pages: number) => `Page ${page} of ${pages}.`,
  part: (part: number, parts: number) => `Part ${part} of ${parts} of these words.`,
  matchOf: (at: number, count: number) => `Match ${at} of ${count}.`,
  continued: 'continued',

  checked: 'Checked:',
  /** `speaker` as typed. */
  checkedBy: (speaker: string) => `Said to be by: ${speaker}`,
  /** In front of a verdict, where a message holds several quotes. */
  quoteOf: (at: number, count: number) => `Quote ${at} of ${count}.`,
  wordsInBold: 'The words in question are bold.',
  differencesInBold: 'What differs is bold.',

  statements: (count: number, by: string | null, topics: readonly string[]) => {
    const who = by === null ? '' : ` by ${by}`;
    const what = topics.length === 0 ? '' : ` on ${topics.join(', ')}`;
    return `${count} ${count === 1 ? 'statement' : 'statements'}${who}${what}.`;
  },
  nothingFitsBoth: 'Nothing in the announcement fits both. Try only a speaker, or only a topic.',
  nothingOn: (topics: readonly string[]) => `Nothing in the announcement is on ${topics.join(', ')}.`,
  noSuchSpeaker: (typed: string) => `The announcement quotes nobody called ${typed}. Speakers: `,
  noSuchTopic: (typed: string) => `There is no topic called ${typed}. Topics: `,
  noSuchAnnouncement: (typed: string) => `There is no announcement called ${typed}. There is: `,
  noTopics: 'none are listed',
  article: (label: string) => `The whole article: ${label}.`,
  articleParagraph: (number: number) => `Paragraph ${number}`,
  passage: (paragraph: number) =>
    `Paragraph ${paragraph}, with what stands around it. The quoted words are bold.`,
  shared: 'Shared in the channel.',
  notShared: (reference: string) =>
    `This could not be shared in the channel. Please try again. If it stays like this, tell the moderators this reference: ${reference}`,
  perhapsShared: (reference: string) =>
    `Discord did not say whether this arrived in the channel. Look there first; if it is missing, ask again. (Reference: ${reference})`,

  choices: {
    topic: (name: string) => `Everything on: ${name}`,
    speaker: (name: string) => `Everything by: ${name}`,
  },

  buttons: {
    context: 'Context',
    next: 'Next match',
    more: 'Continue',
    share: 'Share',
    remove: 'Remove',
    wrong: 'Wrong answer',
    previousPage: 'Back',
    nextPage: 'Forward',
  },

  help: {
    summary:
      'Ask what was said. I answer with the exact words, who said them and where, or tell you that it was not said.',
    how: [
      ['/ask', 'a question in your own words, in any language'],
      ['/check', 'tells whether something was really said, by whom, and what was changed'],
      ['/quotes', 'everything that was said, by speaker or topic'],
      ['/source', 'the article, paragraph by paragraph'],
      ['Check this quote', 'in a message’s menu, under Apps: checks the quotes in that message'],
      ['Answer this', 'in a message’s menu, under Apps: takes that message as the question'],
      ['/privacy', 'what I keep of you, and how to have it or erase it'],
      ['/announce, /library, /taught, /settings', 'for moderators, in a server'],
    ] satisfies readonly (readonly [string, string])[],
    elsewhere: 'Or mention me with a question in a channel, or write to me directly.',
    reading:
      'Quotation marks stand only around direct quotations. Anything else is how the article reports it, and I say so. I am a program: I look words up and take no side.',
    about: (labels: readonly string[]) =>
      labels.length === 1
        ? `You can ask about: ${labels[0]}`
        : `You can ask about:\n${labels.map((label) => `• ${label}`).join('\n')}`,
  },

  trouble: {
    failed: (reference: string) =>
      `Something went wrong on my side, and I could not answer. Please try again. If it stays like this, tell the moderators this reference: ${reference}`,
    notRead: (reference: string) =>
      `I cannot look up right now what is kept for this server. Please try again in a few minutes. If it stays like this, tell the moderators this reference: ${reference}`,
    notSaved: (reference: string) =>
      `This could not be saved, so nothing was changed. Please try again in a few minutes. If it stays like this, tell the moderators this reference: ${reference}`,
    undecided:
      'I cannot look up right now who may see answers in this channel. Ask with /ask, and only you will see the answer.',
    notArrived:
      'Discord has not told me of this server yet, as happens when parts of it are down. Please try again in a minute.',
    unproven: (reference: string) =>
      `I could not show these words exactly as they stand in the source, so I do not show them. I am sorry. Please tell the moderators this reference: ${reference}`,
    tooFast: (seconds: number) =>
      `That was a lot at once. Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    oldButton: 'This button is from an earlier version of the announcement. Please ask again.',
    oldChoice: 'That suggestion is from an earlier version of the announcement. Please type /ask again.',
    unknownCommand:
      'I do not know this command any more. Discord may need a moment to show the new ones: try again, or write /help.',
    notYours: 'Only the person who asked can use this button. You can ask for yourself with /ask.',
    notYoursToRemove: 'Only the person who asked, or a moderator, can remove this.',
    noQuote: 'I find no words to check in that message.',
    notPublic:
      'You may not write in this channel, or its moderators want answers to be private, so I do not write here for you.',
    privateHere: 'In this channel I answer privately. Please ask with /ask.',
    notWritable: 'I may not write in the channel where you asked, so I answer here.',
    noText: 'I find no text to look up in that message.',
    notGiven:
      'Discord does not show me the message you replied to. Write the question after mentioning me, or open the message’s menu, then Apps, then “Answer this”.',
  },
};
