import { describe, expect, test } from 'vitest';
import { told } from './told.ts';

const cases: readonly [why: string, text: string, said: readonly string[]][] = [
  [
    'a clause after the verb, without "that"',
    'Ana Duarte said on Tuesday that the ferry would sail again.',
    ['indirect | Ana Duarte | the ferry would sail again'],
  ],
  [
    'an addressee before the clause',
    'Ana Duarte told reporters in Lagos the ferry would sail again.',
    ['indirect | Ana Duarte | the ferry would sail again'],
  ],
  [
    'the clause before its cue',
    'The ferry would sail again, Ana Duarte said.',
    ['indirect | Ana Duarte | The ferry would sail again'],
  ],
  [
    'a conditional before an inverted cue',
    'If the dam holds, the valley will have water until May, said Song Meilin, the director of the water board.',
    ['indirect | Song Meilin | If the dam holds, the valley will have water until May'],
  ],
  ['around the cue', 'The dam, Ana Duarte said, is safe.', ['indirect | Ana Duarte | The dam … is safe']],
  [
    'a participle before its sentence',
    'Noting the dam was old, Ana Duarte said the valley needs a new one.',
    ['indirect | Ana Duarte | the dam was old', 'indirect | Ana Duarte | the valley needs a new one'],
  ],
  [
    'a participle after its sentence',
    'Ana Duarte said the dam is safe, adding that it is checked every week.',
    ['indirect | Ana Duarte | the dam is safe', 'indirect | Ana Duarte | it is checked every week'],
  ],
  [
    'a second verb of the same subject, whose object is what was said',
    'Ana Duarte said the dam is safe and congratulated the engineers on their work.',
    [
      'indirect | Ana Duarte | the dam is safe',
      'indirect | Ana Duarte | congratulated the engineers on their work',
    ],
  ],
  [
    'according to somebody, before and after',
    'According to Ana Duarte, the dam is safe. The old one leaked, according to a minister.',
    ['indirect | Ana Duarte | the dam is safe', 'indirect | a minister | The old one leaked'],
  ],
  [
    'a part in quotation marks makes it mixed',
    'Ana Duarte said the old dam was “a sieve with a road on top”.',
    ['mixed | Ana Duarte | the old dam was “a sieve with a road on top”'],
  ],
  [
    'a promise',
    'Tomas Reyes pledged to open the road by June.',
    ['indirect | Tomas Reyes | to open the road by June'],
  ],
  [
    'an apposition between name and verb',
    'Tomas Reyes, the plant’s night manager, said the lights stayed on.',
    ['indirect | Tomas Reyes | the lights stayed on'],
  ],
  [
    'a relative clause between name and verb',
    'Tomas Reyes, who has run the plant for ten years, said the lights stayed on.',
    ['indirect | Tomas Reyes | the lights stayed on'],
  ],
  [
    'a headline with a colon',
    'Duarte: Ferry will sail again on Sunday\n\nAna Duarte met the crew on Friday.',
    ['indirect | Ana Duarte | Ferry will sail again on Sunday'],
  ],
  [
    'a headline with a verb of saying',
    'Duarte says ferry will sail again\n\nAna Duarte met the crew on Friday.',
    ['indirect | Ana Duarte | ferry will sail again'],
  ],
  [
    'speakers of a conversation set before a colon',
    'REYES: The plant is safe and the lights are on.\n\nDUARTE: And who pays for it?',
    [
      'indirect | REYES | The plant is safe and the lights are on.',
      'indirect | DUARTE | And who pays for it?',
    ],
  ],
  ['narration has no speaker', 'The ferry sailed at noon. Nobody was aboard.', []],
];

describe('reported speech', () => {
  test.each(cases)('%s', (_, text, said) => {
    expect(told(text)).toEqual(said);
  });
});
