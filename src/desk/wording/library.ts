import type { StatementKind } from '../../announcement/statement.ts';
import type { Verdict } from '../../library/review.ts';

/**
 * What moderators are told about their server's announcements. Names and words of others come escaped for the platform,
 * instants as the platform shows them.
 */
export const library = {
  kinds: {
    direct: 'Quoted directly',
    indirect: "Reported in the article's words",
    mixed: 'Reported, quoted in part',
    narration: 'Told by the article itself',
  } satisfies Record<StatementKind, string>,

  form: {
    title: 'Add an announcement',
    name: 'What to call it',
    nameHint: 'People choose it by this name. Empty: its first words.',
    text: 'The text, exactly as it was published',
    textHint: 'Up to 4,000 characters. For a longer text, attach a file to /library add.',
  },

  speakerForm: {
    title: 'Who said it?',
    name: 'Full name, as the text prints it',
    role: 'What the text says they are, as it prints it',
    roleHint: 'Leave it empty where the text says nothing.',
  },

  refused: {
    'too-large': (kilobytes: number) =>
      `That file is too large. Attach the text of one announcement, at most ${kilobytes} KB.`,
    'not-text': 'I read plain text only. Save it as .txt, .md or .html and attach that.',
    'not-utf8':
      'That file is not UTF-8 text. Save it as UTF-8 (“Unicode” in some editors) and attach it again.',
    'not-from-discord': 'I read only files that were attached here on Discord.',
    unreachable: 'Discord did not give me that file. Please attach it again.',
    nothing: 'I find no sentence in that text to ask about.',
    'too-many-sentences':
      'That text falls into thousands of pieces, more than anybody would look through. Bring the text of one announcement.',
    'no-text': 'I find no text and no text file in that message.',
    'too-many-manuscripts':
      'There are as many texts under review here as I keep. Finish or discard one first: /library review.',
    'too-many-announcements':
      'There are as many announcements here as I keep. Remove one first, or replace one.',
  },

  review: {
    heading: (name: string, replaces: string | null) =>
      replaces === null ? `Reviewing “${name}”.` : `Reviewing “${name}”, to replace “${replaces}”.`,
    begun: (count: number) =>
      `I propose ${count} ${count === 1 ? 'statement' : 'statements'}. Nothing is used until you say so: look through them, then put the accepted ones into use.`,
    leftOut: (count: number) =>
      `${count} more ${count === 1 ? 'is' : 'are'} left out, because the same words stand twice in one paragraph.`,
    position: (at: number, count: number) => `Statement ${at} of ${count}.`,
    tally: ({ accepted, dropped, open }: Readonly<Record<Verdict, number>>) =>
      `${accepted} accepted, ${dropped} dropped, ${open} not looked at.`,
    sure: (confidence: number, reason: string) =>
      `Proposed with ${Math.round(confidence * 100)} % confidence: ${reason}.`,
    verdict: { open: 'Not looked at.', accepted: 'Accepted.', dropped: 'Dropped.' } satisfies Record<
      Verdict,
      string
    >,
    acceptedAbove: 'Accepted all that are at least that sure.',
    allSeen: 'That was the last one.',
    changed: 'Changed.',
    unreadable: 'The text does not bear this one out any more. Drop it.',
    gone: 'This text is not under review any more: it was put into use or discarded.',
    discarded: 'Discarded. Nothing of it is used.',
    continued: 'The words go on.',
    missing: 'There is no such text under review here. Pick one from the list while you type.',
    none: 'No text is under review here. Bring one with /library add.',
  },

  menus: {
    kind: 'Change the kind',
    speaker: 'Change the speaker',
    nobody: 'Nobody the text names',
    somebodyElse: 'Somebody else…',
    above: 'Accept all the others that are surer than…',
    atLeast: (confidence: number) => `At least ${Math.round(confidence * 100)} % confidence`,
    everything: 'All of them, whatever the confidence',
    howMany: (count: number) => `${count} not looked at yet`,
  },

  buttons: {
    back: 'Back',
    forward: 'Forward',
    accept: 'Accept',
    drop: 'Drop',
    reopen: 'Undo',
    use: (count: number) => `Use the accepted (${count})`,
    discard: 'Discard the text',
    confirm: 'Put into use',
    replace: 'Replace now',
    goBack: 'Back to the review',
    makeDefault: 'Make it the default',
    remove: 'Remove it',
  },

  prospect: {
    fresh: (name: string, count: number) =>
      `“${name}” will answer questions here with ${count} ${count === 1 ? 'statement' : 'statements'}.`,
    leftOut: (dropped: number, open: number) => `Not used: ${dropped} dropped, ${open} not looked at.`,
    replaces: (
      name: string,
      counts: readonly [added: number, removed: number, changed: number, same: number],
    ) =>
      `The new version of “${name}”: ${counts[0]} new, ${counts[1]} gone, ${counts[2]} with another speaker or kind, ${counts[3]} as before.`,
    added: 'New',
    removed: 'Gone',
    reattributed: 'Another speaker or kind',
    nothingAccepted: 'Nothing is accepted yet. Accept at least one statement.',
  },

  used: (name: string, edition: number) =>
    edition === 1
      ? `“${name}” is in use. People choose it with the option “announcement” of /ask.`
      : `“${name}” is in use in version ${edition}. The earlier versions are kept.`,

  list: {
    heading: (count: number) =>
      `${count} ${count === 1 ? 'announcement' : 'announcements'} can be asked about here.`,
    everywhere: 'comes with me, in every server',
    version: (edition: number, by: string, at: string) => `version ${edition}, put into use by ${by} ${at}`,
    digits: (digits: string) => `\`${digits}\``,
    isDefault: 'the default',
    statements: (count: number) => `${count} ${count === 1 ? 'statement' : 'statements'}`,
    underReview: 'Under review:',
    manuscript: (name: string, by: string, at: string, tally: string) =>
      `${name}, brought by ${by} ${at}: ${tally}`,
    earlier: (count: number) => `and ${count} more`,
  },

  madeDefault: (name: string) => `Questions here are now about “${name}” where nobody names another.`,
  renamed: (before: string, after: string) => `“${before}” is now called “${after}”.`,
  notYours: (name: string) =>
    `“${name}” comes with me. It cannot be renamed or removed, but another can be the default.`,
  confirmRemoval: (name: string) =>
    `Remove “${name}”? People here can then no longer ask about it. Its versions are kept.`,
  removed: (name: string) => `“${name}” is removed.`,
  wasGone: 'It is not there any more.',
  exported: (name: string) =>
    `“${name}” as files: a folder with these two in it is an announcement that “verify” accepts.`,
} as const;
