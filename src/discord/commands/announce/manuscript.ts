import type { Announcement } from '../../../announcement/announcement.ts';
import type { Statement } from '../../../announcement/statement.ts';
import type { Block, Draft, QuoteReference } from '../../../bulletins/bulletin.ts';
import type { Desk } from '../../../desk/desk.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { type Typeset, typeset } from '../../bulletins/typeset.ts';

/** The statement a quotation stands for, or null where its announcement is not there in that version. */
function statementOf({ version, statement }: QuoteReference, desk: Desk): Statement | null {
  return desk.version(version)?.statements.find(({ id }) => id === statement) ?? null;
}

export function referenceTo({ slug, version }: Announcement, { id }: Statement): QuoteReference {
  return { announcement: slug, version, statement: id };
}

/** A draft with its text set for Discord; without text where that cannot be done, so that nothing written is lost. */
export function setDraft(written: Omit<Draft, 'text'>, desk: Desk): Draft {
  const set = settingOf(written, desk);
  return { ...written, text: set.kind === 'set' ? set.text : '' };
}

export function settingOf(written: Pick<Draft, 'title' | 'blocks' | 'roles'>, desk: Desk): Typeset {
  return typeset(written, (quote) => statementOf(quote, desk));
}

/** Why a draft cannot be set, in words; null where it can. */
export function faultOf(set: Typeset): string | null {
  switch (set.kind) {
    case 'set':
      return null;
    case 'empty':
      return bulletins.fault.empty;
    case 'too-long':
      return bulletins.fault.tooLong(set.by);
    case 'quote-gone':
      return bulletins.fault.quoteGone;
    case 'looks-quoted':
      return bulletins.fault.looksQuoted;
    case 'open-code':
      return bulletins.fault.openCode;
  }
}

/** The moderators' own words, and the quotations after them. */
export function partsOf(blocks: readonly Block[]): {
  readonly text: string;
  readonly quotes: readonly Block[];
} {
  const text = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n\n');
  return { text, quotes: blocks.filter(({ kind }) => kind === 'quote') };
}

export function blocksOf(text: string, quotes: readonly Block[]): readonly Block[] {
  return [...(text.trim() === '' ? [] : [{ kind: 'text', text } as const]), ...quotes];
}
