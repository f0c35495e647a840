import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, openShelf } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { article as bridge, yamlOf } from './announcement/written.ts';

let home: string;
let article: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'app-'));
  article = join(home, 'news.txt');
  writeFileSync(article, 'The tram is red. “It is slow,” said Ada Lund.');
});
afterAll(() => rmSync(home, { recursive: true }));

/** The settings as they are, but for a lexicon of which one file cannot be used. */
function withBroken(file: string) {
  const lexicon = mkdtempSync(join(home, 'lexicon-'));
  cpSync('data/lexicon', lexicon, { recursive: true });
  writeFileSync(join(lexicon, file), 'stop: [');
  return { ...loadConfig({}), lexicon };
}

/** Whether a list of Spanish words was read. */
const knowsSpanish = () =>
  Object.keys(createRequire(import.meta.url).cache).some((file) => /language-es-es.*wikipedia/.test(file));

it('reads the words of a language when they are first needed, before anything is served', () => {
  const folder = join(home, 'announcements', 'bridge');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'source.txt'), bridge);
  writeFileSync(
    join(folder, 'announcement.yaml'),
    yamlOf('  - { id: may, kind: narration, words: The bridge will open in May. }'),
  );
  const config = { ...loadConfig({}), announcements: join(home, 'announcements') };
  const asked = openDesk(config, 'asking');
  if (asked.kind === 'verified') asked.value.ask({ question: 'when does the bridge open' });
  expect(knowsSpanish()).toBe(false);
  openShelf(config);
  expect(knowsSpanish()).toBe(true);
});

describe('words that cannot be read', () => {
  const [words, meaning] = [join('languages', 'en.yaml'), join('meaning', 'en.yaml')];

  it('are told before anything is served', () => {
    expect(() => openShelf(withBroken(words))).toThrow(words);
    expect(() => openShelf(withBroken(meaning))).toThrow(meaning);
  });

  it('are told when a desk is opened that needs them', () => {
    expect(() => openDesk(withBroken(words), 'asking', article)).toThrow(words);
    expect(() => openDesk(withBroken(meaning), 'checking', article)).toThrow(meaning);
  });

  it('keep nobody from what can do without', () => {
    const asked = openDesk(withBroken(meaning), 'asking', article);
    const checked = openDesk(withBroken(words), 'checking', article);
    if (asked.kind === 'faulty' || checked.kind === 'faulty') throw new Error('The article is fine.');
    expect(asked.value.ask({ question: 'what is slow' }).outcome.kind).toBe('quote');
    expect(checked.value.check({ quote: 'It is slow' }).finding.kind).toBe('verbatim');
  });
});
