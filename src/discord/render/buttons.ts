import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { chat } from '../../desk/wording/chat.ts';
import { encodeCustomId } from '../custom-id.ts';
import type { Row } from '../reply.ts';
import type { Audience } from './audience.ts';

export function button(label: string, customId: string, disabled = false): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: customId,
    ...(disabled ? { disabled } : {}),
  };
}

/** One row of buttons (five at most), or none where there are no buttons. */
export function buttonRow(buttons: readonly APIButtonComponentWithCustomId[]): readonly Row[] {
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }];
}

/** The button that shares a private message, if that may be, or the one that removes a message everybody sees. */
export function shareOrRemove(
  { asker, alone, shareable }: Audience,
  shareId: () => string,
): readonly APIButtonComponentWithCustomId[] {
  if (!alone) return [button(chat.buttons.remove, encodeCustomId({ action: 'remove', asker, fields: [] }))];
  return shareable ? [button(chat.buttons.share, shareId())] : [];
}
