import { loadAnnouncement } from '../../src/announcement/load.ts';
import { createCheck } from '../../src/checking/create-check.ts';
import type { Check, Finding } from '../../src/checking/finding.ts';
import { loadMeaning } from '../../src/checking/meaning.ts';
import type { Vocabulary } from '../../src/desk/shelve.ts';
import { once } from '../../src/once.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';

export const meaning = loadMeaning('data/lexicon');

/** What the program searches and checks with. */
export const vocabulary: Vocabulary = {
  lexicon: once(() => loadLexicon('data/lexicon')),
  meaning: () => meaning,
};

/** A check of the announcement at a path, as the desk makes it. */
export function checkOf(path: string): Check {
  const loaded = loadAnnouncement(path);
  if (loaded.kind === 'faulty') throw new Error(JSON.stringify(loaded.faults));
  const search = createSearch(loaded.value, vocabulary.lexicon());
  return createCheck(loaded.value, { meaning, person: (name) => search.person(name) });
}

/** What the differences come to, for comparison: "said → alleged (matters)". */
export function told(finding: Finding): readonly string[] {
  if (finding.kind !== 'altered') return [];
  return finding.differences.map(
    ({ said, alleged, matters }) => `${said} → ${alleged}${matters === null ? '' : ` (${matters})`}`,
  );
}

/** The kinds of remarks, those on the form with what differs. */
export function noted(finding: Finding): readonly string[] {
  if (!('remarks' in finding)) return [];
  return finding.remarks.map((remark) => (remark.kind === 'form' ? remark.forms.join(', ') : remark.kind));
}
