import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../src/announcement/announcement.ts';
import { definitionOf } from '../../src/announcement/write-definition.ts';
import { loadConfig } from '../../src/config.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';
import {
  type Lesson,
  type RightAnswer,
  saidIn,
  sameAsk,
  taught,
  writtenDown,
} from '../../src/teaching/lesson.ts';
import { announcement, harbour, marina } from '../discord/announcements.ts';

const lexicon = loadLexicon(loadConfig({}).lexicon);

let ids = 0;
function lesson(question: string, answer: RightAnswer, about: Announcement = harbour): Lesson {
  ids += 1;
  return {
    id: String(ids),
    server: 'one',
    announcement: about.slug,
    question,
    answer,
    by: '7',
    at: ids,
    reverted: null,
  };
}

function statement(id: string) {
  const found = harbour.statements.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

const notSaid = (about: string): RightAnswer => ({ kind: 'not-said', about });

function answerTo(question: string, lessons: readonly Lesson[], speaker?: string): string {
  const search = createSearch(taught(harbour, lessons), lexicon);
  const outcome = search.ask(question, speaker === undefined ? {} : { speaker });
  return outcome.kind === 'quote' ? outcome.best.statement.id : outcome.kind;
}

describe('what was taught', () => {
  const lessons = [
    lesson('are the cranes green energy or what', saidIn(statement('cranes'))),
    lesson('will the fees go up', notSaid('parking')),
    lesson('can Ada Lund swim 100 metres', notSaid('swimming')),
  ];

  it.each([
    ['are the cranes green energy or what', 'cranes'],
    ['ARE THE CRANES GREEN ENERGY, OR WHAT?!', 'cranes'],
    ['are the crnaes green energy or what', 'cranes'],
    ['or what, green energy are the cranes?', 'cranes'],
    ['will the fees go up?', 'not-said'],
  ])('answers "%s"', (question, right) => {
    expect(answerTo(question, lessons)).toBe(right);
  });

  it('answers nothing else', () => {
    for (const question of [
      'is the ferry free for schoolchildren',
      'when does the harbour open',
      'what did the mayor promise',
    ]) {
      expect(answerTo(question, lessons)).toBe(answerTo(question, []));
    }
  });

  it('leaves a question alone that has another number, or asks for another person', () => {
    const swims = [lesson('can Ada Lund swim 100 metres', saidIn(statement('ferry')))];
    expect(answerTo('can Ada Lund swim 100 metres?', swims)).toBe('ferry');
    expect(answerTo('can Ada Lund swim 200 metres?', swims)).not.toBe('ferry');
    expect(answerTo('can Ben Okoro swim 100 metres?', swims)).not.toBe('ferry');
  });

  it('does not put words in the mouth of a person who was asked for beside the question', () => {
    const fees = [lesson('what about the money', saidIn(statement('fees')))];
    expect(answerTo('what about the money', fees, 'Lund')).toBe('fees');
    expect(answerTo('what about the money', fees, 'Okoro')).not.toBe('fees');
    expect(answerTo('what about the money', fees, 'Somebody Else')).not.toBe('fees');
  });

  it('counts as it was taught last', () => {
    const twice = [
      lesson('fees', saidIn(statement('cranes'))),
      lesson('Fees?', saidIn(statement('ferry'))),
      lesson('fees', notSaid('x'), marina),
    ];
    expect(taught(harbour, twice).taught).toEqual([{ question: 'Fees?', statement: 'ferry', about: null }]);
    expect(answerTo('fees', twice)).toBe('ferry');
  });

  it('follows its words into another version, and counts for nothing where they are gone', () => {
    const text = 'Ships come in.\n\nLund said the ferry stays free for schoolchildren.';
    const next = announcement(text, {
      label: 'Ships',
      people: [{ id: 'l', name: 'Lund' }],
      statements: [
        { id: 'a', kind: 'narration', words: 'Ships come in.' },
        {
          id: 'b',
          kind: 'indirect',
          words: 'Lund said the ferry stays free for schoolchildren.',
          speaker: 'l',
        },
      ],
    });
    const both = [
      lesson('school run', saidIn(statement('ferry'))),
      lesson('lifting', saidIn(statement('cranes'))),
    ];
    expect(taught(next, both).taught).toEqual([{ question: 'school run', statement: 'b', about: null }]);
  });

  it('changes neither words nor version', () => {
    const learnt = taught(harbour, lessons);
    expect(learnt.version).toBe(harbour.version);
    expect(learnt.statements).toBe(harbour.statements);
    expect(taught(harbour, [])).toBe(harbour);
  });

  it('is written down as ways of asking that the announcement’s file can say', () => {
    const written = definitionOf(writtenDown(taught(harbour, lessons)), 'source.txt');
    const fees = written.statements.find(({ id }) => id === 'fees');
    expect(fees?.asks).not.toContain('will the fees go up');
    expect(written.notSaid).toContainEqual({ about: 'parking', asks: ['will the fees go up'] });
    expect(written.statements.find(({ id }) => id === 'cranes')?.asks).toContain(
      'are the cranes green energy or what',
    );
    const { source: _source, ...claims } = written;
    const again = announcement(harbour.source.text, claims);
    expect(again.version).toBe(harbour.version);
  });
});

it('knows questions that differ in marks and case alone', () => {
  expect(sameAsk('¿Qué  dijo el ALCALDE?')).toBe(sameAsk('que dijo el alcalde'));
  expect(sameAsk('说了什么？')).toBe(sameAsk('说了什么'));
  expect(sameAsk('a b')).not.toBe(sameAsk('ab'));
});
