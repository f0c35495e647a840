import type { BulletinState, LogEntry, Problem } from '../../bulletins/bulletin.ts';
import type { Mark } from '../../bulletins/platform.ts';
import type { Refusal } from '../../bulletins/rights.ts';

/** Turns an instant into what the platform shows as a time. */
type Time = (at: number) => string;

/** What the bot says about bulletins, in English. Words that somebody typed come escaped for the platform. */
export const bulletins = {
  state: {
    draft: 'a draft',
    awaiting: 'waiting for approval',
    scheduled: 'scheduled',
    publishing: 'being posted',
    published: 'posted',
    cancelled: 'discarded',
    failed: 'not posted',
    held: 'held',
  } satisfies Record<BulletinState, string>,

  /** Stands below a post's text. */
  mark(mark: Mark, time: Time): string {
    switch (mark.kind) {
      case 'late':
        return `Posted late: this was due ${time(mark.due)}.`;
      case 'corrected':
        return `Corrected ${time(mark.at)}.`;
      case 'retracted':
        return `Retracted ${time(mark.at)}.`;
    }
  },

  askAbout: 'Ask about this',
  askAboutForm: { title: 'Ask about this', question: 'Your question, in your own words' },

  /** Takes a retracted post's place. */
  retracted: (title: string, reason: string) =>
    `**Retracted${title === '' ? '' : `: ${title}`}**\nReason: ${reason}`,

  /** Why a bulletin did not go out, or is held. */
  problem(problem: Problem): string {
    switch (problem.kind) {
      case 'late':
        return 'It is more than an hour late, so it was not posted. A moderator can still post it, or discard it.';
      case 'unclear':
        return 'Discord did not say whether it was posted, and I could not find out. Please look in the channel before you post it again.';
      case 'altered':
        return 'Discord stored other words than were approved. They stand in the channel: keep them, then correct or retract them.';
      case 'unapproved':
        return 'What was to be posted is not what was approved, so it was not posted.';
      case 'deleted':
        return 'The message is not there any more: somebody deleted it.';
      case 'overtaken':
        return 'The bulletin it corrects has been retracted meanwhile.';
      case 'channel-gone':
        return 'The channel does not exist any more, or I cannot see the server.';
      case 'missing-permissions':
        return `I lack permissions in the channel: ${permissions(problem.permissions)}.`;
      case 'rights-lost':
        return 'Whoever wrote or approved it is not a moderator in that channel any more.';
      case 'rejected':
        return `Discord refused it (code ${problem.detail}).`;
    }
  },

  /** A direct message to the author. */
  told: (bulletin: string, problem: Problem) =>
    `Your bulletin needs you. ${bulletins.problem(problem)}\nSee it with /announce show ${bulletin}.`,

  refusal(refusal: Refusal): string {
    switch (refusal.kind) {
      case 'not-moderator':
        return 'Only moderators can do this: people who may manage messages in that channel, or who have the server’s moderator role.';
      case 'own':
        return 'These are your own words, so another moderator has to approve them.';
      case 'wrong-state':
        return `This cannot be done now: the bulletin is ${bulletins.state[refusal.state]}.`;
      case 'unfinished':
        return 'It cannot be posted as it is yet. Use Edit.';
      case 'already-out':
        return 'It stands in the channel already. You can correct or retract it.';
      case 'past':
        return 'Its time was more than an hour ago. Give it another with Edit.';
      case 'already-retracted':
        return 'It has been retracted already.';
    }
  },

  changed: 'Somebody else changed it first. This is how it is now.',
  missing: 'There is no such bulletin in this server. Pick one from the list while you type.',
  noSuchQuote: 'Please pick the quotation from the list while you type.',

  /** What became of what somebody did. */
  done: {
    written: 'Saved as a draft. Nobody else sees it yet, except moderators with /announce list.',
    edited: 'Saved. It needs approval like any draft.',
    submitted: 'Handed in. Another moderator can approve it with /announce approve.',
    scheduled: 'Scheduled.',
    approved: 'Approved.',
    cancelled: 'Discarded. Nothing will be posted.',
    released: 'It goes out now.',
    confirmed: 'Kept as it stands in the channel.',
    corrected: 'Saved as a correction. It replaces the posted text once it is approved.',
    retracted: 'Retracted. The notice takes the post’s place in a moment.',
  },

  /** What stands beside a preview. */
  note: {
    id: (id: string, state: BulletinState) => `Bulletin \`${id}\`, ${bulletins.state[state]}`,
    amends: (id: string, kind: 'correction' | 'retraction') => `A ${kind} of bulletin \`${id}\``,
    amended: (id: string, kind: 'correction' | 'retraction', state: BulletinState) =>
      `Has a ${kind}: bulletin \`${id}\`, ${bulletins.state[state]}`,
    goesTo: (channel: string) => `Goes to ${channel}`,
    at: (time: string, there: string) => `At ${time}, ${there}`,
    atOnce: 'As soon as it is approved',
    atOnceAlone: 'As soon as you schedule it',
    notifies: (whom: readonly string[]) =>
      whom.length === 0 ? 'Will notify nobody' : `Will notify ${whom.join(' and ')}`,
    members: (role: string, count: number | null) =>
      count === null ? `everybody in ${role}` : `${count} ${count === 1 ? 'member' : 'members'} of ${role}`,
    lacking: (names: readonly string[]) =>
      `**I lack permissions there: ${permissions(names)}.** It will not be posted without them.`,
    crosspost: (on: boolean) =>
      on
        ? 'Servers that follow the channel get it too'
        : 'Stays in this channel; following servers do not get it',
    length: (length: number, most: number) => `${length} of ${most} characters`,
    approved: (by: string, time: string) => `Approved by ${by} ${time}`,
    written: (by: string) => `Written by ${by}`,
    late: 'If I am down at its time: up to an hour late it is posted and says so; later it waits for you.',
    nothing: '*Nothing to show yet.*',
    posted: (link: string) => `Posted: ${link}`,
  },

  /** Why a bulletin cannot be set as it is. */
  fault: {
    empty: 'It says nothing yet. Use Edit to write something.',
    tooLong: (by: number) =>
      `It is ${by} ${by === 1 ? 'character' : 'characters'} too long for one message. Use Edit to shorten it; nothing is cut by itself.`,
    quoteGone: 'A quotation is from an earlier version of its announcement. Remove it and add it again.',
    looksQuoted:
      'A line of the text begins with “>”, which looks like a quotation. Take it out with Edit, and add quotations with Add quote: those are checked.',
    openCode:
      'A code mark (`) in the text is not closed, which would swallow what follows. Close it with Edit.',
  },

  buttons: {
    submit: 'Send for approval',
    schedule: 'Schedule',
    postNow: 'Post now',
    edit: 'Edit',
    addQuote: 'Add quote',
    removeQuote: 'Remove last quote',
    crosspostOn: 'Also to followers',
    crosspostOff: 'Not to followers',
    cancel: 'Discard',
    approve: 'Approve',
    release: 'Post it now',
    confirm: 'Keep it',
    correct: 'Correct',
  },

  form: {
    title: 'Bulletin',
    correction: 'Correction',
    heading: 'Title',
    text: 'Text',
    textHint: 'Discord’s markup works. Quotations are added afterwards.',
    roles: 'Roles to notify',
    rolesHint: 'Nobody else is notified, whatever the text says.',
    when: 'When',
    whenHint: (zone: string) => `“now”, “tomorrow 9am”, 2026-11-25 09:00 (${zone})`,
    quote: { title: 'Add a quotation', what: 'What was said? In your own words.' },
  },

  quoteChoices: 'Which words? They are taken exactly as they stand in the source.',
  noQuoteFound: 'I find nothing like that in the announcements. Nothing was added.',

  /** Why a time was not understood, with what to write instead. */
  when: {
    gap: (zone: string, before: string, after: string) =>
      `The clocks in ${zone} jump over that time. Please write \`${before}\` or \`${after}\`.`,
    overlap: (zone: string, first: string, second: string) =>
      `The clocks in ${zone} show that time twice. Please write \`${first}\` for the first or \`${second}\` for the second.`,
    past: (time: string) => `That time has passed: ${time}.`,
    noTime: 'I need a time of day, such as “tomorrow 9am”.',
    ambiguousDate: 'That date can be read in two ways. Please write it like 2026-04-03 or 3 April.',
    namedZone: (zone: string) =>
      `Please leave the zone’s name out: times are read in ${zone}. Or write the offset, like 2026-11-25T09:00+01:00.`,
    unreadable: 'I do not understand that time. Try “tomorrow 9am”, “in 2 hours” or 2026-11-25 09:00.',
    kept: 'The rest is saved; the time is as it was.',
  },

  list: {
    none: 'There are no bulletins in channels that you moderate.',
    title: 'Bulletins',
    line: (title: string, channel: string, state: BulletinState, time: string | null) =>
      `**${title}** in ${channel}: ${bulletins.state[state]}${time === null ? '' : `, ${time}`}`,
    untitled: 'Untitled',
    more: (count: number) => `… and ${count} more.`,
  },

  log: {
    title: (title: string) => `History of ${title}`,
    line: ({ from, to, action, note }: LogEntry, who: string, time: string) => {
      const change =
        from === to ? '' : ` (${from === null ? '' : `${bulletins.state[from]} → `}${bulletins.state[to]})`;
      const what = bulletins.log.actions[action] ?? action;
      return `${time} ${who} ${what}${change}${note === null ? '' : `. ${note}`}`;
    },
    actions: {
      write: 'wrote it',
      correction: 'wrote it as a correction',
      retraction: 'retracted',
      edit: 'edited it',
      submit: 'handed it in',
      schedule: 'scheduled it',
      approve: 'approved it',
      cancel: 'discarded it',
      release: 'let it go out',
      confirm: 'kept it as it stands',
      claim: 'took it up to post it',
      resume: 'took it up again',
      postpone: 'was asked to wait by Discord',
      wait: 'tries again in a while',
      publish: 'posted it',
      hold: 'held it',
      fail: 'could not post it',
      'begin tell': 'begins to tell the author',
      tell: 'told the author',
      'wait to tell': 'tells the author in a while',
      'tell in vain': 'could not tell the author',
      'begin crosspost': 'begins to hand it to followers',
      crosspost: 'handed it to followers',
      'wait to crosspost': 'hands it to followers in a while',
      'crosspost in vain': 'could not hand it to followers',
    } as Readonly<Record<string, string>>,
    bot: 'The bot',
    /** Said of a line that belongs to a bulletin's correction or retraction. */
    ofAmendment: (id: string, line: string) => `\`${id}\` ${line}`,
    earlier: (count: number) => `… ${count} earlier lines are not shown.`,
  },
};

/** Permissions as Discord's settings call them: "SendMessages" is "Send Messages". */
function permissions(names: readonly string[]): string {
  return names.map((name) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).join(', ');
}
