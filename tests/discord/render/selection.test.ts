import { expect, it } from 'vitest';
import { renderStatements } from '../../../src/discord/render/selection.ts';
import { harbour } from '../announcements.ts';

const falk = { id: 'falk', name: 'Nils *Falk*', role: null, aliases: [] };

it.each([
  [
    'somebody who is only spoken about',
    falk,
    [],
    'Nils \\*Falk\\* is not quoted or reported in this announcement.',
  ],
  ['a topic that nothing is on', null, harbour.topics.slice(0, 1), 'Nothing in the announcement is on fees.'],
  [
    'both',
    falk,
    harbour.topics,
    'Nothing in the announcement fits both. Try only a speaker, or only a topic.',
  ],
])('says of %s that there is nothing', (_, speaker, topics, words) => {
  const browsing = { announcement: harbour, speaker, topics };
  const { content } = renderStatements(browsing, [], '1170000000000000007', 0);
  expect(content).toBe(words);
});
