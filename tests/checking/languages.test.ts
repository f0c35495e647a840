import { describe, expect, it } from 'vitest';
import { createCheck } from '../../src/checking/create-check.ts';
import type { Finding } from '../../src/checking/finding.ts';
import { announcement } from '../discord/announcements.ts';
import { meaning, noted, told } from './checks.ts';

function checkOf(
  text: string,
  statements: readonly Record<string, unknown>[],
  name: string,
  language: string,
) {
  const written = { label: name, language, people: [{ id: 'p', name }], statements };
  const found = announcement(text, written);
  const person = (typed: string) => found.people.find((one) => one.name === typed) ?? null;
  return createCheck(found, { meaning, person });
}

describe('a check in Chinese', () => {
  const words = '中国愿进口更多委内瑞拉优质产品，支持委方建设经济特区，反对外部干涉。两国合作不针对第三方。';
  const { check } = checkOf(
    `习近平表示：“${words}”`,
    [{ id: 'a', kind: 'direct', words, speaker: 'p', cue: '表示' }],
    '习近平',
    'zh',
  );
  const judge = (quote: string, speaker: string | null = '习近平'): Finding => check({ quote, speaker });

  it('needs no spaces between words, and tells other marks from other words', () => {
    expect(judge('支持委方建设经济特区').kind).toBe('verbatim');
    expect(noted(judge('「中国愿进口更多委内瑞拉优质产品」'))).toEqual([]);
    expect(noted(judge('支持委方建设经济特区,反对外部干涉!'))).toEqual(['end-mark']);
  });

  it.each([
    ['中国愿出口更多委内瑞拉优质产品', ['进 → 出 (antonym)']],
    ['两国合作针对第三方', ['不 →  (negation)']],
    ['中国愿进口更多巴西优质产品', ['委内瑞拉 → 巴西 (place)']],
    ['支持委方建设经济特区，支持外部干涉', ['反对 → 支持 (antonym)']],
  ])('finds what was changed: %s', (quote, differences) => {
    const finding = judge(quote);
    expect([finding.kind, ...told(finding)]).toEqual(['altered', ...differences]);
  });

  it('tells an excerpt that begins after the negation', () => {
    expect(told(judge('针对第三方'))).toEqual(['不 →  (negation)']);
  });

  it('knows whose words they are, and what nobody said', () => {
    expect(judge('反对外部干涉', '马杜罗').kind).toBe('misattributed');
    expect(judge('我们将向贵国贷款一百亿美元用于修建铁路').kind).toBe('not-found');
  });
});

describe('a check in Spanish', () => {
  const words = 'No vamos a subir los impuestos este año, y la segunda línea del metro abrirá el 15 de marzo';
  const { check } = checkOf(
    `«${words}», dijo Ana Núñez.`,
    [{ id: 'a', kind: 'direct', words, speaker: 'p', cue: 'dijo' }],
    'Ana Núñez',
    'es',
  );
  const judge = (quote: string): Finding => check({ quote, speaker: 'Ana Núñez' });

  it('takes decomposed accents for the same letters', () => {
    expect(judge('la segunda línea del metro'.normalize('NFD')).kind).toBe('verbatim');
    expect(noted(judge('“no vamos a subir los impuestos este año”'))).toEqual(['capitals']);
  });

  it.each([
    ['Vamos a subir los impuestos este año', ['No →  (negation)']],
    ['No vamos a bajar los impuestos este año', ['subir → bajar (antonym)']],
    ['la tercera línea del metro abrirá', ['segunda → tercera (number)']],
    ['abrirá el 16 de marzo', ['15 → 16 (date)']],
    ['la segunda linea del metro', ['línea → linea']],
  ])('finds what was changed: %s', (quote, differences) => {
    const finding = judge(quote);
    expect([finding.kind, ...told(finding)]).toEqual(['altered', ...differences]);
  });
});
