/** A button or select of a message, as the one who uses it finds it. */

import { ComponentType as Kind } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { flatten } from '../limits/components.ts';
import type { StoredMessage } from '../world/message.ts';
import { Resolved } from './resolved.ts';

interface Used {
  readonly problems: readonly string[];
  readonly data: object;
}

const refused = (problem: string): Used => ({ problems: [problem], data: {} });

/** @param values null for a button. */
export function useComponent(
  discord: Discord,
  message: StoredMessage,
  customId: string,
  values: readonly string[] | null,
): Used {
  const component = flatten(message.api.components ?? []).find((each) => each.custom_id === customId);
  if (!component) return refused(`The message has no component "${customId}"`);
  if (component.disabled === true) return refused('It is disabled');
  const isButton = component.type === Kind.Button;
  if (isButton !== (values === null)) return refused(isButton ? 'It is a button' : 'It is a select menu');
  const about = { id: component.id, custom_id: customId, component_type: component.type };
  if (values === null) return { problems: [], data: about };

  const min = Number(component.min_values ?? 1);
  const max = Number(component.max_values ?? 1);
  if (values.length < min || values.length > max) return refused(`Choose between ${min} and ${max}`);
  const resolved = new Resolved(discord, message.channel);
  const known = values.every((value) => {
    switch (component.type) {
      case Kind.UserSelect:
        return resolved.person(value);
      case Kind.RoleSelect:
        return resolved.role(value);
      case Kind.MentionableSelect:
        return resolved.person(value) || resolved.role(value);
      case Kind.ChannelSelect:
        return resolved.channel(value, component.channel_types as readonly number[] | undefined);
      default:
        return (component.options as readonly { value: string }[]).some((option) => option.value === value);
    }
  });
  if (!known) return refused('That is not one of its options');
  return { problems: [], data: { ...about, values, resolved: resolved.toJSON() ?? {} } };
}
