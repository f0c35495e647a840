/** What is said only to somebody at a terminal. */
export const terminal = {
  pageAt: (address: string) => `Try it in a browser: ${address}`,
  noPage: 'The page for the browser has not been built; "npm run build" does that.',
  portTaken: (port: number | null) =>
    `Port ${port ?? ''} is taken. Give another one: npm start -- --port 4817`,
  /** `probability` is 0..1. */
  confidence: (probability: number) => `sure to ${Math.round(probability * 100)} %`,
  invitation: 'Ask what was said, one question a line. Ctrl-D ends.',
  failed: 'This question could not be answered because of a fault in the program.',
  invitationToCheck: 'Give the words somebody is said to have said, one quote a line. Ctrl-D ends.',
  notChecked: 'This quote could not be checked because of a fault in the program.',
  badLine:
    'Each line must be one JSON object such as {"quote": "the words", "speaker": "who is said to have said them, or null"}.',
  emptyQuote: 'There is no quote here. Write the words that somebody is said to have said.',
  said: 'said:   ',
  alleged: 'alleged:',
} as const;
