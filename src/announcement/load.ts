import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Announcement } from './announcement.ts';
import type { Verified } from './fault.ts';
import { draftOfText } from './plain-text.ts';
import { readDefinition } from './read-definition.ts';
import { verify } from './verify.ts';
import { verifyDefinition } from './verify-definition.ts';

/** The file in each announcement's folder that says what is said in it. */
const definitionFile = 'announcement.yaml';

/** Larger files are no announcements, and would stop everything else while they are read. */
const largest = 16 * 1024 * 1024;

/**
 * Loads and verifies one announcement: a folder with `announcement.yaml` and its text (or that file), or a `.txt` article,
 * of which `draftArticle` says what it claims: by itself, that its sentences are statements of nobody's.
 * Never throws for what it finds there.
 */
export function loadAnnouncement(path: string, draftArticle = draftOfText): Verified<Announcement> {
  if (basename(path) === definitionFile) return loadFolder(dirname(path));
  if (extname(path).toLowerCase() !== '.txt') return loadFolder(path);
  const read = readText(path);
  if (read.kind === 'faulty') return read;
  const draft = draftArticle(read.value, basename(path, extname(path)), path);
  if (draft.definition.statements.length > 0) return verify(draft);
  return faulty(path, 'There is no sentence in the text.', 'Give a file with the text of an article in it.');
}

/**
 * Loads every announcement folder inside `directory`, the default first, the others by name.
 * `defaultSlug` names the default; null takes the first.
 */
export function loadAnnouncements(
  directory: string,
  defaultSlug: string | null,
): Verified<readonly [Announcement, ...Announcement[]]> {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    return unreadable(directory, error);
  }
  const loaded = entries
    .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort()
    .map((name) => loadFolder(join(directory, name)));
  const faults = loaded.flatMap((one) => (one.kind === 'faulty' ? one.faults : []));
  if (faults.length > 0) return { kind: 'faulty', faults };
  const announcements = loaded.flatMap((one) => (one.kind === 'verified' ? [one.value] : []));
  const first =
    defaultSlug === null ? announcements[0] : announcements.find(({ slug }) => slug === defaultSlug);
  if (first === undefined) {
    return announcements.length === 0
      ? faulty(
          directory,
          'There is no announcement in it.',
          `Put a folder with ${definitionFile} and a text there.`,
        )
      : faulty(
          directory,
          `None of its announcements is called "${defaultSlug}".`,
          `Set DEFAULT_ANNOUNCEMENT to one of: ${announcements.map(({ slug }) => slug).join(', ')}.`,
        );
  }
  return { kind: 'verified', value: [first, ...announcements.filter((one) => one !== first)] };
}

function loadFolder(folder: string): Verified<Announcement> {
  const file = join(folder, definitionFile);
  const written = readText(file);
  if (written.kind === 'faulty') return written;
  const read = readDefinition(written.value, file);
  if (read.written === null) return { kind: 'faulty', faults: read.faults };
  const sourceFile = join(folder, read.written.definition.source.file);
  const text = readText(sourceFile);
  if (text.kind === 'faulty') return { kind: 'faulty', faults: [...read.faults, ...text.faults] };
  return verifyDefinition(read, { slug: basename(folder), file, sourceFile, text: text.value });
}

/** The text of a UTF-8 file, every byte of it: also a byte order mark, which a decoder would drop. */
function readText(file: string): Verified<string> {
  let bytes: Buffer;
  try {
    if (statSync(file).size > largest) {
      return faulty(file, 'The file is larger than 16 MiB.', 'Give the text of one announcement.');
    }
    bytes = readFileSync(file);
  } catch (error) {
    return unreadable(file, error);
  }
  try {
    return {
      kind: 'verified',
      value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    };
  } catch {
    return {
      kind: 'faulty',
      faults: [
        {
          file,
          line: lineOfBadByte(bytes),
          statement: null,
          problem: 'The file is not UTF-8.',
          remedy: 'Save it as UTF-8 ("Unicode" in some editors).',
        },
      ],
    };
  }
}

/** Every character of UTF-8 survives decoding and encoding; the first byte that does not is the bad one. */
function lineOfBadByte(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString('utf8'), 'utf8');
  let line = 1;
  for (let at = 0; at < bytes.length && bytes[at] === again[at]; at++) {
    if (bytes[at] === 0x0a) line++;
  }
  return line;
}

function unreadable<T>(file: string, error: unknown): Verified<T> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const remedies: Readonly<Record<string, string>> = {
    ENOENT: 'Nothing is there. Correct the path, or add the file.',
    ENOTDIR: `A part of the path is no folder. Give an announcement's folder, or an article that ends in ".txt".`,
    EISDIR: 'It is a folder where a file should be.',
    EACCES: 'Allow this user to read it.',
  };
  return faulty(file, `It cannot be read (${code}).`, remedies[code] ?? 'Look at the file system.');
}

function faulty<T>(file: string, problem: string, remedy: string): Verified<T> {
  return { kind: 'faulty', faults: [{ file, line: null, statement: null, problem, remedy }] };
}
