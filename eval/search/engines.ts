import Fuse from 'fuse.js';
import MiniSearch, { type Options } from 'minisearch';
import type { Announcement } from '../../src/announcement/announcement.ts';
import type { Statement } from '../../src/announcement/statement.ts';
import type { Lexicon } from '../../src/search/compile-lexicon.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { stemmerOf } from '../../src/search/text/stem.ts';
import type { Quoted } from './labelled.ts';

/** What an engine says to a question: its best first, and whether it would answer at all. */
interface Reply {
  readonly answered: boolean;
  readonly confidence: number;
  readonly list: readonly Quoted[];
}

export interface Engine {
  readonly name: string;
  prepare(announcement: Announcement): (question: string) => Reply;
}

/** Ours. */
export function verbatim(lexicon: Lexicon): Engine {
  return {
    name: 'Verbatim',
    prepare(announcement) {
      const search = createSearch(announcement, lexicon);
      return (question) => {
        const outcome = search.ask(question);
        if (outcome.kind === 'small-talk') return { answered: false, confidence: 0, list: [] };
        const all = outcome.kind === 'quote' ? [outcome.best, ...outcome.others] : outcome.nearest;
        return {
          answered: outcome.kind === 'quote',
          confidence: all[0]?.confidence ?? 0,
          list: all.map(({ statement, span }) => ({ span, speaker: statement.speaker?.name ?? null })),
        };
      };
    },
  };
}

/** fuse.js as most bots use it: the whole question against every statement, answered whenever it finds something. */
export const plainFuse: Engine = {
  name: 'fuse.js, plain',
  prepare({ statements }) {
    const fuse = new Fuse(textsOf(statements), { keys: ['text'], includeScore: true, ignoreLocation: true });
    return (question) => {
      const found = fuse.search(question, { limit: 10 });
      return {
        answered: found.length > 0,
        confidence: 1 - (found[0]?.score ?? 1),
        list: found.map(({ item }) => item.quoted),
      };
    };
  },
};

const stop = new Set(
  `a about all also am an and any are as at be been but by can could did do does for from had has have he her his how i
  if in is it its just me my no not of on or our she should so some such than that the their them then there these they
  this those to too was we were what when where which while who whom whose why will with would you your`.split(
    /\s+/,
  ),
);

/** MiniSearch with its defaults. */
export const plainMiniSearch = miniSearch('MiniSearch, plain', {});

/**
 * MiniSearch as it does best here: fuzzy 0.2, prefixes, speakers as a field, and of the language its Snowball stems, the
 * runtime's words where it is written without spaces, and for English stop words.
 */
export function tunedMiniSearch(language: string): Engine {
  const stem = stemmerOf(language);
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const isStop = (term: string) => language === 'en' && stop.has(term);
  return miniSearch('MiniSearch, tuned', {
    ...(/^(?:ja|km|lo|my|th|zh)$/.test(language) && {
      tokenize: (text: string) =>
        [...words.segment(text)].filter((one) => one.isWordLike).map((one) => one.segment),
    }),
    processTerm: (term) => (isStop(term.toLowerCase()) ? null : stem(term.toLowerCase())),
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
}

function miniSearch(name: string, options: Partial<Options<ReturnType<typeof textsOf>[number]>>): Engine {
  return {
    name,
    prepare({ statements }) {
      const mini = new MiniSearch({ fields: ['text', 'speaker'], ...options });
      const texts = textsOf(statements);
      mini.addAll(texts);
      return (question) => {
        const found = mini.search(question).slice(0, 10);
        return {
          answered: found.length > 0,
          confidence: found[0]?.score ?? 0,
          list: found.flatMap(({ id }) => texts[id]?.quoted ?? []),
        };
      };
    },
  };
}

function textsOf(statements: readonly Statement[]) {
  return statements.map(({ source, place, speaker }, id) => {
    const [first] = place.spans;
    const last = place.spans.at(-1);
    const span = [first?.[0] ?? 0, last?.[1] ?? 0] as const;
    return {
      id,
      text: place.spans.map((one) => source.text.slice(...one)).join(' '),
      speaker: speaker?.name ?? '',
      quoted: { span, speaker: speaker?.name ?? null },
    };
  });
}
