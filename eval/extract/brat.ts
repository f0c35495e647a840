import { spawnSync } from 'node:child_process';
import type { Span } from '../../src/announcement/source.ts';

/** One labelled attribution: ranges of what is attributed, of its source and of its cue. */
export interface Attribution {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
}

export interface LabelledText {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/**
 * Reads one part of PolNeAR (github.com/networkdynamics/PolNeAR) from its git directory: brat standoff files, of
 * several annotators' the first. Nothing of it is written anywhere.
 */
export function readPolnear(git: string, part: string): LabelledText[] {
  if (!/^(?:train|dev)$/.test(part)) throw new RangeError('The parts to develop with are "train" and "dev".');
  const files = gitOf(git, ['ls-tree', '-r', '--name-only', 'HEAD', `data/${part}/attributions/`]).split(
    '\n',
  );
  const first = new Map<string, string>();
  for (const file of files.sort()) {
    const name = /([^/]+)_[0-9a-z]{4}\.ann$/.exec(file)?.[1];
    if (name !== undefined && !first.has(name)) first.set(name, file);
  }
  const paths = [...first].flatMap(([name, file]) => [`data/${part}/text/${name}.txt`, file]);
  const contents = manyOf(git, paths);
  return [...first.keys()].map((name, index) => {
    const text = contents[2 * index] ?? '';
    return { name, text, attributions: parse(contents[2 * index + 1] ?? '', offsetsOf(text)) };
  });
}

function gitOf(git: string, args: readonly string[], input?: string): string {
  const run = spawnSync('git', ['-c', 'safe.directory=*', `--git-dir=${git}`, ...args], {
    ...(input === undefined ? {} : { input }),
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  if (run.status !== 0) throw new Error(`git cannot read ${git}: ${run.stderr}`);
  return run.stdout;
}

/** The text of many files in one call, in order. */
function manyOf(git: string, paths: readonly string[]): string[] {
  const run = spawnSync('git', ['-c', 'safe.directory=*', `--git-dir=${git}`, 'cat-file', '--batch'], {
    input: paths.map((path) => `HEAD:${path}\n`).join(''),
    maxBuffer: 1 << 29,
  });
  const found: string[] = [];
  let at = 0;
  while (at < run.stdout.length) {
    const end = run.stdout.indexOf(10, at);
    const size = Number(run.stdout.subarray(at, end).toString('latin1').split(' ')[2]);
    found.push(run.stdout.subarray(end + 1, end + 1 + size).toString('utf8'));
    at = end + 1 + size + 1;
  }
  return found;
}

/** brat counts code points, we count UTF-16 units. */
function offsetsOf(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (at) => at;
  const at = [0];
  for (const character of text) at.push((at.at(-1) ?? 0) + character.length);
  return (codePoint) => at[codePoint] ?? text.length;
}

function parse(annotations: string, offset: (codePoint: number) => number): Attribution[] {
  const spans = new Map<string, Span[]>();
  const attributions: Attribution[] = [];
  for (const line of annotations.split('\n')) {
    const [id = '', body = ''] = line.split('\t');
    if (id.startsWith('T')) {
      const ranges = body.slice(body.indexOf(' ') + 1).split(';');
      spans.set(
        id,
        ranges.map((range): Span => {
          const [start = 0, end = 0] = range.split(' ').map((number) => offset(Number(number)));
          return [start, end];
        }),
      );
    } else if (id.startsWith('E')) {
      const own = (role: string) =>
        body
          .split(/\s+/)
          .filter((part) => part.toLowerCase().replace(/\d*:.*/, '') === role)
          .flatMap((part) => spans.get(part.slice(part.indexOf(':') + 1)) ?? [])
          .sort((a, b) => a[0] - b[0]);
      const attribution = { content: own('content'), source: own('source'), cue: own('cue') };
      if (attribution.content.length > 0) attributions.push(attribution);
    }
  }
  return attributions;
}
