import type { Corpus } from './corpus.ts';
import type { Engine } from './engines.ts';
import { sideBySide } from './side-by-side.ts';

// Cost of a question, of building, and in memory, at growing numbers of statements, beside fuse.js and MiniSearch.
//   npm run bench -- search [SIZE…]        sizes default to 25 1000 10000 100000

sideBySide(process.argv.slice(3).map(Number), {
  typed: ({ questions }: Corpus) =>
    questions.map(({ question, sentence }) => ({ typed: question, sentence })),
  find: ({ ask }: Engine) => ask,
  foundWithin: 1,
});
