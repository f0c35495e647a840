import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { sha256 } from '../announcement/verify.ts';
import { writeDefinition } from '../announcement/write-definition.ts';
import type { Candidate, Extraction } from '../extraction/candidate.ts';
import { draftOfExtraction, verifiable } from '../extraction/draft.ts';
import { type Article, extractFrom, LARGEST_ARTICLE, readArticle } from '../extraction/read-article.ts';
import { readArguments } from './read-arguments.ts';
import type { Subcommand, Surroundings } from './subcommand.ts';

const usage = `Usage: npm run --silent cli -- extract [OPTIONS] FILE…

Finds who said what in articles: plain text, Markdown or saved HTML pages. What it finds is a proposal for a
person to look through; nothing of it is used before that.

  --json       one JSON object a file, for other programs; offsets are UTF-16 and refer to the file's text, of an
               HTML page to its main text, which the object then holds as "text"
  --write DIR  write the text and an announcement.yaml to DIR, ready for "verify"; of several files, each to a
               folder of its own in DIR

Exit code: 0 fine, 2 bad usage, or a file could not be read or written.
`;

/** extract: an article's statements, proposed. */
export const extract: Subcommand = {
  name: 'extract',
  summary: 'propose the statements of an article',
  usage,

  async run(args, surroundings) {
    const { stderr, config } = surroundings;
    const parsed = readArguments(args, { json: { type: 'boolean' }, write: { type: 'string' } });
    if (typeof parsed === 'string' || parsed.positionals.length === 0) {
      stderr.write(typeof parsed === 'string' ? `${parsed}\n\n${usage}` : usage);
      return 2;
    }
    const { positionals: files } = parsed;
    const { json = false, write } = parsed.values;
    const target = write === undefined ? null : resolve(config.cwd, write);
    const used = new Set<string>();
    let code = 0;
    for (const [index, file] of files.entries()) {
      if (!json && files.length > 1) stderr.write(`[${index + 1}/${files.length}] ${file}\n`);
      const read = open(resolve(config.cwd, file));
      if (typeof read === 'string') {
        report(file, read, json, surroundings);
        code = 2;
        continue;
      }
      const extraction = extractFrom(read);
      const warnings = [...read.warnings, ...extraction.warnings];
      if (json) print(surroundings, jsonLine(file, read, extraction, warnings));
      else if (target === null) print(surroundings, readable(file, read, extraction, warnings));
      if (target !== null) {
        const folder = files.length === 1 ? target : join(target, folderName(file, used));
        const problem = writeFolder(folder, read, extraction, stderr);
        if (problem !== null) {
          stderr.write(`${problem}\n`);
          code = 2;
        }
      }
    }
    return code;
  },
};

/** Several files may have one name, in folders of their own. */
function folderName(file: string, used: Set<string>): string {
  const name = basename(file, extname(file));
  let free = name;
  for (let n = 2; used.has(free); n++) free = `${name}-${n}`;
  used.add(free);
  return free;
}

/** The article, or what is wrong with the file. */
function open(path: string): Article | string {
  try {
    if (statSync(path).size > LARGEST_ARTICLE)
      return 'It is larger than 2 MiB. Give the text of one article.';
    return readArticle(readFileSync(path), path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' ? 'Nothing is there. Correct the path.' : `It cannot be read (${code}).`;
  }
}

function report(file: string, problem: string, json: boolean, surroundings: Surroundings): void {
  if (json) print(surroundings, JSON.stringify({ file, statements: [], warnings: [problem] }));
  surroundings.stderr.write(`${file}: ${problem}\n`);
}

function print({ stdout }: Surroundings, text: string): void {
  stdout.write(`${text}\n`);
}

/** A quotation of several pieces is one statement a piece, each with the spans of all. */
function jsonLine(
  file: string,
  { format, text }: Article,
  { candidates }: Extraction,
  warnings: readonly string[],
): string {
  const statements = candidates.flatMap(({ kind, spans, cue, speaker, paragraph, confidence }) =>
    spans.map(([start, end]) => ({
      kind,
      quote: text.slice(start, end),
      start,
      end,
      spans,
      cue,
      speaker,
      paragraph,
      confidence: Math.round(confidence * 100) / 100,
    })),
  );
  return JSON.stringify({
    file,
    statements,
    warnings,
    sha256: sha256(text),
    ...(format === 'html' ? { text } : {}),
  });
}

function readable(
  file: string,
  { text }: Article,
  { candidates }: Extraction,
  warnings: readonly string[],
): string {
  const said = candidates.filter(({ kind }) => kind !== 'narration');
  const lines = [`${file}: ${said.length} attributed, ${candidates.length - said.length} narrated`];
  let paragraph = 0;
  for (const candidate of candidates) {
    if (candidate.paragraph !== paragraph) lines.push('', `Paragraph ${candidate.paragraph}`);
    paragraph = candidate.paragraph;
    lines.push(`  ${headOf(candidate)}`);
    for (const [start, end] of candidate.spans)
      lines.push(`    ${text.slice(start, end).replace(/\s+/g, ' ')}`);
  }
  if (warnings.length > 0) lines.push('', ...warnings.map((warning) => `Warning: ${warning}`));
  return `${lines.join('\n')}\n`;
}

function headOf({ kind, speaker, cue, confidence, reason }: Candidate): string {
  if (kind === 'narration') return 'narration';
  const who =
    speaker === null
      ? 'unattributed'
      : speaker.role === null
        ? speaker.name
        : `${speaker.name}, ${speaker.role}`;
  return `${kind}: ${who}${cue === null ? '' : ` ("${cue}")`} ${Math.round(confidence * 100)} % (${reason})`;
}

/** Writes a folder that `verify` accepts. Returns what is in the way, or null. */
function writeFolder(
  folder: string,
  { text }: Article,
  extraction: Extraction,
  stderr: NodeJS.WritableStream,
): string | null {
  const slug = basename(folder);
  const { draft, left } = verifiable(draftOfExtraction(text, extraction, slug, 'source.txt'));
  if (draft.definition.statements.length === 0) return `${folder}: there is no statement to write.`;
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      return `${folder} is not empty. Choose a new folder; nothing was written.`;
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'source.txt'), text);
    writeFileSync(join(folder, 'announcement.yaml'), writeDefinition(draft.definition));
  } catch (error) {
    return `${folder} cannot be written (${error instanceof Error && 'code' in error ? error.code : error}).`;
  }
  stderr.write(`${folder}: ${draft.definition.statements.length} statements written.\n`);
  if (left.length > 0) stderr.write(`  Left out, as their words stand more than once: ${left.join(', ')}\n`);
  return null;
}
