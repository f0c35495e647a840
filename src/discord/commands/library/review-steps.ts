import type { BaseInteraction } from 'discord.js';
import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { StatementKind } from '../../../announcement/statement.ts';
import { library } from '../../../desk/wording/library.ts';
import type { Stepped } from '../../../library/library.ts';
import { nextOpen, type Step } from '../../../library/review.ts';
import { tooOld } from '../../buttons/too-old.ts';
import type { Button, Call, Form, Menu } from '../../command.ts';
import type { ComponentId } from '../../custom-id.ts';
import { asModerator, type InServer } from '../../moderator.ts';
import { escapeTyped } from '../../render/escape.ts';
import { plainReply } from '../../reply.ts';
import { decodeSpot, type Spot, spotId } from './ids.ts';
import { nobody, renderReview, somebodyElse } from './review-message.ts';

/** Takes a step about the proposal an id names, and shows what came of it in the message's place. */
async function takeStep(
  interaction: InServer,
  call: Call,
  spot: Spot,
  step: Step,
  onward: 'stay' | 'next-open' = 'stay',
): Promise<void> {
  const stepped = await call.library.step(interaction.guildId, spot.id, step);
  if (stepped.kind === 'gone') return call.say.update(plainReply(library.review.gone));
  const { manuscript } = stepped;
  const next = onward === 'next-open' ? nextOpen(manuscript.review, spot.at) : spot.at;
  const leads = next === null ? [library.review.allSeen] : leadsOf(stepped, step);
  await call.say.update(renderReview(manuscript, next ?? spot.at, interaction.user.id, leads));
}

function leadsOf(stepped: Exclude<Stepped, { readonly kind: 'gone' }>, { kind }: Step): readonly string[] {
  if (stepped.kind === 'refused') {
    return stepped.faults.slice(0, 2).map(({ problem, remedy }) => escapeTyped(`${problem} ${remedy}`, 500));
  }
  if (kind === 'judge') return [];
  return [kind === 'accept-above' ? library.review.acceptedAbove : library.review.changed];
}

/** Something that only moderators do, to the proposal that an id names. */
function onSpot<I extends BaseInteraction>(
  run: (interaction: I & InServer, call: Call, spot: Spot) => Promise<void>,
): (interaction: I, call: Call, id: ComponentId) => Promise<void> {
  return (interaction, call, id) =>
    asModerator(interaction, call, async (inServer) => {
      const spot = decodeSpot(id);
      if (spot === null) return tooOld(call);
      await run(inServer, call, spot);
    });
}

/** Shows a proposal. */
const look: Button = {
  action: 'review-at',
  who: 'asker',
  press: onSpot(async (interaction, call, { id, at }) => {
    const manuscript = await call.library.manuscript(interaction.guildId, id);
    if (manuscript === null) return call.say.update(plainReply(library.review.gone));
    await call.say.update(renderReview(manuscript, at, interaction.user.id));
  }),
};

const judge = (action: string, verdict: 'open' | 'accepted' | 'dropped'): Button => ({
  action,
  who: 'asker',
  press: onSpot((interaction, call, spot) =>
    takeStep(
      interaction,
      call,
      spot,
      { kind: 'judge', at: spot.at, verdict },
      verdict === 'open' ? 'stay' : 'next-open',
    ),
  ),
});

const discard: Button = {
  action: 'review-discard',
  who: 'asker',
  press: onSpot(async (interaction, call, { id }) => {
    const done = await call.library.discard(interaction.guildId, id);
    await call.say.update(plainReply(done ? library.review.discarded : library.review.gone));
  }),
};

export const reviewButtons: readonly Button[] = [
  look,
  judge('review-accept', 'accepted'),
  judge('review-drop', 'dropped'),
  judge('review-reopen', 'open'),
  discard,
];

const kinds: ReadonlySet<string> = new Set<StatementKind>(['direct', 'indirect', 'mixed', 'narration']);

export const reviewMenus: readonly Menu[] = [
  {
    action: 'review-kind',
    choose: (interaction, call, id) =>
      onSpot((inServer, _, spot) => {
        const [as = ''] = interaction.values;
        if (!isKind(as)) return tooOld(call);
        return takeStep(inServer, call, spot, { kind: 'call', at: spot.at, as });
      })(interaction, call, id),
  },
  {
    action: 'review-speaker',
    choose: (interaction, call, id) =>
      onSpot((inServer, _, spot) => {
        const [value = nobody] = interaction.values;
        if (value === somebodyElse) return openSpeakerForm(inServer, call, spot);
        const speaker = value === nobody ? null : value;
        return takeStep(inServer, call, spot, { kind: 'attribute', at: spot.at, speaker });
      })(interaction, call, id),
  },
  {
    action: 'review-above',
    choose: (interaction, call, id) =>
      onSpot((inServer, _, spot) => {
        const confidence = Number(interaction.values[0]);
        if (!(confidence >= 0)) return tooOld(call);
        return takeStep(inServer, call, spot, { kind: 'accept-above', confidence });
      })(interaction, call, id),
  },
];

function isKind(value: string): value is StatementKind {
  return kinds.has(value);
}

function openSpeakerForm({ user }: InServer, { say }: Call, spot: Spot): Promise<void> {
  const { title, name, role, roleHint } = library.speakerForm;
  const input = (id: string, required: boolean) => ({
    type: ComponentType.TextInput as const,
    custom_id: id,
    style: TextInputStyle.Short as const,
    max_length: 200,
    required,
  });
  return say.openForm({
    custom_id: spotId('review-name', user.id, spot),
    title,
    components: [
      { type: ComponentType.Label, label: name, component: input('name', true) },
      { type: ComponentType.Label, label: role, description: roleHint, component: input('role', false) },
    ],
  });
}

export const speakerForm: Form = {
  action: 'review-name',
  submit: (interaction, call, id) =>
    onSpot((inServer, _, spot) => {
      const name = interaction.fields.getTextInputValue('name').trim();
      const role = interaction.fields.getTextInputValue('role').trim() || null;
      return takeStep(inServer, call, spot, { kind: 'attribute-new', at: spot.at, name, role });
    })(interaction, call, id),
};
