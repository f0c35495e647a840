import { auroc } from '../search/figures.ts';
import type { Judged } from './model.ts';

/** Prints what models made of examples they had not seen. */
export function report(judged: readonly Judged[]): void {
  const texts = judged.filter(({ example }) => example.source === 'text');
  const abroad = judged.filter(({ example }) => example.source === 'abroad');
  const bare = judged.filter(({ example }) => example.source === 'announcement' && example.rich === 0);
  const rich = judged.filter(({ example }) => example.source === 'announcement' && example.rich > 0);
  const strangers = judged.filter(({ example }) => example.source === 'strangers');

  print('\nheld out                                   n   R@1   R@3');
  recall(
    'texts',
    texts.filter(({ example }) => example.kind === 'answerable'),
  );
  recall(
    'texts, misspelt',
    texts.filter(({ example }) => example.kind === 'answerable, misspelt'),
  );
  recall(
    'texts, asked in other languages',
    abroad.filter(({ example }) => example.kind === 'answerable'),
  );
  for (const group of new Set(bare.map(({ example }) => example.group))) {
    recall(
      group,
      bare.filter(({ example }) => example.group === group),
    );
  }
  recall('all announcements', bare);
  recall('announcements with asks', rich);

  print(
    '\n            announcements           with asks and notSaid    texts                 foreign        only',
  );
  print(
    'threshold   overall  right  false   overall  right  false   answered  right    clean misspelt  looks so',
  );
  for (let at = 0.15; at < 0.86; at += 0.05) {
    const kinds = ['foreign', 'foreign, misspelt', 'adversarial'].map((kind) =>
      answered(
        texts.filter(({ example }) => example.kind === kind),
        at,
      ),
    );
    const answerable = texts.filter(({ example }) => example.kind.startsWith('answerable'));
    const right = share(answerable, ({ rank, confidence }) => rank === 1 && confidence >= at);
    print(
      [
        at.toFixed(2).padEnd(10),
        ...balance(bare, at),
        ' ',
        ...balance(rich, at),
        '   ',
        percent(answered(answerable, at)),
        percent(right),
        '  ',
        ...kinds.map(percent),
      ].join('  '),
    );
  }
  print('\nquestions about other announcements that are answered: without asks, with them');
  for (let at = 0.15; at < 0.86; at += 0.1) {
    const kinds = [(rich: number) => rich === 0, (rich: number) => rich > 0].map((wanted) =>
      answered(
        strangers.filter(({ example }) => wanted(example.rich)),
        at,
      ),
    );
    print([at.toFixed(2).padEnd(10), ...kinds.map(percent)].join('  '));
  }
  print(
    '\nwhat the confidence says, and how often the first statement is right: announcements, with asks, texts',
  );
  const asked = texts.filter(({ example }) => !example.kind.startsWith('adversarial'));
  for (const from of bins) {
    print(
      [
        `${from.toFixed(1)}-${(from + 0.2).toFixed(1)}`,
        ...[bare, rich, asked].map((some) => reliability(some, from)),
      ].join('    '),
    );
  }
  print(`error     ${[bare, rich, asked].map((some) => percent(calibrationError(some))).join('    ')}`);
  const of = (some: readonly Judged[]) => some.map(({ confidence }) => confidence);
  const kind = (name: string) => of(texts.filter(({ example }) => example.kind === name));
  const split = (some: readonly Judged[]) =>
    auroc(
      of(some.filter(({ example }) => example.right.size > 0)),
      of(some.filter(({ example }) => example.right.size === 0)),
    );
  print(
    `\nAUROC, answerable against not: announcements ${percent(split(bare))}, with asks ${percent(split(rich))}; ` +
      `texts against foreign ${percent(auroc(kind('answerable'), kind('foreign')))}, ` +
      `misspelt ${percent(auroc(kind('answerable, misspelt'), kind('foreign, misspelt')))}, ` +
      `in other languages ${percent(split(abroad))}`,
  );
}

function recall(name: string, some: readonly Judged[]): void {
  const answerable = some.filter(({ example }) => example.right.size > 0);
  const at = (k: number) => share(answerable, ({ rank }) => rank >= 1 && rank <= k);
  print(`${name.padEnd(40)} ${String(answerable.length).padStart(4)} ${percent(at(1))} ${percent(at(3))}`);
}

/** Overall, right answers among the answerable, answers among the unanswerable. */
function balance(some: readonly Judged[], at: number): string[] {
  const isRight = ({ example, rank, confidence }: Judged) =>
    example.right.size > 0 ? rank === 1 && confidence >= at : confidence < at;
  const yes = some.filter(({ example }) => example.right.size > 0);
  const no = some.filter(({ example }) => example.right.size === 0);
  return [share(some, isRight), share(yes, isRight), answered(no, at)].map(percent);
}

/** Where bins of confidence begin. */
const bins = [0, 0.2, 0.4, 0.6, 0.8] as const;

const among = (some: readonly Judged[], from: number) =>
  some.filter(({ confidence }) => confidence >= from && (confidence < from + 0.2 || from === 0.8));
const mean = (some: readonly Judged[]) =>
  some.reduce((sum, { confidence }) => sum + confidence, 0) / some.length;
const right = ({ rank }: Judged) => rank === 1;

/** How many have a confidence from here to 0.2 above, its mean, and the share of them that is right. */
function reliability(some: readonly Judged[], from: number): string {
  const here = among(some, from);
  return `${String(here.length).padStart(5)} ${percent(mean(here))} ${percent(share(here, right))}`;
}

/** Expected calibration error over five bins (Naeini, Cooper, Hauskrecht, AAAI 2015). */
function calibrationError(some: readonly Judged[]): number {
  return bins.reduce<number>((sum, from) => {
    const here = among(some, from);
    return here.length === 0
      ? sum
      : sum + (here.length / some.length) * Math.abs(mean(here) - share(here, right));
  }, 0);
}

function answered(some: readonly Judged[], at: number): number {
  return share(some, ({ confidence }) => confidence >= at);
}

function share<T>(list: readonly T[], wanted: (one: T) => boolean): number {
  return list.length === 0 ? Number.NaN : list.filter(wanted).length / list.length;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
