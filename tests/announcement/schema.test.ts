import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { definitionSchema } from '../../src/announcement/definition.ts';

const root = join(import.meta.dirname, '../..');

it('the schema for editors says what the loader demands (npm run schema writes it anew)', async () => {
  await expect(definitionSchema()).toMatchFileSnapshot(join(root, 'data/announcement.schema.json'));
});

it.each([
  'data/announcements/china-venezuela',
  'eval/announcements/halyard-cloud-outage',
  'eval/announcements/norrhaven-sulamai-trade',
])('the first line of %s leads an editor to the schema', (folder) => {
  const [first] = readFileSync(join(root, folder, 'announcement.yaml'), 'utf8').split('\n', 1);
  const path = /^# yaml-language-server: \$schema=(.+)$/.exec(first ?? '')?.[1] ?? '';
  expect(existsSync(join(root, folder, path)) && path.endsWith('announcement.schema.json')).toBe(true);
});
