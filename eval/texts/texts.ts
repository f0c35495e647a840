import { basename } from 'node:path';
import { loadLexicon } from '../../src/search/lexicon.ts';
import { askedTexts, wordingIn } from '../learn/squad.ts';
import { type Engine, plainMiniSearch, tunedMiniSearch, verbatim } from '../search/engines.ts';
import { measure, type TextFigures } from './measure.ts';

/**
 * Measures answering on texts that nobody prepared: `FILE…` in SQuAD's format, such as XQuAD's. Every text is asked the
 * questions about it and as many about other articles. The language of a file is told by its name (`xquad.de.json`)
 * to MiniSearch alone; ours finds it out. `--questions=FILE` asks what another file asks under the same ids, `--each=4`
 * only every fourth question, `--ours` leaves MiniSearch out.
 */
export function texts(args: readonly string[]): void {
  const files = args.filter((one) => !one.startsWith('--'));
  const option = (name: string) => args.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
  if (files.length === 0) {
    print('texts: give files in the format of SQuAD to measure them.');
    return;
  }
  const each = Number(option('each') ?? 1);
  const asking = option('questions');
  const wording = asking === undefined ? null : wordingIn(asking);
  const ours = verbatim(loadLexicon('data/lexicon'));
  print(`${''.padEnd(42)}     n   R@1   R@3  AUROC  answered  foreign answered`);
  for (const file of files) {
    const set = askedTexts(file, each, wording);
    const engines = args.includes('--ours')
      ? [ours]
      : [ours, plainMiniSearch, tunedMiniSearch(languageOf(file))];
    for (const engine of engines) print(lineOf(basename(file), engine, measure(engine, set)));
  }
}

function languageOf(file: string): string {
  return /\.([a-z]{2})\.json$/.exec(file)?.[1] ?? 'en';
}

function lineOf(file: string, { name }: Engine, figures: TextFigures): string {
  const { count, first, among3, split, answered, foreignAnswered } = figures;
  const cells = [first, among3, split, answered, foreignAnswered];
  const shares = cells.map((share) => (100 * share).toFixed(1).padStart(5)).join(' ');
  return `${file.padEnd(22)} ${name.padEnd(20)} ${String(count).padStart(4)} ${shares}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
