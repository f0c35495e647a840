import { describe, expect, it } from 'vitest';
import { askingPart } from '../../../src/search/question/asking-part.ts';
import { tokenize } from '../../../src/search/text/tokenize.ts';

const stop = new Set(
  'the a to of is she he right about that so did they my i was and in it will be'.split(' '),
);

function asking(text: string): string {
  const typed = tokenize(text, (run) => [run]);
  return askingPart(text, typed, ({ word }) => !stop.has(word))
    .map(({ word }) => word)
    .join(' ');
}

const story = 'My uncle grows cocoa near the coast and has not sold a single bag in two years.';

describe('askingPart', () => {
  it('takes the sentence that asks out of a long message', () => {
    expect(asking(`${story} Will the port buy more cocoa? Thanks all.`)).toBe('will the port buy more cocoa');
  });

  it('takes all sentences that ask', () => {
    expect(asking(`${story} Will fees rise? He is worried. Who pays the harbour fees?`)).toBe(
      'will fees rise who pays the harbour fees',
    );
  });

  it('takes what follows a colon', () => {
    expect(
      asking(`My uncle grows cocoa near the coast and now keeps asking me this: will the port buy cocoa?`),
    ).toBe('will the port buy cocoa');
  });

  it('takes two words of meaning for enough', () => {
    expect(asking(`${story} So will the port buy it?`)).toBe('so will the port buy it');
  });

  it('keeps the whole where what asks says too little alone', () => {
    const whole = `${story} The port said it will buy more cocoa. Is that right?`;
    expect(asking(whole)).toContain('uncle');
    expect(asking(whole)).toContain('port');
  });

  it('keeps the whole of a short message and of one without a question mark', () => {
    expect(asking('The port is closed. Will the harbour fees rise?')).toContain('closed');
    expect(asking(`${story} tell me whether the port buys more cocoa`)).toContain('uncle');
  });

  it('reads Chinese marks of sentences', () => {
    expect(
      asking(
        '我 叔叔 在 海边 种 可可 两 年 没有 卖 出 一 袋 他 很 着急 我们 都 想 知道。港口 会 买 更多 可可 吗？谢谢',
      ),
    ).toBe('港口 会 买 更多 可可 吗');
  });

  it('takes an hour for no end of a sentence', () => {
    const text =
      'We want to know since we live far away and travel on foot will ferries leave at 10:30 from the pier?';
    expect(asking(text)).toContain('foot');
  });
});
