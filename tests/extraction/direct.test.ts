import { describe, expect, test } from 'vitest';
import { told } from './told.ts';

/** [why, text, what was said in it] */
const cases: readonly [why: string, text: string, said: readonly string[]][] = [
  [
    'the cue after the words',
    '"The ferry will sail on Sunday," Ana Duarte said.',
    ['direct | Ana Duarte | The ferry will sail on Sunday'],
  ],
  [
    'the cue before the words',
    'Ana Duarte said: “The ferry will sail on Sunday.”',
    ['direct | Ana Duarte | The ferry will sail on Sunday.'],
  ],
  [
    'verb before subject, with an apposition',
    '“We kept the lights on,” said Tomas Reyes, the plant’s night manager.',
    ['direct | Tomas Reyes | We kept the lights on'],
  ],
  [
    'the quotation goes on after the cue',
    '“They pay for my hours,” Ruth Adeyemi said, “they do not pay for my adjectives.”',
    ['direct | Ruth Adeyemi | They pay for my hours … they do not pay for my adjectives.'],
  ],
  [
    'a second quotation in the paragraph is the same speaker’s',
    '“The bakery opens at five,” Ruth Adeyemi said. “Nobody in this street sleeps later.”',
    [
      'direct | Ruth Adeyemi | The bakery opens at five',
      'direct | Ruth Adeyemi | Nobody in this street sleeps later.',
    ],
  ],
  [
    'each paragraph of a long quotation is reopened, and only the last is closed',
    'Ruth Adeyemi stood up. “The first winter was hard,” she said. “We had no roof.\n\n“The second winter was harder, and we had a roof by then.”',
    [
      'direct | Ruth Adeyemi | The first winter was hard',
      'direct | Ruth Adeyemi | We had no roof.',
      'direct | Ruth Adeyemi | The second winter was harder, and we had a roof by then.',
    ],
  ],
  [
    'one unclosed mark does not spoil the paragraphs after it',
    '“The well is dry, Ana Duarte said.\n\nA truck came at noon.\n\n“We have water again,” Tomas Reyes said.',
    ['direct | Ana Duarte | The well is dry', 'direct | Tomas Reyes | We have water again'],
  ],
  [
    'guillemets',
    '« The bridge is closed until spring », said Claire Fontaine.',
    ['direct | Claire Fontaine | The bridge is closed until spring'],
  ],
  [
    'two apostrophes for a mark',
    "''The harbor froze twice,'' Ms. Okoro said. ''It never had before.''",
    ['direct | Okoro | The harbor froze twice', 'direct | Okoro | It never had before.'],
  ],
  [
    'single marks where the text has no others',
    '‘The workers’ hall is ours,’ said Moira Kelly.',
    ['direct | Moira Kelly | The workers’ hall is ours'],
  ],
  [
    'a quotation within a quotation belongs to the outer speaker',
    '“She told me, ‘Leave the keys,’ and I left them,” Tomas Reyes said.',
    ['direct | Tomas Reyes | She told me, ‘Leave the keys,’ and I left them'],
  ],
  [
    'a question does not end the sentence',
    '“Who pays for the roof?” Ms. Okoro asked.',
    ['direct | Okoro | Who pays for the roof?'],
  ],
  [
    'a nickname, a title and a phrase at arm’s length are no quotations',
    'Rosa “Rosie” Marten wrote the song “Harbour Lights” about the “old guard” of the port.',
    [],
  ],
  [
    'an attribution set after the words with a dash',
    '“The best soup on the coast.” — Petra Lunde, Coast Courier',
    ['direct | Petra Lunde | The best soup on the coast.'],
  ],
  [
    'a verb that no list holds, leaning on the quotation',
    '“Mind the step!” croaked Tomas Reyes.',
    ['direct | Tomas Reyes | Mind the step!'],
  ],
];

describe('direct quotations', () => {
  test.each(cases)('%s', (_, text, said) => {
    expect(told(text)).toEqual(said);
  });
});
