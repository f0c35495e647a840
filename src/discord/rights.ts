import { type ButtonInteraction, PermissionFlagsBits } from 'discord.js';
import type { Presser } from './command.ts';

/** Whether somebody may press a button that was made for `asker`. */
export function mayPress(
  who: Presser,
  asker: string,
  { user, memberPermissions }: Pick<ButtonInteraction, 'user' | 'memberPermissions'>,
): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'asker':
      return user.id === asker;
    case 'asker-or-moderator':
      return user.id === asker || (memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false);
  }
}
