import type { ButtonInteraction } from 'discord.js';
import type { Bulletin, Draft } from '../../../bulletins/bulletin.ts';
import type { Actor, Outcome } from '../../../bulletins/office.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import type { Button, Call } from '../../command.ts';
import type { ComponentId } from '../../custom-id.ts';
import { whyNotHere } from '../../moderator.ts';
import { plainReply } from '../../reply.ts';
import { openEditor } from './edit-bulletin.ts';
import { decodeBulletinId } from './ids.ts';
import { setDraft } from './manuscript.ts';
import { actorIn, bulletinHere } from './moderator.ts';
import { told } from './tell.ts';

interface Pressed {
  readonly bulletin: Bulletin;
  /** The revision that the person saw. */
  readonly revision: number;
  readonly actor: Actor;
  readonly interaction: ButtonInteraction<'cached'>;
  readonly call: Call;
  readonly id: ComponentId;
}

/** A button about a bulletin of this server. Whoever sees it may press it; the office decides whether they may. */
export function about(action: string, press: (pressed: Pressed) => Promise<void>): Button {
  return {
    action,
    who: 'anyone',
    async press(interaction, call, id) {
      const tell = (sentence: string) => call.say.reply(plainReply(sentence), { alone: true });
      if (!interaction.inCachedGuild() || !interaction.guild.available) return tell(whyNotHere(interaction));
      const seen = decodeBulletinId(id);
      const bulletin = seen === null ? null : await bulletinHere(interaction, seen.id, call);
      if (seen === null || bulletin === null) return tell(bulletins.missing);
      const settings = await call.settings.settings(interaction.guildId);
      const actor = actorIn(interaction, bulletin.channel, settings);
      await press({ bulletin, revision: seen.revision, actor, interaction, call, id });
    },
  };
}

/** A button that takes one step, and shows in its place what came of it. */
function step(
  action: string,
  done: keyof typeof bulletins.done | ((actor: Actor) => keyof typeof bulletins.done),
  take: (pressed: Pressed) => Promise<Outcome>,
): Button {
  return about(action, async (pressed) => {
    const { interaction, call, actor } = pressed;
    const outcome = await take(pressed);
    const reply = await told(outcome, typeof done === 'string' ? done : done(actor), interaction, call);
    if (outcome.kind === 'done' || outcome.kind === 'changed') await call.say.update(reply);
    else await call.say.reply(reply, { alone: true });
  });
}

/** Changes what a draft says and sets it anew. */
export function redraft(
  { bulletin, revision, actor, call }: Omit<Pressed, 'interaction' | 'id'>,
  changes: Partial<Draft>,
): Promise<Outcome> {
  const { channel, title, blocks, roles, crosspost, due } = { ...bulletin, ...changes };
  const draft = setDraft({ channel, title, blocks, roles, crosspost, due }, call.desk);
  return call.office.edit(bulletin.id, revision, draft, actor);
}

export const stepButtons: readonly Button[] = [
  step(
    'bulletin-submit',
    ({ settings }) => (settings.approvalRequired ? 'submitted' : 'scheduled'),
    ({ bulletin, revision, actor, call }) => call.office.submit(bulletin.id, revision, actor),
  ),
  step('bulletin-approve', 'approved', ({ bulletin, actor, call, id }) =>
    call.office.approve(bulletin.id, id.fields[2] ?? '', actor),
  ),
  step('bulletin-release', 'released', ({ bulletin, revision, actor, call }) =>
    call.office.release(bulletin.id, revision, actor),
  ),
  step('bulletin-confirm', 'confirmed', ({ bulletin, revision, actor, call }) =>
    call.office.confirm(bulletin.id, revision, actor),
  ),
  step('bulletin-cancel', 'cancelled', ({ bulletin, revision, actor, call }) =>
    call.office.cancel(bulletin.id, revision, actor),
  ),
  step('bulletin-cross', 'edited', (pressed) => redraft(pressed, { crosspost: !pressed.bulletin.crosspost })),
  step('bulletin-unquote', 'edited', (pressed) => {
    const last = pressed.bulletin.blocks.findLastIndex(({ kind }) => kind === 'quote');
    return redraft(pressed, { blocks: pressed.bulletin.blocks.filter((_, at) => at !== last) });
  }),
  about('bulletin-edit', ({ bulletin, interaction, call }) => openEditor(bulletin, interaction, call)),
];
