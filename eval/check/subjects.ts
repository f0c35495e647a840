import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Announcement } from '../../src/announcement/announcement.ts';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import type { Check } from '../../src/checking/finding.ts';
import { shelve, type Vocabulary } from '../../src/desk/shelve.ts';
import type { Material, Said } from '../mutations/mutation.ts';

/** An announcement, its folder, and the check as the desk makes it. */
export interface Subject {
  readonly folder: string;
  readonly announcement: Announcement;
  readonly check: Check;
}

/** Every folder below one of `roots` that holds an announcement. */
export function subjectsIn(roots: readonly string[], vocabulary: Vocabulary): readonly Subject[] {
  const folders = roots.flatMap((root) =>
    readdirSync(root)
      .sort()
      .map((name) => join(root, name))
      .filter((folder) => existsSync(join(folder, 'announcement.yaml'))),
  );
  return folders.map((folder) => {
    const loaded = loadAnnouncement(folder);
    if (loaded.kind === 'faulty') throw new Error(loaded.faults.map(({ problem }) => problem).join('\n'));
    return { folder, announcement: loaded.value, check: shelve(loaded.value, vocabulary).check };
  });
}

/** What mutations of an announcement are made from. */
export function materialOf(subject: Subject, all: readonly Subject[]): Material {
  return {
    source: subject.announcement.source.text,
    statements: saidIn(subject.announcement),
    people: subject.announcement.people.map(({ name }) => name),
    foreign: all.filter((one) => one !== subject).flatMap(({ announcement }) => saidIn(announcement)),
  };
}

/** Each unbroken piece of each statement. */
function saidIn({ statements }: Announcement): readonly Said[] {
  return statements.flatMap(({ source, place, speaker }) =>
    place.spans.map((span) => ({ text: wordsAt(source, span), speaker: speaker?.name ?? null })),
  );
}
