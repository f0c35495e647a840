/** What a person does that becomes an interaction: checked as a client checks it, then begun. */

import type { APIApplicationCommand } from 'discord-api-types/v10';
import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { apiMemberIn } from '../world/api-objects.ts';
import type { StoredMessage } from '../world/message.ts';
import type { Channel, Person } from '../world/world.ts';
import { begin } from './begin.ts';
import { useComponent } from './component.ts';
import { fillForm } from './fill-form.ts';
import { type Offer, offers } from './offer.ts';
import { fillOptions } from './options.ts';
import type { Form } from './outcome.ts';
import type { FormValue, OptionValue } from './visitor.ts';

/** An interaction, or why the client would not send one. */
export type Begun = Interaction | { readonly problems: readonly string[] };

export interface Place {
  readonly person: Person;
  readonly channel: Channel;
}

export interface SlashCall {
  /** With subcommands: "library add". */
  readonly name: string;
  readonly values: Readonly<Record<string, OptionValue>>;
  /** The option being typed into, for suggestions; null to run the command. */
  readonly focused: string | null;
}

export function slash(
  discord: Discord,
  { person, channel }: Place,
  { name, values, focused }: SlashCall,
): Begun {
  const [first = '', ...path] = name.split(' ');
  const offer = find(discord, { person, channel }, ApplicationCommandType.ChatInput, first);
  if (!offer) return { problems: [`There is no command /${first} for you here`] };
  const { command, owners } = offer;
  const { problems, options, resolved } = fillOptions(discord, channel, { command, path, values, focused });
  if (problems.length > 0) return { problems };
  return begin(discord, {
    type:
      focused === null ? InteractionType.ApplicationCommand : InteractionType.ApplicationCommandAutocomplete,
    person,
    channel,
    owners,
    data: { ...about(command), options, ...(resolved ? { resolved } : {}) },
    source: null,
    command: { type: command.type, name },
    note: {},
  });
}

export function messageMenu(discord: Discord, person: Person, name: string, target: StoredMessage): Begun {
  if (target.visibleTo !== null) return { problems: ['A private reply has no Apps menu'] };
  const place = { person, channel: target.channel };
  return menu(discord, place, ApplicationCommandType.Message, name, {
    data: { target_id: target.id, resolved: { messages: { [target.id]: target.api } } },
    note: { target_message_id: target.id },
  });
}

export function userMenu(discord: Discord, { person, channel }: Place, name: string, userId: string): Begun {
  const { world } = discord;
  const user = world.userOf(userId);
  if (!user) return { problems: ['There is no such person'] };
  const guild = channel.kind === 'guild' ? channel.guild : null;
  const member = guild?.members.get(userId);
  const members =
    guild && member ? { members: { [userId]: apiMemberIn(world, guild, member, channel) } } : {};
  return menu(discord, { person, channel }, ApplicationCommandType.User, name, {
    data: { target_id: userId, resolved: { users: { [userId]: user }, ...members } },
    note: { target_user: user },
  });
}

/** @param values null for a button. */
export function component(
  discord: Discord,
  person: Person,
  message: StoredMessage,
  { customId, values }: { readonly customId: string; readonly values: readonly string[] | null },
): Begun {
  const { problems, data } = useComponent(discord, message, customId, values);
  if (problems.length > 0) return { problems };
  const { channel } = message;
  const here = channel.kind === 'guild' ? channel.guild.id : '0';
  return begin(discord, {
    type: InteractionType.MessageComponent,
    person,
    channel,
    owners: message.api.interaction_metadata?.authorizing_integration_owners ?? { 0: here },
    data,
    source: message,
    command: null,
    note: { interacted_message_id: message.id },
  });
}

/** @param opener the interaction that was answered with the form. */
export function form(
  discord: Discord,
  opener: Interaction,
  filled: { readonly form: Form; readonly values: Readonly<Record<string, FormValue>> },
): Begun {
  const { problems, data } = fillForm(discord, filled.form, filled.values);
  if (problems.length > 0) return { problems };
  return begin(discord, {
    type: InteractionType.ModalSubmit,
    person: opener.person,
    channel: opener.channel,
    owners: opener.metadata.authorizing_integration_owners,
    data,
    source: opener.source,
    command: opener.command,
    note: { triggering_interaction_metadata: opener.metadata },
  });
}

function menu(
  discord: Discord,
  { person, channel }: Place,
  type: ApplicationCommandType,
  name: string,
  { data, note }: { readonly data: object; readonly note: object },
): Begun {
  const offer = find(discord, { person, channel }, type, name);
  if (!offer) return { problems: [`There is no command "${name}" for you here`] };
  return begin(discord, {
    type: InteractionType.ApplicationCommand,
    person,
    channel,
    owners: offer.owners,
    data: { ...about(offer.command), ...data },
    source: null,
    command: { type, name },
    note,
  });
}

function find(discord: Discord, place: Place, type: ApplicationCommandType, name: string): Offer | undefined {
  const all = offers(discord, place.person, place.channel);
  return all.find(({ command }) => command.type === type && command.name === name);
}

function about({ id, name, type, guild_id: guildId }: APIApplicationCommand): object {
  return { id, name, type, ...(guildId === undefined ? {} : { guild_id: guildId }) };
}
