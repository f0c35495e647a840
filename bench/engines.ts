import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Lexicon } from '../src/search/compile-lexicon.ts';
import { createSearch } from '../src/search/create-search.ts';
import { stemmerOf } from '../src/search/text/stem.ts';
import type { Corpus } from './corpus.ts';

/** What is typed to the numbers of sentences, best first. */
type Find = (typed: string) => readonly number[];

export interface Engine {
  readonly ask: Find;
  /** While somebody types: the last word may go on. At most as many as Discord shows. */
  readonly suggest: Find;
}

/** What Discord shows at most. */
const choices = 25;

/** Makes a corpus searchable, in each of the ways that are compared; ours first. */
export const engines: Readonly<Record<string, (corpus: Corpus, lexicon: Lexicon) => Engine>> = {
  Verbatim({ announcement }, lexicon) {
    const search = createSearch(announcement, lexicon);
    const number = new Map(announcement.statements.map(({ id }, at) => [id, at]));
    return {
      ask(question) {
        const outcome = search.ask(question);
        if (outcome.kind === 'small-talk') return [];
        const all = outcome.kind === 'quote' ? [outcome.best, ...outcome.others] : outcome.nearest;
        return all.map(({ statement }) => number.get(statement.id) ?? -1);
      },
      suggest: (typed) =>
        search
          .suggest(typed, choices)
          .flatMap((one) => (one.kind === 'statement' ? [number.get(one.statement.id) ?? -1] : [])),
    };
  },
  'MiniSearch, tuned'({ sentences }) {
    const stem = stemmerOf('en');
    const stop = new Set('what did they say about the of and to in is was for it'.split(' '));
    const mini = new MiniSearch({
      fields: ['text'],
      processTerm: (term) => (stop.has(term.toLowerCase()) ? null : stem(term.toLowerCase())),
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    mini.addAll(sentences.map((text, id) => ({ id, text })));
    const first = (typed: string, most: number, prefix: boolean | typeof isLast) =>
      mini
        .search(typed, { prefix })
        .slice(0, most)
        .map(({ id }) => id);
    return {
      ask: (question) => first(question, 10, true),
      suggest: (typed) => first(typed, choices, isLast),
    };
  },
  'fuse.js, default'({ sentences }) {
    const fuse = new Fuse(sentences, { includeScore: true, ignoreLocation: true });
    return fused(fuse);
  },
  'fuse.js, token search'({ sentences }) {
    const fuse = new Fuse(sentences, { includeScore: true, ignoreLocation: true, useTokenSearch: true });
    return fused(fuse);
  },
};

function isLast(_: string, at: number, words: readonly string[]): boolean {
  return at === words.length - 1;
}

function fused(fuse: Fuse<string>): Engine {
  const find = (limit: number) => (typed: string) =>
    fuse.search(typed, { limit }).map(({ refIndex }) => refIndex);
  return { ask: find(10), suggest: find(choices) };
}
