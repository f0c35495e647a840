import type { ChatInputCommandInteraction } from 'discord.js';
import type { Block, QuoteReference } from '../../../bulletins/bulletin.ts';
import { moderates } from '../../../bulletins/rights.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { bulletinChannels } from '../../bulletins/inspect.ts';
import type { Call, Form } from '../../command.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { whyNotHere } from '../../moderator.ts';
import { plainReply } from '../../reply.ts';
import { decodeStatement } from '../statement-choice.ts';
import { bulletinForm, readForm } from './form.ts';
import { blocksOf, referenceTo, setDraft } from './manuscript.ts';
import { actorIn } from './moderator.ts';
import { readTime } from './read-time.ts';
import { told } from './tell.ts';

/** /announce new: channel, time and a first quotation are options; what can only be written is asked for in a form. */
export async function begin(interaction: ChatInputCommandInteraction<'cached'>, call: Call): Promise<void> {
  const { options, guildId, user } = interaction;
  const tell = (sentence: string) => call.say.reply(plainReply(sentence), { alone: true });
  const { id: channel } = options.getChannel('channel', true, bulletinChannels);
  const settings = await call.settings.settings(guildId);
  if (!moderates(actorIn(interaction, channel, settings).person, settings)) {
    return tell(bulletins.refusal({ kind: 'not-moderator' }));
  }
  const time = readTime(options.getString('when') ?? '', call.clock(), settings.timeZone);
  if (time.kind === 'ask') return tell(time.question);
  const typed = options.getString('quote');
  const quoted = typed === null ? null : decodeStatement(typed, call.desk);
  if (typed !== null && (quoted === null || quoted === 'outdated')) return tell(bulletins.noSuchQuote);
  const due = time.due === null ? '-' : time.due.toString(36);
  const quote = quoted === null || quoted === 'outdated' ? [] : encodeQuote(quoted);
  const customId = encodeCustomId({
    action: 'bulletin-new',
    asker: user.id,
    fields: [BigInt(channel).toString(36), due, ...quote],
  });
  const empty = { title: '', text: '', roles: [], when: null };
  await call.say.openForm(bulletinForm(customId, bulletins.form.title, empty, settings.timeZone));
}

/** Saves what was written as a draft, also where it cannot be posted as it is: nothing anybody typed is lost. */
export const newForm: Form = {
  action: 'bulletin-new',
  async submit(interaction, call, { fields: [encodedChannel = '', encodedDue = '', version, place] }) {
    const channel = snowflake(encodedChannel);
    const due = encodedDue === '-' ? null : Number.parseInt(encodedDue, 36);
    if (
      !interaction.inCachedGuild() ||
      !interaction.guild.available ||
      channel === null ||
      Number.isNaN(due)
    ) {
      return call.say.reply(plainReply(whyNotHere(interaction)), { alone: true });
    }
    const { title, text, roles } = readForm(interaction);
    const settings = await call.settings.settings(interaction.guildId);
    const quotes = quoteBlocks(version, place, call);
    const draft = setDraft(
      { channel, title, blocks: blocksOf(text, quotes), roles, crosspost: false, due },
      call.desk,
    );
    const actor = actorIn(interaction, channel, settings);
    const outcome = await call.office.write(interaction.guildId, draft, actor);
    await call.say.reply(await told(outcome, 'written', interaction, call), { alone: true });
  },
};

function encodeQuote({
  announcement,
  statements: [statement],
}: Exclude<ReturnType<typeof decodeStatement>, 'outdated' | null>): readonly string[] {
  if (statement === undefined) return [];
  return [announcement.version, announcement.statements.indexOf(statement).toString(36)];
}

function quoteBlocks(
  version: string | undefined,
  place: string | undefined,
  { desk }: Call,
): readonly Block[] {
  const quote = quoteAt(version, place, desk);
  return quote === null ? [] : [{ kind: 'quote', quote }];
}

/** The statement at a place (base 36) in the announcement of that version, or null. */
export function quoteAt(
  version: string | undefined,
  place: string | undefined,
  desk: Call['desk'],
): QuoteReference | null {
  if (version === undefined || place === undefined || !/^[0-9a-z]{1,6}$/.test(place)) return null;
  const announcement = desk.version(version);
  const statement = announcement?.statements[Number.parseInt(place, 36)];
  return announcement === null || statement === undefined ? null : referenceTo(announcement, statement);
}

function snowflake(encoded: string): string | null {
  if (!/^[0-9a-z]{1,13}$/.test(encoded)) return null;
  return [...encoded].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString();
}
