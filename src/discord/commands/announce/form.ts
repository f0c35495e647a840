import type { ModalSubmitInteraction } from 'discord.js';
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { shorten } from '../../render/escape.ts';

/** What the form asks for. */
export interface Filled {
  readonly title: string;
  readonly text: string;
  readonly roles: readonly string[];
  /** As typed; null where the form does not ask for it. */
  readonly when: string | null;
}

const longestTitle = 200;
const longestText = 2_000;
const mostRoles = 10;

/** The form for a bulletin's words, filled with what there is. `zone` is named beside the time. */
export function bulletinForm(
  customId: string,
  title: string,
  { title: heading, text, roles, when }: Filled,
  zone: string,
): APIModalInteractionResponseCallbackData {
  const { form } = bulletins;
  const input = (label: string, id: string, more: object, description?: string) => ({
    type: ComponentType.Label as const,
    label,
    ...(description === undefined ? {} : { description: shorten(description, 100) }),
    component: { type: ComponentType.TextInput as const, custom_id: id, required: false, ...more },
  });
  const short = TextInputStyle.Short;
  const components = [
    input(form.heading, 'title', { style: short, max_length: longestTitle, ...filled(heading) }),
    input(
      form.text,
      'text',
      { style: TextInputStyle.Paragraph, max_length: longestText, ...filled(text) },
      form.textHint,
    ),
    {
      type: ComponentType.Label as const,
      label: form.roles,
      description: form.rolesHint,
      component: {
        type: ComponentType.RoleSelect as const,
        custom_id: 'roles',
        required: false,
        min_values: 0,
        max_values: mostRoles,
        default_values: roles.map((id) => ({ id, type: 'role' as const })),
      },
    },
    ...(when === null
      ? []
      : [input(form.when, 'when', { style: short, max_length: 100, ...filled(when) }, form.whenHint(zone))]),
  ];
  return {
    custom_id: customId,
    title: shorten(title, 45),
    components: components as APIModalInteractionResponseCallbackData['components'],
  };
}

/** What somebody filled in. The role of everybody in the server is not one to be notified by name. */
export function readForm({ fields, guildId }: ModalSubmitInteraction<'cached'>): Filled {
  const has = (id: string) => fields.fields.has(id);
  const roles = has('roles') ? [...(fields.getSelectedRoles('roles')?.keys() ?? [])] : [];
  return {
    title: fields.getTextInputValue('title'),
    text: fields.getTextInputValue('text'),
    roles: roles.filter((id) => id !== guildId),
    when: has('when') ? fields.getTextInputValue('when') : null,
  };
}

function filled(value: string): { readonly value?: string } {
  return value === '' ? {} : { value };
}
