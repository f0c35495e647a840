import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extraction/extract.ts';

/** Name and role of the speaker of the last attributed statement, or null. */
function lastSpeaker(text: string): string | null {
  const last = extract(text).candidates.findLast(({ kind }) => kind !== 'narration');
  if (last?.speaker == null) return null;
  return last.speaker.role === null ? last.speaker.name : `${last.speaker.name}, ${last.speaker.role}`;
}

const cases: readonly [why: string, text: string, speaker: string | null][] = [
  [
    'a surname stands for the full name given elsewhere',
    'Ruth Adeyemi opened the clinic in May. Adeyemi said it would stay open.',
    'Ruth Adeyemi',
  ],
  [
    'the full name may come later',
    '"It will stay open," Adeyemi said. The clinic was founded by Ruth Adeyemi.',
    'Ruth Adeyemi',
  ],
  [
    'the family name comes first in East Asian names',
    'The tool was written by engineer Sato Kenjiro. Sato said it had never failed.',
    'Sato Kenjiro, engineer',
  ],
  [
    'two family names in Spanish ones',
    'The treaty was signed by Andrés Manuel Ibarra Peña. Ibarra Peña said it would last.',
    'Andrés Manuel Ibarra Peña',
  ],
  [
    'of two people of one surname, the one whom the title fits',
    'Ivan Okoro and Rosa Okoro run the mill. Ms. Okoro said the wheel was new.',
    'Rosa Okoro',
  ],
  [
    'he and she are told apart',
    'Rosa Okoro and Ivan Petrov run the mill. He said the wheel was new.',
    'Ivan Petrov',
  ],
  [
    'a pronoun follows the running quotation',
    '“The wheel is new,” Rosa Okoro said. Maria Petrov listened at the door.\n\n“It cost us a year,” she added.',
    'Rosa Okoro',
  ],
  [
    'people do not speak of themselves by name',
    'Maria Petrov sat beside Rosa Okoro. “Okoro built this mill alone,” she said.',
    'Maria Petrov',
  ],
  [
    'an epithet stands for the person whose role it is',
    'Minister Rosa Okoro opened the mill, and Ivan Petrov cut the ribbon. The minister said the wheel was new.',
    'Rosa Okoro, Minister',
  ],
  [
    'a role before the name',
    'Norland’s trade minister, Rosa Okoro, said the wheel was new.',
    'Rosa Okoro, Norland’s trade minister',
  ],
  [
    'an unnamed source is told in the words of the text',
    'A spokesman for the mill said the wheel was new.',
    'A spokesman for the mill',
  ],
  ['an organisation', 'The Mill Workers Union said the wheel was new.', 'Mill Workers Union'],
  [
    'nobody, where the text leaves it open',
    'It was said that the wheel was new. “Nobody knows,” they said.',
    null,
  ],
];

describe('speakers', () => {
  test.each(cases)('%s', (_, text, speaker) => {
    expect(lastSpeaker(text)).toBe(speaker);
  });
});
