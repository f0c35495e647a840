import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../src/announcement/plain-text.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { verify } from '../../src/announcement/verify.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';

const lexicon = loadLexicon('data/lexicon');

function ask(text: string, question: string): string {
  const verified = verify(draftOfText(text, 'text', 'text.txt'));
  if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
  const outcome = createSearch(verified.value, lexicon).ask(question);
  if (outcome.kind !== 'quote') return outcome.kind;
  return wordsAt(outcome.best.statement.source, outcome.best.span);
}

const bridge = `The old bridge over the Marrow was built in 1911 by the engineer Ada Quill. It carries nine thousand lorries a day.

The city council closed it on 4 May after divers found cracks in two pillars. Repairs will cost 12 million crowns. Shops nearby fear for their customers.`;

const puente = `El puente viejo se construyó en 1911. Cada día lo cruzan nueve mil camiones.

El ayuntamiento lo cerró el 4 de mayo porque los buzos encontraron grietas en dos pilares. La reparación costará 12 millones.`;

const bridgeInChinese =
  '旧桥建于1911年。每天有九千辆卡车通过。\n\n市政府于5月4日关闭了大桥，因为潜水员发现两根桥墩有裂缝。维修费用为1200万元。';

describe('a text nobody prepared', () => {
  test.each([
    ['when was the bridge built?', 'Ada Quill', 'a year answers when'],
    ['how many trucks use it every day', 'nine thousand', 'trucks are lorries; a number answers how many'],
    ['why did they shut it', 'cracks', 'shutting is closing'],
    ['how much will the repair cost', '12 million', 'an amount answers how much'],
    ['¿cuánto costará la reparación del puente?', '12 million', 'asked in Spanish'],
  ])('%s → %s, since %s', (question, words, _reason) => {
    expect(ask(bridge, question)).toContain(words);
  });

  test.each([
    'who won the cup final',
    'what is the best pizza topping',
    'did the mayor resign over the stadium',
  ])('does not say: %s', (question) => {
    expect(ask(bridge, question)).toBe('not-said');
  });

  test('may be in Spanish', () => {
    expect(ask(puente, '¿por qué cerraron el puente?')).toContain('grietas');
    expect(ask(puente, 'cuanto costara la reparacion')).toContain('12 millones');
  });

  test('may be in Chinese', () => {
    expect(ask(bridgeInChinese, '维修费用是多少?')).toContain('1200万元');
  });
});
