import type { Announcement } from '../../src/announcement/announcement.ts';
import type { Verified } from '../../src/announcement/fault.ts';
import { readDefinition } from '../../src/announcement/read-definition.ts';
import { sha256 } from '../../src/announcement/verify.ts';
import { verifyDefinition } from '../../src/announcement/verify-definition.ts';

/** An article in which a quotation is interrupted, words are said twice, and a person is only spoken about. */
export const article = [
  '"The bridge will open in May and carry trams," said Ada Lund, the mayor of Skerry.',
  '',
  'Lund said the toll would be two crowns. “We waited ten years,” she added, “and nobody will wait again.”',
  '',
  'The bridge will open in May. Jon Falk was not there.',
].join('\n');

const people = `people:
  - { id: lund, name: Ada Lund, role: the mayor of Skerry, aliases: [the mayor] }
  - { id: falk, name: Jon Falk }
topics:
  - { id: toll, name: The toll }
`;

/** An `announcement.yaml` about a text, with the statements (and whatever follows them) given as YAML. */
export function yamlOf(statements: string, text = article, others = people): string {
  return `label: The bridge
language: en
source: { file: source.txt, sha256: ${sha256(text)} }
${others}statements:
${statements}
`;
}

/** What reading and verifying such a file comes to. */
export function verified(yaml: string, text = article): Verified<Announcement> {
  const read = readDefinition(yaml, 'announcement.yaml');
  return verifyDefinition(read, {
    slug: 'bridge',
    file: 'announcement.yaml',
    sourceFile: 'source.txt',
    text,
  });
}

/** The faults of such a file; none where it was verified. */
export function faultsOf(yaml: string, text = article) {
  const outcome = verified(yaml, text);
  return outcome.kind === 'faulty' ? outcome.faults : [];
}

/** The announcement of such a file. Throws where it is faulty. */
export function announcementOf(yaml: string, text = article) {
  const outcome = verified(yaml, text);
  if (outcome.kind === 'faulty') throw new Error(JSON.stringify(outcome.faults, null, 2));
  return outcome.value;
}
