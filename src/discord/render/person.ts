import { privacy } from '../../desk/wording/privacy.ts';
import { erasedPerson } from '../../privacy/personal-data.ts';

/** Somebody by their id, as Discord shows them; words for somebody whose id is kept no more. */
export function shownPerson(id: string): string {
  return id === erasedPerson ? privacy.erasedPerson : `<@${id}>`;
}
