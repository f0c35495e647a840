import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Announcement } from '../../../announcement/announcement.ts';
import type { Statement } from '../../../announcement/statement.ts';
import type { Desk } from '../../../desk/desk.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import type { Button, Form } from '../../command.ts';
import { whyNotHere } from '../../moderator.ts';
import { placeLine, speakerLine } from '../../render/attribution.ts';
import { button, buttonRow } from '../../render/buttons.ts';
import { statementBlocks } from '../../render/quotation.ts';
import { plainReply, type Reply } from '../../reply.ts';
import { bulletinId, decodeBulletinId } from './ids.ts';
import { bulletinHere } from './moderator.ts';
import { about, redraft } from './step-buttons.ts';
import { told } from './tell.ts';
import { quoteAt } from './write-bulletin.ts';

/** Asks what to look for. */
const openSearch: Button = about('bulletin-quote', ({ bulletin, interaction, call }) => {
  const { title, what } = bulletins.form.quote;
  const question = {
    type: ComponentType.TextInput as const,
    custom_id: 'what',
    style: TextInputStyle.Short as const,
    max_length: 200,
  };
  return call.say.openForm({
    custom_id: bulletinId('bulletin-find', interaction.user.id, bulletin),
    title,
    components: [{ type: ComponentType.Label, label: what, component: question }],
  });
});

/** Shows what was said like that, a numbered button under each. */
const search: Form = {
  action: 'bulletin-find',
  async submit(interaction, call, id) {
    if (!interaction.inCachedGuild() || !interaction.guild.available) {
      return call.say.reply(plainReply(whyNotHere(interaction)), { alone: true });
    }
    const seen = decodeBulletinId(id);
    const bulletin = seen === null ? null : await bulletinHere(interaction, seen.id, call);
    if (seen === null || bulletin === null) {
      return call.say.reply(plainReply(bulletins.missing), { alone: true });
    }
    const { announcement, statements } = found(interaction.fields.getTextInputValue('what'), call.desk);
    const idOf = (statement: Statement) =>
      bulletinId('bulletin-add', interaction.user.id, { ...bulletin, revision: seen.revision }, [
        announcement.version,
        announcement.statements.indexOf(statement).toString(36),
      ]);
    await call.say.reply(choices(statements, idOf), { alone: true });
  },
};

/** Adds the chosen words, below what is there. */
const add: Button = about('bulletin-add', async (pressed) => {
  const { bulletin, id, interaction, call } = pressed;
  const quote = quoteAt(id.fields[2], id.fields[3], call.desk);
  if (quote === null) return call.say.reply(plainReply(bulletins.fault.quoteGone), { alone: true });
  const outcome = await redraft(pressed, { blocks: [...bulletin.blocks, { kind: 'quote', quote }] });
  await call.say.update(await told(outcome, 'edited', interaction, call));
});

export const quoteButtons: readonly Button[] = [openSearch, add];
export const quoteForm: Form = search;

const mostFound = 5;
const longestList = 3_500;

function found(
  question: string,
  desk: Desk,
): { readonly announcement: Announcement; readonly statements: readonly Statement[] } {
  const { announcement, outcome } = desk.ask({ question });
  switch (outcome.kind) {
    case 'quote':
      return {
        announcement,
        statements: [outcome.best, ...outcome.others].map(({ statement }) => statement),
      };
    case 'elsewhere':
    case 'not-said':
      return { announcement, statements: outcome.nearest.map(({ statement }) => statement) };
    case 'small-talk':
      return { announcement, statements: [] };
  }
}

function choices(statements: readonly Statement[], idOf: (statement: Statement) => string): Reply {
  const entries: { readonly text: string; readonly statement: Statement }[] = [];
  for (const statement of statements.slice(0, mostFound)) {
    const text = `**${entries.length + 1}.** ${speakerLine(statement)}\n${statementBlocks(statement)[0].text}\n${placeLine(statement)}`;
    if ([...entries.map((entry) => entry.text), text].join('\n\n').length > longestList) break;
    entries.push({ text, statement });
  }
  if (entries.length === 0) return plainReply(bulletins.noQuoteFound);
  return {
    content: bulletins.quoteChoices,
    embeds: [{ description: entries.map(({ text }) => text).join('\n\n') }],
    components: buttonRow(entries.map(({ statement }, at) => button(String(at + 1), idOf(statement)))),
    quotations: entries.flatMap(({ statement }) => statementBlocks(statement)[0].quotations),
  };
}
