/** What moderators are told about answers they correct. Words of others come escaped for the platform. */
export const teaching = {
  form: {
    title: 'Wrong answer',
    question: 'The question, as people ask it',
    answer: 'What is the right answer?',
    answerHint: 'Not in the list? Use /taught add.',
    about: 'If it was not said: about what?',
    aboutHint: 'In a word or two, such as “loans”. Empty: the question itself.',
  },
  notSaid: 'It was not said',
  notSaidMore: 'Whoever asks is told that the announcement does not say.',

  learnt: (question: string) => `From now on, whoever asks “${question}” here gets this:`,
  learntNotSaid: (question: string, about: string) =>
    `From now on, whoever asks “${question}” here is told that nothing is said about “${about}”.`,
  noQuestion: 'Write the question that was answered wrongly.',
  pickAnswer: 'Please pick the right answer from the list while you type.',
  tooMany: (most: number) =>
    `${most} corrections are in force here, as many as I keep. Take some back first: /taught revert.`,

  list: {
    heading: (count: number) =>
      count === 0
        ? 'Nothing has been taught here. Press “Wrong answer” under an answer, or use /taught add.'
        : `What was taught here, the latest first.`,
    said: (question: string, words: string) => `“${question}” → ${words}`,
    notSaid: (question: string, about: string) => `“${question}” → not said (${about})`,
    by: (who: string, when: string) => `by ${who} ${when}`,
    reverted: (who: string, when: string) => `taken back by ${who} ${when}`,
    stale: 'its words are not in the announcement any more',
    earlier: (count: number) => `and ${count} more`,
  },

  reverted: (question: string) => `Taken back: “${question}” is answered as if nothing had been taught.`,
  wasReverted: 'It was taken back before, or is not there.',
  exported: (count: number) =>
    `${count} ${count === 1 ? 'correction' : 'corrections'} as a file. “npm run eval -- taught FILE” replays it, and /library export writes them into the announcement’s file.`,

  buttons: { undo: 'Take it back' },
} as const;
