import type { Button } from '../command.ts';
import { decodeShown, sharedCheck } from '../render/check.ts';
import { shareMessage } from './share-message.ts';
import { tooOld } from './too-old.ts';

/** Puts a private check into the channel. */
export const shareCheck: Button = {
  action: 'share-check',
  who: 'asker',
  async press(interaction, call, { asker, fields }) {
    const remembered = decodeShown(fields, call.desk.version);
    if (remembered === null) return tooOld(call);
    await shareMessage(interaction, call, sharedCheck(remembered.announcement, remembered.shown, asker));
  },
};
