import { describe, expect, it } from 'vitest';
import { wordsAt } from '../../src/announcement/statement.ts';
import { announcementOf, article, faultsOf, yamlOf } from './written.ts';

const toll =
  '  - { id: toll, kind: indirect, words: the toll would be two crowns, speaker: lund, cue: said, topics: [toll] }';

describe('a verified announcement', () => {
  it('knows where the words stand, who said them and how they are attributed', () => {
    const [statement] = announcementOf(yamlOf(toll)).statements;
    expect(statement).toMatchObject({ id: 'toll', kind: 'indirect', cue: 'said', place: { paragraph: 2 } });
    expect(statement?.speaker).toMatchObject({ name: 'Ada Lund', role: 'the mayor of Skerry' });
    const start = article.indexOf('the toll');
    expect(statement?.place.spans).toEqual([[start, start + 'the toll would be two crowns'.length]]);
  });

  it('holds a quotation interrupted by its cue as one statement of two spans', () => {
    const words = '["We waited ten years", and nobody will wait again.]';
    const [statement] = announcementOf(
      yamlOf(`  - { id: wait, kind: direct, words: ${words}, speaker: lund }`),
    ).statements;
    expect(statement?.place.spans.map((span) => statement && wordsAt(statement.source, span))).toEqual([
      'We waited ten years',
      'and nobody will wait again.',
    ]);
  });

  it('holds words said twice as one statement with two places', () => {
    const also = 'also: [{ paragraph: 1, words: The bridge will open in May }]';
    const yaml = yamlOf(
      `  - { id: may, kind: narration, words: The bridge will open in May., paragraph: 3, ${also} }`,
    );
    const [statement] = announcementOf(yaml).statements;
    expect(statement?.place.paragraph).toBe(3);
    expect(statement?.also).toEqual([{ paragraph: 1, spans: [[1, 28]] }]);
  });

  it('lists its statements in the order of the source, whatever the order of the file', () => {
    const last = '  - { id: falk, kind: narration, words: Jon Falk was not there. }';
    expect(announcementOf(yamlOf(`${last}\n${toll}`)).statements.map(({ id }) => id)).toEqual([
      'toll',
      'falk',
    ]);
  });

  it('has another version when a statement or the text changes, and only then', () => {
    const version = announcementOf(yamlOf(toll)).version;
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(announcementOf(yamlOf(toll)).version).toBe(version);
    expect(announcementOf(yamlOf(toll.replace('the toll', 'toll'))).version).not.toBe(version);
    expect(announcementOf(yamlOf(toll, `${article}\n`), `${article}\n`).version).not.toBe(version);
  });
});

describe('a faulty announcement', () => {
  it.each([
    [
      'words that are not there',
      'words: the toll would be nine crowns',
      /not in the source/,
      /as far as "the toll would be ".* "two crowns/,
    ],
    [
      'other quotation marks and case',
      'words: "WE waited ten years,\\" she"',
      /not in the source/,
      /Paragraph 2 has "We waited ten years,” she"/,
    ],
    [
      'words that stand in two paragraphs',
      'words: The bridge will open in May',
      /paragraphs 1 and 3/,
      /paragraph:/,
    ],
    [
      'words of another paragraph',
      'words: the toll would be two crowns, paragraph: 1',
      /not stand in paragraph 1/,
      /paragraph 2/,
    ],
    ['a paragraph that does not exist', 'words: the toll, paragraph: 9', /no such paragraph/, /It has 3/],
    ['half a word', 'words: aited ten years', /not as a piece/, /whole words/],
    [
      'words that run from one paragraph into the next',
      'words: "Skerry.\\n\\nLund"',
      /not as a piece/,
      /each paragraph/,
    ],
    ['pieces in the wrong order', 'words: [she added, We waited ten years]', /do not follow/, /order/],
    ['an unknown speaker', 'words: the toll would be two crowns, speaker: lundt', /"lundt"/, /lund, falk/],
    ['an unknown topic', 'words: the toll would be two crowns, topics: [tolls]', /"tolls"/, /toll/],
    ['a cue that is not there', 'words: the toll would be two crowns, cue: shouted', /"shouted"/, /cue/],
    ['an unknown key', 'words: the toll would be two crowns, speakr: lund', /"speakr"/, /spelling/],
    [
      'a number where text belongs',
      'words: the toll would be two crowns, asks: [2030]',
      /must be text/,
      /quotation marks/,
    ],
  ])('names %s', (_, rest, problem, remedy) => {
    const faults = faultsOf(yamlOf(`  - { id: s1, kind: indirect, ${rest} }`));
    expect(faults).toHaveLength(1);
    const [fault] = faults;
    expect(fault).toMatchObject({ file: 'announcement.yaml', line: 10, statement: 's1' });
    expect(fault?.problem).toMatch(problem);
    expect(fault?.remedy).toMatch(remedy);
  });

  it('asks for more words where they stand twice in one paragraph', () => {
    const text = 'Yes, she said. Yes, she said again.';
    const [fault] = faultsOf(
      yamlOf('  - { id: yes, kind: indirect, words: "Yes, she said" }', text, '').replace(
        'The bridge',
        'Yes',
      ),
      text,
    );
    expect(fault?.problem).toMatch(/more than once in paragraph 1/);
  });

  it.each([
    ['calls unquoted words direct', 'kind: direct, words: the toll would be two crowns', /quotation marks/],
    [
      'gives narration a speaker',
      'kind: narration, words: Jon Falk was not there., speaker: lund',
      /no speaker/,
    ],
    ['gives narration a cue', 'kind: narration, words: Jon Falk was not there., cue: was', /no cue/],
    ['invents a kind', 'kind: shouted, words: Jon Falk was not there.', /not known/],
    ['has no words', 'kind: narration', /words/],
  ])('is found when it %s', (_, rest, problem) => {
    const faults = faultsOf(yamlOf(`  - { id: s1, ${rest} }`));
    expect(faults.map((fault) => fault.problem)).toEqual([expect.stringMatching(problem)]);
  });

  it('is told of names, roles and a label that are not words of the source', () => {
    const others = 'people:\n  - { id: a, name: Ada Lunt, role: queen of Skerry }\n';
    const yaml = yamlOf('  - { id: s1, kind: narration, words: Jon Falk was not there. }', article, others);
    const faults = faultsOf(yaml.replace('label: The bridge', 'label: Big news'));
    expect(faults.map(({ line, problem }) => [line, problem])).toEqual([
      [1, 'The label is not words of the source.'],
      [5, 'The name is not words of the source.'],
      [5, 'The role is not words of the source.'],
    ]);
  });

  it("may not use an id, a name or a statement's words twice", () => {
    const others =
      'people:\n  - { id: a, name: Ada Lund, aliases: [boss] }\n  - { id: b, name: Jon Falk, aliases: [Boss] }\n';
    const yaml = yamlOf(
      `${toll.replace('speaker: lund', 'speaker: a').replace(', topics: [toll]', '')}
  - { id: toll, kind: narration, words: Jon Falk was not there. }
  - { id: again, kind: narration, words: Jon Falk was not there. }`,
      article,
      others,
    );
    expect(faultsOf(yaml).map(({ line, problem }) => [line, problem])).toEqual([
      [6, '"boss" is a name of "a" too.'],
      [9, 'The id "toll" is used twice.'],
      [10, 'These are the same words as those of "toll".'],
    ]);
  });

  it('may not both answer a question and leave it unanswered', () => {
    const yaml = yamlOf(`${toll.replace('topics: [toll]', 'asks: [how much is it?]')}
notSaid:
  - { about: prices, asks: [How much is it?] }`);
    expect(faultsOf(yaml)).toMatchObject([{ line: 12, problem: expect.stringMatching(/"toll"/) }]);
  });

  it('is noticed when the text was changed after it was written', () => {
    const [fault, ...more] = faultsOf(yamlOf(toll), `${article}!`);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ line: 3, problem: expect.stringMatching(/not the text/) });
  });

  it('is told all its faults at once, in the order of the file', () => {
    const faults = faultsOf(
      yamlOf(`  - { id: a, kind: direct, words: nowhere at all, speaker: x }
  - { id: a, kind: narration, words: nor this }`),
    );
    expect(faults.map(({ line }) => line)).toEqual([10, 10, 11, 11]);
  });

  it('is told what is wrong with its words although its form is wrong too', () => {
    const faults = faultsOf(
      yamlOf(`  - { id: a, kind: shouted, words: Jon Falk was not there. }
  - { id: b, kind: narration, words: nowhere at all }
  - { id: c, kind: narration, words: Jon Falk was not there., speakr: lund }
  - { id: d, kind: narration, words: neither here }`),
    );
    expect(faults.map(({ line, statement }) => [line, statement])).toEqual([
      [10, 'a'],
      [11, 'b'],
      [12, 'c'],
      [13, 'd'],
    ]);
  });

  it('may not list other words as the same said elsewhere', () => {
    const also = 'also: [{ paragraph: 3, words: Jon Falk was not there }]';
    const [fault] = faultsOf(yamlOf(`${toll.replace(' }', `, ${also} }`)}`));
    expect(fault).toMatchObject({ line: 10, problem: expect.stringMatching(/not a part/) });
  });
});
