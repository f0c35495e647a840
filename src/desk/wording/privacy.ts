/** What people are told about what is kept of them. */
export const privacy = {
  heading: 'What I keep',
  kept: [
    'Questions, checks and what you read are not kept, and no messages are.',
    'In memory alone: how often somebody asked lately, so that nobody floods a channel; and for ten minutes what answered a question, under a fingerprint of it and without who asked.',
    'Of moderators: what they set, taught, brought, wrote, approved and posted, with their id and the time, so that a server knows who decided.',
    'Of servers: their settings, announcements, corrections and bulletins. It lies on the operator’s machine; backups made there may hold it until they are replaced.',
    'The log of the program names events by number, and no words.',
  ],
  yours: (count: number) =>
    count === 0
      ? 'With your id, nothing is kept.'
      : `With your id, ${count} ${count === 1 ? 'entry is' : 'entries are'} kept. /privacy export gives you all of it; /privacy erase takes your id off it.`,
  exported: (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}, in all servers.`,
  confirm: (count: number) =>
    `Take your id off ${count} ${count === 1 ? 'entry' : 'entries'}, in all servers? What was done stays on record, by nobody. This cannot be undone.`,
  nothing: 'Nothing is kept with your id.',
  erased: (count: number) => `Done. Your id is off ${count} ${count === 1 ? 'entry' : 'entries'}.`,
  underWay: (ids: readonly string[]) =>
    `Nothing was erased. Bulletins of yours are not settled yet (${ids.slice(0, 10).join(', ')}), and somebody has to answer for them. Cancel them with /announce cancel, or wait until they are posted.`,
  erasedPerson: 'somebody who had their data erased',
  button: 'Erase it',
} as const;
