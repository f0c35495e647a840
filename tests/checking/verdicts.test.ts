import { describe, expect, it } from 'vitest';
import { wordsAt } from '../../src/announcement/statement.ts';
import type { Finding } from '../../src/checking/finding.ts';
import { checkOf, noted, told } from './checks.ts';

const { check } = checkOf('eval/announcements/norrhaven-sulamai-trade');
const judge = (quote: string, speaker: string | null = null): Finding => check({ quote, speaker });
const reef =
  "Norrhaven's boats may take 18,000 tonnes of silverfin a year in our outer waters, and not one kilo inside the reef";

describe('words that were said', () => {
  it.each([
    ['as printed', reef, []],
    ['in other capitals', 'THE REEF WAS NEVER ON THE TABLE', ['capitals']],
    [
      'with other quotation marks',
      'Norrhaven’s boats may take 18,000 tonnes of silverfin',
      ['quotation-marks'],
    ],
    ['with a mark of its own at the end', 'The reef was never on the table!!', ['end-mark']],
    ['with more spaces', 'The reef  was\nnever on the table', ['spaces']],
    ['in fullwidth letters', 'Ｔhe reef was never on the table', ['characters']],
    ['with a character nobody sees', 'The re\u00adef was nev\u200ber on the table', ['invisible-characters']],
    [
      'without a comma',
      "Norrhaven's boats may take 18,000 tonnes of silverfin a year in our outer waters and not one kilo inside the reef",
      ['punctuation'],
    ],
  ])('are verbatim %s', (_, quote, forms) => {
    const finding = judge(quote, 'Tsao Mei-lin');
    expect(finding.kind).toBe('verbatim');
    expect(noted(finding).filter((note) => note !== 'left-out')).toEqual(forms);
  });

  it('are verbatim in letters of another script that look the same, and that is said', () => {
    const finding = judge('The rееf was never on the table', 'Tsao');
    expect([finding.kind, ...noted(finding)]).toEqual(['verbatim', 'lookalikes']);
  });

  it('are verbatim where the article relays them, and that is said', () => {
    const finding = judge('duties on timber, machine parts and wool would fall to zero', 'Brenn');
    expect([finding.kind, ...noted(finding)]).toEqual(['verbatim', 'reported']);
  });

  it('are verbatim across the cue that interrupts them', () => {
    const finding = judge(
      'This is not the agreement either of us would have written alone. It is the one we could both sign without lowering our eyes.',
      'Halvard Brenn',
    );
    expect([finding.kind, ...noted(finding)]).toEqual(['verbatim', 'interrupted']);
  });

  it('are verbatim with the words around them that the article adds', () => {
    const finding = judge('We carry more cousins than containers," he noted', null);
    expect(finding.kind).toBe('verbatim');
    expect(noted(finding)).toContain('with-narration');
  });

  it('are verbatim when one or two, and that is said', () => {
    expect(noted(judge('breadfruit tree'))).toEqual(['very-short']);
    expect(judge('friendship treaty').kind).toBe('not-found');
  });

  it('are verbatim with a declared omission, and the gap is shown', () => {
    const finding = judge(
      "Norrhaven's boats may take 18,000 tonnes of silverfin … in our outer waters",
      'Tsao',
    );
    expect([finding.kind, ...noted(finding)]).toEqual(['verbatim', 'gap', 'left-out']);
  });

  it("are verbatim with an editor's bracket for a word that names nothing", () => {
    expect(judge('[the contract] "a leap with the eyes open"').kind).toBe('altered');
    expect(noted(judge('[They] carry more cousins than containers', 'Benhaddou'))).toEqual(['bracketed']);
    expect(judge('[W]e carry more cousins than containers', 'Benhaddou').kind).toBe('verbatim');
  });

  it('show the condition that an excerpt leaves out', () => {
    const finding = judge('the present tariffs remain in force until the end of next year');
    expect(noted(finding)).toContain('left-out');
  });
});

describe('words that were changed', () => {
  it.each([
    ['a negation dropped', 'The reef was on the table', ['never →  (negation)']],
    ['a negation added', 'We do not carry more cousins than containers', [' → do not (negation)']],
    ['a number', reef.replace('18,000', '80,000'), ['18,000 → 80,000 (number)']],
    [
      'a number word',
      'those on cheese and butter would be phased out over nine years',
      ['seven → nine (number)'],
    ],
    ['a name', 'no sawmill in Brekkesund loses a single order', ['Torvik → Brekkesund (place)']],
    ['a date', 'The Sulamai house of elders votes on 19 April', ['9 → 19 (date)']],
    ['an opposite', 'Brenn accepted the criticism', ['rejected → accepted (antonym)']],
    [
      'an amount',
      'a fund of 90 billion crowns stands ready to retrain workers',
      ['million → billion (number)'],
    ],
  ])('are altered: %s', (_, quote, differences) => {
    const finding = judge(quote);
    expect(finding.kind).toBe('altered');
    expect(told(finding)).toEqual(differences);
  });

  it('are altered where an excerpt begins just after the negation', () => {
    const finding = judge('one kilo inside the reef', 'Tsao');
    expect(told(finding)).toEqual(['not →  (negation)']);
    expect(told(judge('sawmill in Torvik loses a single order under the accord', 'Brenn'))).toEqual([
      'no →  (negation)',
    ]);
  });

  it('are altered where a declared omission hides the negation', () => {
    const finding = judge('This is … the agreement either of us would have written alone', 'Brenn');
    expect(told(finding)).toEqual(['not →  (negation)']);
  });

  it('are altered where a bracket puts in a negation or another name', () => {
    expect(judge('We [do not] carry more cousins than containers', 'Benhaddou').kind).toBe('altered');
    expect(judge('no sawmill in [Brekkesund] loses a single order', 'Brenn').kind).toBe('altered');
  });

  it('are altered where two statements are made one', () => {
    const finding = judge(
      'The reef was never on the table, which is about when people will know whether we did our work well',
      'Tsao',
    );
    expect([finding.kind, ...noted(finding)]).toEqual(['altered', 'spliced']);
  });

  it('are altered where a mark makes another sentence', () => {
    expect(judge('No, sawmill in Torvik loses a single order under the accord').kind).toBe('altered');
    expect(judge('We carry more cousins? than containers').kind).toBe('altered');
  });

  it('are altered whoever is named, and a wrong name is said beside it', () => {
    const finding = judge('The reef was on the table', 'Brenn');
    expect([finding.kind, ...noted(finding)]).toEqual(['altered', 'other-speaker']);
  });

  it('are altered where a point, a sign or a superscript makes another number', () => {
    for (const number of ['18.000', '1,8000', '-18,000', '18,000²', '18,000%', '$18,000']) {
      expect(judge(reef.replace('18,000', number)).kind, number).toBe('altered');
    }
  });
});

describe('words of somebody else', () => {
  it.each([
    ['another person', 'The reef was never on the table', 'Brenn'],
    ['a person only spoken about', 'We carry more cousins than containers', 'the Amanua Line'],
    ['a name nobody has', 'We carry more cousins than containers', 'Wang Yi'],
    [
      'a person, where the article narrates',
      'the two delegations planted a breadfruit tree in the courtyard',
      'Tsao',
    ],
  ])('are misattributed to %s', (_, quote, speaker) => {
    expect(judge(quote, speaker).kind).toBe('misattributed');
  });
});

describe('words of nobody', () => {
  it.each([
    'We will lend the islands ten billion crowns',
    'Fishing is the soul of our nation',
    'The accord is a disaster for both of our countries and I will not sign it',
    'asdf qwer zxcv',
    'Trade wars are good, and easy to win',
  ])('are not found: %s', (quote) => {
    expect(judge(quote).kind).toBe('not-found');
  });

  it('are not found where one of two words stands beside a word that names nothing', () => {
    expect(judge('child labour').kind).toBe('not-found');
  });

  it.each([
    ['fishing rights should have been given to us', 'fishing rights'],
    ['we will never sell our vanilla to Norrhaven', 'vanilla'],
  ])('come with the nearest statement where one is near: %s', (quote, part) => {
    const finding = judge(quote);
    const nearest = finding.kind === 'not-found' ? finding.nearest : null;
    expect(nearest?.place.spans.map((span) => wordsAt(nearest.source, span)).join(' ')).toContain(part);
  });

  it.each(['free trade for everyone', 'the ferries are too expensive for families', 'child labour'])(
    'come alone where nothing is near: %s',
    (quote) => {
      expect(judge(quote)).toMatchObject({ kind: 'not-found', nearest: null });
    },
  );

  it('are told from words that cannot be checked', () => {
    expect(judge('…!?').kind).toBe('empty');
    expect(judge('a'.repeat(12_001)).kind).toBe('too-long');
  });
});

describe('cases of doubt in the shipped announcement', () => {
  const shipped = checkOf('data/announcements/china-venezuela');

  it('a sentence that the article relays or says itself is taken for either', () => {
    const quote = 'Next year will mark the 50th anniversary of diplomatic ties';
    const finding = shipped.check({ quote, speaker: 'Xi' });
    expect([finding.kind, ...noted(finding)]).toEqual(['verbatim', 'perhaps-narration']);
    expect(shipped.check({ quote, speaker: 'Sun' }).kind).toBe('misattributed');
  });

  it('an abbreviation without its points is another word, and not another country', () => {
    expect(told(shipped.check({ quote: 'US sanctions, and COVID-19', speaker: 'Song' }))).toEqual([
      'U.S → US',
    ]);
  });

  it('a quote in another script is not found, and it is said why', () => {
    expect(noted(shipped.check({ quote: '中国支持委内瑞拉', speaker: null }))).toEqual(['other-script']);
  });

  it('parts of two statements are altered though the omission is declared', () => {
    const quote = 'China is willing to import … the International Lunar Research Station';
    const finding = shipped.check({ quote, speaker: 'Xi' });
    expect([finding.kind, ...noted(finding)]).toEqual(['altered', 'spliced']);
  });
});
