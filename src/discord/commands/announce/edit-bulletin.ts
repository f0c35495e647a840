import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Bulletin } from '../../../bulletins/bulletin.ts';
import { objection } from '../../../bulletins/rights.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import type { Call, Form } from '../../command.ts';
import { whyNotHere } from '../../moderator.ts';
import { plainReply } from '../../reply.ts';
import { bulletinForm, readForm } from './form.ts';
import { bulletinId, decodeBulletinId } from './ids.ts';
import { blocksOf, partsOf, setDraft } from './manuscript.ts';
import { actorIn, bulletinHere } from './moderator.ts';
import { preview } from './preview.ts';
import { readTime, typedTime } from './read-time.ts';
import { told } from './tell.ts';

/** Opens the form with what a bulletin says now; of a posted one it becomes a correction. */
export async function openEditor(
  bulletin: Bulletin,
  interaction: ChatInputCommandInteraction<'cached'> | ButtonInteraction<'cached'>,
  call: Call,
): Promise<void> {
  const settings = await call.settings.settings(interaction.guildId);
  const { person } = actorIn(interaction, bulletin.channel, settings);
  const posted = bulletin.state === 'published';
  const refusal = objection('edit', person, bulletin, settings);
  if (refusal !== null && (!posted || refusal.kind === 'not-moderator')) {
    return call.say.reply(plainReply(bulletins.refusal(refusal)), { alone: true });
  }
  const { title, blocks, roles, due } = bulletin;
  const when = posted || bulletin.amends !== null ? null : typedTime(due, settings.timeZone);
  const filled = { title, text: partsOf(blocks).text, roles, when };
  const heading = posted ? bulletins.form.correction : bulletins.form.title;
  const customId = bulletinId('bulletin-text', interaction.user.id, bulletin);
  await call.say.openForm(bulletinForm(customId, heading, filled, settings.timeZone));
}

export const editForm: Form = {
  action: 'bulletin-text',
  async submit(interaction, call, id) {
    if (!interaction.inCachedGuild() || !interaction.guild.available) {
      return call.say.reply(plainReply(whyNotHere(interaction)), { alone: true });
    }
    const seen = decodeBulletinId(id);
    const bulletin = seen === null ? null : await bulletinHere(interaction, seen.id, call);
    if (seen === null || bulletin === null) {
      return call.say.reply(plainReply(bulletins.missing), { alone: true });
    }
    const { title, text, roles, when } = readForm(interaction);
    const settings = await call.settings.settings(interaction.guildId);
    const time = when === null ? null : readTime(when, call.clock(), settings.timeZone);
    // The time was not touched where it reads as it did: a due time that passed meanwhile is no mistake of now.
    const same = when === typedTime(bulletin.due, settings.timeZone);
    const due = time?.kind === 'due' && !same ? time.due : bulletin.due;
    const blocks = blocksOf(text, partsOf(bulletin.blocks).quotes);
    const { channel, crosspost } = bulletin;
    const draft = setDraft({ channel, title, blocks, roles, crosspost, due }, call.desk);
    const actor = actorIn(interaction, channel, settings);
    const posted = bulletin.state === 'published';
    const outcome = posted
      ? await call.office.correct(bulletin.id, draft, actor)
      : await call.office.edit(bulletin.id, seen.revision, draft, actor);
    const reply =
      outcome.kind === 'done' && time?.kind === 'ask' && !same
        ? await preview(outcome.bulletin, interaction, call, `${time.question} ${bulletins.when.kept}`)
        : await told(outcome, posted ? 'corrected' : 'edited', interaction, call);
    await call.say.reply(reply, { alone: true });
  },
};
