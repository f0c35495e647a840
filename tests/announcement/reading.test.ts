import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../src/announcement/paragraphs.ts';
import { quotationsIn } from '../../src/announcement/quotations.ts';
import { sentencesIn } from '../../src/announcement/sentences.ts';

const paragraphs = (text: string) => paragraphsOf(text).map((span) => text.slice(...span));
const sentences = (text: string) =>
  sentencesIn(text, [0, text.length], 'en').map((span) => text.slice(...span));
const quotations = (text: string) => quotationsIn(text, [0, text.length]).map((span) => text.slice(...span));

describe('paragraphs', () => {
  it('are lines, whatever ends them, without blank ones between', () => {
    expect(paragraphs('one\r\n\r\n  two \n\n\n\nthree\rfour\n')).toEqual(['one', 'two', 'three', 'four']);
  });

  it('are blocks of lines where the lines were broken to fit a page', () => {
    const first = 'The bridge between Skerry and the mainland\nwill open in May.';
    const second = 'It took ten years, and nobody had believed\nin it.';
    expect(paragraphs(`${first}\n\n${second}\n`)).toEqual([first, second]);
  });

  it('stay lines where a line is longer than any page', () => {
    const long = 'word '.repeat(40).trim();
    expect(paragraphs(`A headline\n${long}\n\nThe end.`)).toEqual(['A headline', long, 'The end.']);
  });

  it('stay lines where each line is a sentence of its own', () => {
    const lines = [
      'The bridge will open in May and carry trams.',
      'Nobody believed it would ever be finished.',
    ];
    expect(paragraphs(lines.join('\n'))).toEqual(lines);
  });

  it('begin after a byte order mark, which stays in the text', () => {
    expect(paragraphsOf('\ufeffone')).toEqual([[1, 4]]);
  });

  it('are none in a text of white space', () => {
    expect(paragraphs(' \n\t\r\n ')).toEqual([]);
  });
});

describe('sentences', () => {
  it.each([
    ['Mr. Lund met Dr. Falk. They agreed.', ['Mr. Lund met Dr. Falk.', 'They agreed.']],
    ['The U.S. Senate waited. So did J. K. Falk.', ['The U.S. Senate waited.', 'So did J. K. Falk.']],
    ['He lives in the U.S. The rest moved.', ['He lives in the U.S.', 'The rest moved.']],
    ['“Really?” she said. “Yes!” he said.', ['“Really?” she said.', '“Yes!” he said.']],
    [
      'It cost 3.5 million, e.g. in May. Then it rose.',
      ['It cost 3.5 million, e.g. in May.', 'Then it rose.'],
    ],
    ['习近平说。马杜罗同意。', ['习近平说。', '马杜罗同意。']],
    ['One line\nbroken here. Two.', ['One line\nbroken here.', 'Two.']],
    [
      'No. He paid Halyard Inc. on Nov. 3, p. 4. Really.',
      ['No.', 'He paid Halyard Inc. on Nov. 3, p. 4.', 'Really.'],
    ],
    ['* * *', []],
  ])('of %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

it('sentences of a very long paragraph are those of its parts', () => {
  const parts = Array.from(
    { length: 3000 },
    (_, at) => `The mayor of Skerry said number ${at}, to Mr. Lund.`,
  );
  const long = `No ${'very '.repeat(3000)}long.`;
  expect(sentences([...parts, long, ...parts].join(' '))).toEqual([...parts, long, ...parts]);
});

describe('quotations', () => {
  it.each([
    ['"We waited," she said, "and won."', ['We waited,', 'and won.']],
    ['“We” and «nous» and „wir“ and 「我们」', ['We', 'nous', 'wir', '我们']],
    ['“It goes on in the next paragraph.', ['It goes on in the next paragraph.']],
    ['nobody speaks', []],
  ])('in %j', (text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });
});
