import { loadLexicon } from '../../src/search/lexicon.ts';
import { type Engine, plainFuse, tunedMiniSearch, verbatim } from './engines.ts';
import { type Figures, figuresOf, type Row, rowsOf } from './figures.ts';
import { type LabelledAnnouncement, labelledAnnouncements, questionRoots, withoutAsks } from './labelled.ts';

/**
 * Measures answering on every announcement folder with `questions.jsonl`, ours beside fuse.js and MiniSearch.
 * Arguments: folders, or folders of folders (default: all that are kept here); `--wrong` lists
 * what went wrong, `--ours` leaves the libraries out, `--without` measures without asks only.
 */
export function search(args: readonly string[]): void {
  const roots = args.filter((one) => !one.startsWith('--'));
  const sets = labelledAnnouncements(roots.length > 0 ? roots : questionRoots);
  const bare = sets.map((set) => ({ ...set, announcement: withoutAsks(set.announcement) }));
  const ours = verbatim(loadLexicon('data/lexicon'));

  report('without asks and notSaid (the headline)', ours, bare, args.includes('--wrong'));
  if (!args.includes('--without')) report('with asks and notSaid', ours, sets, args.includes('--wrong'));
  if (args.includes('--ours')) return;
  for (const library of [plainFuse, tunedMiniSearch('en')]) report('', library, bare, false);
}

function report(title: string, engine: Engine, sets: readonly LabelledAnnouncement[], wrong: boolean): void {
  const rows = sets.flatMap((set) => rowsOf(engine, set));
  print(`\n${engine.name}${title === '' ? '' : `, ${title}`}\n`);
  print(heading);
  for (const { announcement } of sets) {
    print(lineOf(announcement.slug, figuresOf(rows.filter(({ slug }) => slug === announcement.slug))));
  }
  for (const style of new Set(rows.map(({ question }) => question.style))) {
    print(lineOf(`  ${style}`, figuresOf(rows.filter(({ question }) => question.style === style))));
  }
  print(lineOf('all', figuresOf(rows)));
  if (wrong) for (const row of rows) if (!isRight(row)) print(complaint(row));
}

const heading = `${''.padEnd(28)}     n  overall  accuracy  first  hit@3  false  wrong  abstention P / R / F1`;

function lineOf(name: string, f: Figures): string {
  const cells = [f.overall, f.accuracy, f.first, f.hitAt3, f.falseAnswers, f.wrongAnswers].map(percent);
  const { precision, recall, f1 } = f.abstention;
  const abstention = [precision, recall, f1].map(percent).join(' / ');
  return `${name.padEnd(28)} ${String(f.count).padStart(5)}  ${cells.join('   ')}    ${abstention}`;
}

function percent(share: number): string {
  return (Number.isNaN(share) ? '–' : (100 * share).toFixed(1)).padStart(5);
}

function isRight({ answerable, answered, rank }: Row): boolean {
  return answerable ? answered && rank === 1 : !answered;
}

function complaint({ question, answerable, answered, rank, confidence }: Row): string {
  const what = !answerable ? 'FALSE ANSWER' : !answered ? `refused, rank ${rank}` : `wrong, rank ${rank}`;
  return `  ${question.id} [${question.style}] ${what} (${confidence.toFixed(2)}): ${question.question}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
