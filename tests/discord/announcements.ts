import type { Announcement } from '../../src/announcement/announcement.ts';
import { definition } from '../../src/announcement/definition.ts';
import { sha256, verify } from '../../src/announcement/verify.ts';

/** A verified announcement over a text. Throws with every fault where it is not one. */
export function announcement(text: string, written: Record<string, unknown>, slug = 'harbour'): Announcement {
  const whole = definition.parse({
    language: 'en',
    source: { file: 'source.txt', sha256: sha256(text) },
    ...written,
  });
  const verified = verify({
    slug,
    file: 'announcement.yaml',
    sourceFile: 'source.txt',
    text,
    definition: whole,
    line: () => null,
  });
  if (verified.kind === 'faulty') throw new Error(verified.faults.map(({ problem }) => problem).join('\n'));
  return verified.value;
}

const harbourText = `The new harbour opens in May, the council announced on Monday.

"We will not raise the fees," Mayor Ada Lund said. "They stay as they are until 2030."

Port director Ben Okoro noted that the cranes come from Gdansk and that "every one of them" is electric.

Lund said the ferry stays free for schoolchildren.

"We will not raise the fees," she repeated.`;

/** A small announcement with every kind of statement. */
export const harbour = announcement(harbourText, {
  label: 'The new harbour',
  people: [
    { id: 'lund', name: 'Ada Lund', role: 'Mayor', aliases: ['the mayor', 'Lund'] },
    { id: 'okoro', name: 'Ben Okoro', role: 'Port director', aliases: ['Okoro'] },
  ],
  topics: [
    { id: 'fees', name: 'fees' },
    { id: 'ferry', name: 'ferry' },
  ],
  statements: [
    {
      id: 'opening',
      kind: 'narration',
      words: 'The new harbour opens in May, the council announced on Monday.',
    },
    {
      id: 'fees',
      kind: 'direct',
      paragraph: 2,
      words: ['We will not raise the fees,', 'They stay as they are until 2030.'],
      also: [{ paragraph: 5, words: 'We will not raise the fees,' }],
      speaker: 'lund',
      cue: 'said',
      topics: ['fees'],
      asks: ['what did the mayor promise', 'will the fees go up', 'fees'],
    },
    {
      id: 'cranes',
      kind: 'mixed',
      words:
        'Port director Ben Okoro noted that the cranes come from Gdansk and that "every one of them" is electric.',
      speaker: 'okoro',
      cue: 'noted',
    },
    {
      id: 'ferry',
      kind: 'indirect',
      words: 'Lund said the ferry stays free for schoolchildren.',
      speaker: 'lund',
      cue: 'said',
      topics: ['ferry'],
      asks: ['what did the mayor promise', 'is the ferry free for schoolchildren', 'ferry'],
    },
  ],
});

/** A second announcement, so that one can be chosen. */
export const marina = announcement(
  'The marina stays closed this winter. "Nobody asked us," harbour master Eva Roth said.',
  {
    label: 'The marina',
    people: [{ id: 'roth', name: 'Eva Roth', role: 'harbour master', aliases: ['Roth'] }],
    statements: [
      { id: 'closed', kind: 'narration', words: 'The marina stays closed this winter.' },
      { id: 'asked', kind: 'direct', words: 'Nobody asked us,', speaker: 'roth', cue: 'said' },
    ],
  },
  'marina',
);

const speeches = Array.from(
  { length: 30 },
  (_, index) => `Councillor Ida Berg said that street ${index + 1} will be paved by day ${index + 100}.`,
);
const litany = `The clerk read the list: ${Array.from({ length: 400 }, (_, index) => `item ${index + 1}`).join(', ')}.`;

/** An announcement of many statements, one of them too long for a message. */
export const chronicle = announcement(
  [...speeches, litany].join('\n\n'),
  {
    label: 'The clerk read the list',
    people: [{ id: 'berg', name: 'Ida Berg', role: 'Councillor', aliases: ['Berg'] }],
    topics: [{ id: 'streets', name: 'Streets' }],
    statements: [
      ...speeches.map((words, index) => ({
        id: `street${index + 1}`,
        kind: 'indirect',
        words,
        speaker: 'berg',
        topics: ['streets'],
      })),
      { id: 'litany', kind: 'narration', words: litany, asks: ['what did the clerk read'] },
    ],
  },
  'chronicle',
);
