import { sideBySide } from './side-by-side.ts';

// Cost of the suggestions while somebody types a question, letter by letter, at growing numbers of statements, beside
// fuse.js and MiniSearch. The goal is 99 % under 10 ms at 100,000.
//   npm run bench -- suggest [SIZE…]        sizes default to 25 1000 10000 100000

const questionsTyped = 20;

sideBySide(process.argv.slice(3).map(Number), {
  typed: ({ questions }) =>
    questions
      .slice(0, questionsTyped)
      .flatMap(({ question, sentence }) =>
        Array.from(question, (_, at) => ({ typed: question.slice(0, at + 1), sentence })),
      ),
  find: ({ suggest }) => suggest,
  foundWithin: 5,
});
