/** What the project claims of itself, and the command that shows it. */
export interface Claim {
  readonly title: string;
  /** What is claimed, in a sentence or two. */
  readonly text: string;
  /** Arguments of `npm run --silent`. */
  readonly command: readonly string[];
  /** Which lines of the output are its figures. */
  readonly figures: RegExp;
}

export const claims: readonly Claim[] = [
  {
    title: 'Every word that is shipped stands in its source',
    text: 'Each statement of each announcement is found in its source, to the character; so are the names and roles.',
    command: ['cli', '--', 'verify'],
    figures: /\S/,
  },
  {
    title: 'Answers: the right words, or none',
    text: 'Questions by strangers that nothing was learned from, about five announcements: how many get the right statement or the right refusal, how many questions about what was not said get an answer all the same (false), and how many answers are wrong. Only the shipped announcement has asks. Beside fuse.js and MiniSearch.',
    command: ['eval', '--', 'search', 'eval/unseen'],
    figures: /^(?:\S[^\d]*$|\s+n\s|all\s|china-venezuela\s)/,
  },
  {
    title: 'Answers: the questions that the weights were learned with',
    text: 'The same over eight announcements. These questions were seen, so this is how well they are fitted, not what to expect.',
    command: ['eval', '--', 'search'],
    figures: /^(?:\S[^\d]*$|\s+n\s|all\s|china-venezuela\s)/,
  },
  {
    title: 'Checks: a quote is verbatim, or what was changed is shown',
    text: 'Labelled quotes, true and altered.',
    command: ['eval', '--', 'check'],
    figures: /\S/,
  },
  {
    title: 'Extraction: who said what, proposed for a person to accept',
    text: 'Labelled announcements: how many of the statements in them are proposed with all words, the right kind, name and role; leaked: proposed though nobody said it.',
    command: ['eval', '--', 'extract'],
    figures: /\S/,
  },
  {
    title: 'A bulletin goes out once',
    text: 'Bulletins published by processes that crash all along, in simulation: none is lost, none goes out twice, nobody is notified who was not ticked.',
    command: ['prove', '--', 'bulletins', '--count', '5000', '--seed', '1'],
    figures: /\S/,
  },
  {
    title: 'Bad input gets a kind answer, and nothing else happens',
    text: 'Named bad inputs (texts, markup, payloads, numbers, dates, ids, files, requests, events) on every path into the programs. Each gets words that a person can use, notifies nobody, and breaks nothing: the next question is answered.',
    command: ['prove', '--', 'inputs'],
    figures: /\S/,
  },
  {
    title: 'A command takes only what it needs to start',
    text: 'Processor time of a command and all that it starts, in seconds, median and least: it starts, answers one line of its input and ends. A first run, which translates the program, is not counted.',
    command: ['bench', '--', 'start'],
    figures: /\S/,
  },
  {
    title: 'Asking costs little, also of long texts',
    text: 'One question at growing numbers of statements, beside fuse.js and MiniSearch.',
    command: ['bench', '--', 'search', '25', '1000'],
    figures: /\S/,
  },
  {
    title: 'Suggestions keep up with typing',
    text: 'Every letter of questions typed one after another, beside fuse.js and MiniSearch; found: the right sentence among the first five, counted from the first letter on. The goal is 99 % under 10 ms at 100,000 statements. An engine that took two seconds at one size is not tried at a larger one.',
    command: ['bench', '--', 'suggest'],
    figures: /\S/,
  },
  {
    title: 'Checking costs little, also of long texts',
    text: 'One check by kind of quote, beside a diff against every statement.',
    command: ['bench', '--', 'check', '1000'],
    figures: /\S/,
  },
  {
    title: 'The whole bot under load',
    text: 'From INTERACTION_CREATE to its callback on a loopback Discord, beside a bare discord.js bot that answers "pong". The two take turns. Processor: time of the bot per interaction; busy: of the bot and of Discord’s stand-in, of one core. The goal is 0.8 of the bare bot.',
    command: ['bench', '--', 'load'],
    figures: /\S/,
  },
  {
    title: 'Many servers',
    text: 'Time to ready and memory, each server with ten roles and twenty channels, beside a bare discord.js bot.',
    command: ['bench', '--', 'guilds'],
    figures: /\S/,
  },
  {
    title: 'Memory, timers and handles under use',
    text: 'People use everything; heap, timers and handles are looked at all along. At first the caches fill, each of which has a limit; from then on the heap must surely grow by less for each act than the least that could be kept of one. For longer: `--seconds 3600`.',
    command: ['bench', '--', 'soak', '--seconds', '60'],
    figures: /\S/,
  },
];
