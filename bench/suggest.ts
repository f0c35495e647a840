import { createSearch } from '../src/search/create-search.ts';
import { loadLexicon } from '../src/search/lexicon.ts';
import { corpusOf } from './corpus.ts';
import { print, quantile, row } from './figures.ts';

// Cost of the suggestions while somebody types a question, letter by letter, at growing numbers of statements.
//   npm run bench -- suggest [SIZE…]        sizes default to 25 1000 10000 100000

const given = process.argv.slice(3).map(Number);
const sizes = given.length > 0 ? given : [25, 1_000, 10_000, 100_000];
/** What Discord shows at most. */
const choices = 25;
const questionsTyped = 20;

const widths = [10, 10, 10, 10, 8];
const lexicon = loadLexicon('data/lexicon');
print(row(['statements', 'median ms', '99 % ms', 'longest ms', 'typed'], widths));
for (const size of sizes) {
  const { announcement, questions } = corpusOf(size, lexicon.background);
  const search = createSearch(announcement, lexicon);
  for (const { question } of questions.slice(questionsTyped, questionsTyped + 20))
    search.suggest(question, choices);
  const times: number[] = [];
  for (const { question } of questions.slice(0, questionsTyped)) {
    for (let typed = 1; typed <= question.length; typed++) {
      // Of three times the middle one: what the work takes, not what else the machine does.
      const three = [1, 2, 3].map(() => timed(() => search.suggest(question.slice(0, typed), choices)));
      times.push(quantile(three, 0.5));
    }
  }
  const at = (share: number) => quantile(times, share).toFixed(2);
  print(row([size, at(0.5), at(0.99), at(1), times.length], widths));
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
