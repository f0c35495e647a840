import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../src/announcement/plain-text.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { verify } from '../../src/announcement/verify.ts';
import { consider } from '../../src/search/answer.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';
import { prepare } from '../../src/search/prepare.ts';
import { readQuestion } from '../../src/search/question/read-question.ts';

const lexicon = loadLexicon('data/lexicon');

function announcementOf(text: string) {
  const verified = verify(draftOfText(text, 'text', 'text.txt'));
  if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
  return verified.value;
}

const english = announcementOf(
  'The old lighthouse on the island was painted by a sailor in 1911. Every winter thousands of birds rest on its roof.\n\n' +
    'The harbour closed its swimming pool in May because the tiles were slippery. The mayor paid the fishermen for their broken nets.',
);
const spanish = announcementOf(
  'El viejo faro de la isla fue pintado por un marinero en 1911. Cada invierno miles de aves descansan en su tejado.\n\n' +
    'El puerto cerró su piscina en mayo porque las baldosas estaban resbaladizas. El alcalde pagó a los pescadores por sus redes rotas.',
);

/** The first words of what comes first for a question. */
function firstFor(question: string, announcement: ReturnType<typeof announcementOf>): string {
  const parts = prepare(announcement, lexicon);
  const { ranked } = consider(readQuestion(question, parts.questionReader), null, parts).eligible;
  const statement = announcement.statements[ranked[0]?.doc ?? -1];
  return statement === undefined ? '' : wordsAt(statement.source, statement.place.spans[0] ?? [0, 0]);
}

describe('a question in another language than the text', () => {
  test.each([
    ['¿Quién pintó el faro?', 'The old lighthouse'],
    ['¿por qué cerraron la piscina?', 'The harbour closed'],
    ['¿Dónde descansan las aves en invierno?', 'Every winter'],
    ['灯塔是谁刷的?', 'The old lighthouse'],
    ['游泳池为什么关闭了?', 'The harbour closed'],
    ['Wer hat den Leuchtturm gestrichen?', 'The old lighthouse'],
    ['Wer hat die Fischer bezahlt?', 'The mayor paid'],
    ['Quem pagou aos pescadores?', 'The mayor paid'],
    ['Кто заплатил рыбакам?', 'The mayor paid'],
    ['Qui a payé les pêcheurs ?', 'The mayor paid'],
  ])('finds it by what its words may mean: %s', (question, begins) => {
    expect(firstFor(question, english)).toMatch(new RegExp(`^${begins}`));
  });

  test.each([
    ['who painted the lighthouse', 'El viejo faro'],
    ['why did they close the pool', 'El puerto cerró'],
    ['Wer hat den Leuchtturm gemalt?', 'El viejo faro'],
  ])('may be English, or neither: %s', (question, begins) => {
    expect(firstFor(question, spanish)).toMatch(new RegExp(`^${begins}`));
  });

  test('is met by what means the same as a translation, where no group has the language itself', () => {
    const trade = announcementOf(
      'China will import more products next year. The lighthouse stays closed for repairs.',
    );
    expect(firstFor('Кто купит товары?', trade)).toMatch(/^China will import/);
  });

  test('shows a moderator by which words it was met', () => {
    const outcome = createSearch(english, lexicon).ask('¿Por qué cerró el puerto la piscina en mayo?');
    const best =
      outcome.kind === 'quote' ? outcome.best : outcome.kind === 'not-said' ? outcome.nearest[0] : undefined;
    expect(best?.because).toContainEqual(
      expect.objectContaining({ asked: 'cerro', met: 'close', how: 'translation' }),
    );
  });

  test('is met by English ways of asking that somebody wrote down', () => {
    const [first, ...others] = english.statements;
    if (first === undefined) throw new Error('no statement');
    const announcement = {
      ...english,
      statements: [{ ...first, asks: ['who gave the tower its colour'] }, ...others],
    };
    const parts = prepare(announcement, lexicon);
    const { everything } = consider(
      readQuestion('¿Qué color tiene la torre?', parts.questionReader),
      null,
      parts,
    );
    expect(everything.view.written.ofStatements.get(0)?.closest).toBeGreaterThan(0.3);
  });

  test('keeps a German word from being taken for a misspelt English one', () => {
    const parts = prepare(
      announcementOf('They sold the harbour to a company from the north last May.'),
      lexicon,
    );
    const { terms } = readQuestion('Wer hat den Hafen gekauft und was kostete er?', parts.questionReader);
    expect(terms.map(({ word }) => word)).toContain('hafen');
  });
});
