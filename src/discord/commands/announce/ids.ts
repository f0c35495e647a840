import type { Bulletin } from '../../../bulletins/bulletin.ts';
import { type ComponentId, encodeCustomId } from '../../custom-id.ts';

/** Custom id of a button or form about a bulletin as it was seen: `more` are further fields. */
export function bulletinId(
  action: string,
  asker: string,
  { id, revision }: Pick<Bulletin, 'id' | 'revision'>,
  more: readonly string[] = [],
): string {
  return encodeCustomId({ action, asker, fields: [id, revision.toString(36), ...more] });
}

/** The bulletin a custom id is about, with the revision that was seen; null where it is none of ours. */
export function decodeBulletinId({
  fields: [id = '', revision = ''],
}: ComponentId): { readonly id: string; readonly revision: number } | null {
  if (!isBulletinId(id) || !/^[0-9a-z]{1,6}$/.test(revision)) return null;
  return { id, revision: Number.parseInt(revision, 36) };
}

/** Whether a bulletin could have this id. */
export function isBulletinId(id: string): boolean {
  return /^[\w-]{1,16}$/.test(id);
}
