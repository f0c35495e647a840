import { describe, expect, test } from 'vitest';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import { draftOfText } from '../../src/announcement/plain-text.ts';
import { verify } from '../../src/announcement/verify.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';
import type { Search } from '../../src/search/search.ts';

const lexicon = loadLexicon('data/lexicon');

const loaded = loadAnnouncement('data/announcements/china-venezuela');
if (loaded.kind === 'faulty') throw new Error('The shipped announcement must load.');
const shipped = createSearch(loaded.value, lexicon);

function searchOf(text: string): Search {
  const verified = verify(draftOfText(text, 'text', 'text.txt'));
  if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
  return createSearch(verified.value, lexicon);
}

/** What is offered first, in the words of the source or by its name. */
function first(search: Search, typed: string): string {
  const [suggestion] = search.suggest(typed, 5);
  switch (suggestion?.kind) {
    case undefined:
      return 'nothing';
    case 'topic':
      return suggestion.topic.name;
    case 'speaker':
      return suggestion.person.name;
    case 'statement':
      return suggestion.statement.place.spans
        .map((span) => suggestion.statement.source.text.slice(...span))
        .join(' ');
  }
}

describe('a statement is offered', () => {
  test.each([
    ['ironc', 'ironclad friendship', 'the word is begun'],
    ['what did xi say about the ironc', 'ironclad friendship', 'the last word is begun'],
    ['congratula', 'congratulated Venezuela', 'the stem is shorter than what is typed'],
    ['confusius ins', 'Confucius institutes', 'the word before is misspelt'],
    ['confucius insitute', 'Confucius institutes', 'the last word is whole and misspelt'],
    ['capi', 'attract capital', 'what begins a word is not taken for a misspelt one'],
    ['¿qué dijo de la estación lun', 'Lunar Research Station', 'asked in Spanish'],
    ['instituto confu', 'Confucius institutes', 'asked in Spanish'],
    ['孔子学院', 'Confucius institutes', 'asked in Chinese'],
  ])('for "%s": %s, since %s', (typed, words, _reason) => {
    expect(first(shipped, typed)).toContain(words);
  });

  test.each([
    ['camio', 'nueve mil camiones'],
    ['reparacio', 'La reparación'],
    ['¿por qué hay grie', 'grietas'],
  ])('of a Spanish text for "%s": %s', (typed, words) => {
    const search = searchOf(
      'El puente viejo se construyó en 1911. Cada día lo cruzan nueve mil camiones.\n\n' +
        'El ayuntamiento lo cerró el 4 de mayo porque los buzos encontraron grietas en dos pilares. La reparación costará 12 millones.',
    );
    expect(first(search, typed)).toContain(words);
  });

  test.each([
    ['卡', '九千辆卡车'],
    ['维修费', '维修费用'],
  ])('of a Chinese text for "%s": %s', (typed, words) => {
    const search = searchOf(
      '旧桥建于1911年。每天有九千辆卡车通过。\n\n市政府于5月4日关闭了大桥，因为潜水员发现两根桥墩有裂缝。维修费用为1200万元。',
    );
    expect(first(search, typed)).toContain(words);
  });

  test('that has the typed words rather than one that has only a longer one', () => {
    const search = searchOf('The portable pump arrived late.\n\nThe port of Norrhaven opens in May.');
    expect(first(search, 'port')).toContain('Norrhaven');
  });

  test('for a word without meaning that begins one that has some', () => {
    expect(first(searchOf('The harbour opens in May.\n\nInvestment doubled.'), 'in')).toContain('Investment');
  });

  test('for words joined by a hyphen, typed as one', () => {
    expect(first(shipped, 'longter')).toContain('long-term');
  });
});

describe('a topic or a speaker is offered', () => {
  test.each(['Maduro', 'maduro', 'Nicolas Mad', 'Nicolás Mad'])(
    'before statements, by any of its words: %s',
    (typed) => {
      const kinds = shipped.suggest(typed, 25).map(({ kind }) => kind);
      const last = kinds.lastIndexOf('speaker');
      expect(kinds.slice(0, last + 1)).not.toContain('statement');
    },
  );
});

describe('with nothing typed', () => {
  test.each(['', '   ', '\n', '\u3000'])('(%j) the selection is varied', (typed) => {
    const kinds = shipped.suggest(typed, 9).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['topic', 'speaker', 'statement']));
  });

  test('a text without topics and speakers offers statements from all over it', () => {
    const sentences = Array.from({ length: 200 }, (_, at) => `The ferry number ${at} sails at noon.`);
    const offered = searchOf(sentences.join('\n\n')).suggest('', 25);
    const places = offered.map((one) => (one.kind === 'statement' ? one.statement.place.paragraph : 0));
    expect(places[0]).toBe(1);
    expect(Math.max(...places)).toBeGreaterThan(170);
  });
});

test.each([
  '',
  'x',
  'xi',
  'venezuela',
  'the',
  '?!',
  '😀',
  'ǆ',
  '#1',
  '@xi',
  'zzzzqqqq',
  'a'.repeat(600),
  'friend '.repeat(90),
])('never more than asked for, each once, whatever is typed: %j', (typed) => {
  for (const limit of [0, 1, 3, 25]) {
    const offered = shipped.suggest(typed, limit);
    expect(offered.length).toBeLessThanOrEqual(limit);
    expect(new Set(offered.map((one) => Object.values(one)[1])).size).toBe(offered.length);
  }
});

test('nothing is offered where no word begins so', () => {
  expect(shipped.suggest('qzx', 25)).toEqual([]);
});

test('among a thousand statements every one offered has a word that begins as typed', () => {
  const words = [
    'harbour',
    'haddock',
    'harvest',
    'lantern',
    'lagoon',
    'ferry',
    'fennel',
    'marsh',
    'market',
    'tunnel',
  ];
  const sentences = Array.from(
    { length: 1_000 },
    (_, at) => `The ${words[at % 10]} near the ${words[(at * 7 + 3) % 10]} was number ${at}.`,
  );
  const search = searchOf(sentences.join('\n\n'));
  for (const typed of ['h', 'ha', 'harb', 'lag', 'mark', 'near the tun']) {
    const begun = typed.split(' ').at(-1) ?? '';
    const offered = search.suggest(typed, 25);
    expect(offered.length).toBeGreaterThan(20);
    for (const one of offered) {
      const text =
        one.kind === 'statement'
          ? one.statement.source.text.slice(...(one.statement.place.spans[0] ?? [0, 0]))
          : '';
      expect(
        text
          .toLowerCase()
          .split(/\W+/)
          .some((word) => word.startsWith(begun)),
      ).toBe(true);
    }
  }
});
