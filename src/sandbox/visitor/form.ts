/** A form as a person fills it in, and what is sent when they do. */

import type {
  APIModalInteractionResponseCallbackComponent,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { ComponentType as Kind, TextInputStyle } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Channel } from '../world/world.ts';
import type { FieldOption, Form, FormField } from './outcome.ts';
import { peopleIn } from './resolved.ts';

export function readForm(
  discord: Discord,
  { id, channel }: Pick<Interaction, 'id' | 'channel'>,
  raw: APIModalInteractionResponseCallbackData,
): Form {
  return {
    id,
    channelId: channel.id,
    customId: raw.custom_id,
    title: raw.title,
    fields: raw.components.flatMap((component) => fieldsOf(discord, channel, component)),
    raw,
  };
}

function fieldsOf(
  discord: Discord,
  channel: Channel,
  top: APIModalInteractionResponseCallbackComponent,
): FormField[] {
  switch (top.type) {
    case Kind.TextDisplay:
      return [{ kind: 'words', text: top.content }];
    case Kind.ActionRow:
      return top.components.map((input) => textField(input, input.label ?? '', null));
    case Kind.Label: {
      const about = { label: top.label, description: top.description ?? null };
      const { component } = top;
      const named = { ...about, customId: component.custom_id };
      switch (component.type) {
        case Kind.TextInput:
          return [textField(component, about.label, about.description)];
        case Kind.Checkbox:
          return [{ ...named, kind: 'checkbox', required: false, ticked: component.default ?? false }];
        case Kind.FileUpload:
          return [{ ...named, kind: 'files', required: component.required ?? true, ...bounds(component, 1) }];
        case Kind.RadioGroup: {
          const required = component.required ?? true;
          const options = component.options.map(offered);
          const counts = { minValues: required ? 1 : 0, maxValues: 1 };
          return [{ ...named, kind: 'radio', required, ...counts, placeholder: null, options }];
        }
        case Kind.CheckboxGroup: {
          const required = component.required ?? true;
          const options = component.options.map(offered);
          return [
            {
              ...named,
              kind: 'checkboxes',
              required,
              ...bounds(component, options.length),
              placeholder: null,
              options,
            },
          ];
        }
        default: {
          const required = component.required ?? true;
          const placeholder = component.placeholder ?? null;
          const chosen =
            component.type === Kind.StringSelect
              ? { kind: 'select' as const, options: component.options.map(offered) }
              : known(discord, channel, component.type, component.default_values?.map(({ id }) => id) ?? []);
          return [{ ...named, ...chosen, required, placeholder, ...bounds(component, 1) }];
        }
      }
    }
  }
}

interface TextInput {
  readonly custom_id: string;
  readonly style: TextInputStyle;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly required?: boolean | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
}

function textField(input: TextInput, label: string, description: string | null): FormField {
  return {
    kind: 'text',
    customId: input.custom_id,
    label,
    description,
    required: input.required ?? true,
    paragraph: input.style === TextInputStyle.Paragraph,
    minLength: input.min_length ?? 0,
    maxLength: input.max_length ?? 4000,
    placeholder: input.placeholder ?? null,
    value: input.value ?? '',
  };
}

function bounds(
  { min_values: min = 1, max_values: max }: { min_values?: number; max_values?: number },
  most: number,
) {
  return { minValues: min, maxValues: max ?? most };
}

function offered(option: {
  readonly label: string;
  readonly value: string;
  readonly description?: string | null;
  readonly default?: boolean;
}): FieldOption {
  const { label, value, description = null, default: chosen = false } = option;
  return { label, value, description, chosen };
}

/** People, roles or channels to choose from. */
function known(discord: Discord, channel: Channel, type: Kind, chosen: readonly string[]) {
  const option = (label: string, value: string): FieldOption => {
    return { label, value, description: null, chosen: chosen.includes(value) };
  };
  const guild = channel.kind === 'guild' ? channel.guild : null;
  const people = peopleIn(discord, channel).map(({ user }) =>
    option(user.global_name ?? user.username, user.id),
  );
  const roles = [...(guild?.roles.values() ?? [])].map(({ name, id }) => option(name, id));
  switch (type) {
    case Kind.UserSelect:
      return { kind: 'people' as const, options: people };
    case Kind.RoleSelect:
      return { kind: 'roles' as const, options: roles };
    case Kind.MentionableSelect:
      return { kind: 'mentionables' as const, options: [...people, ...roles] };
    default: {
      const options = [...(guild?.channels.values() ?? [])].map(({ name, id }) => option(name, id));
      return { kind: 'channels' as const, options };
    }
  }
}
