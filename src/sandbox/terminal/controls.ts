/** The buttons and menus of a message, numbered in the order they stand. */

import { type APIMessage, ButtonStyle, ComponentType as Kind } from 'discord-api-types/v10';
import { z } from 'zod';
import { words } from './words.ts';

export type Control =
  | { readonly kind: 'button'; readonly customId: string; readonly label: string }
  | {
      readonly kind: 'menu';
      readonly customId: string;
      readonly label: string;
      /** None for menus of people, roles and channels: their names are typed. */
      readonly options: readonly { readonly label: string; readonly value: string }[] | null;
    };

const component = z.object({
  type: z.number(),
  style: z.number().optional(),
  label: z.string().optional(),
  emoji: z.object({ name: z.string().nullish() }).optional(),
  custom_id: z.string().optional(),
  url: z.string().optional(),
  placeholder: z.string().optional(),
  disabled: z.boolean().optional(),
  options: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
});
type Component = z.output<typeof component>;

/** What can be used, and all of it as one line of text for each row. */
export function controlsOf(message: APIMessage): { controls: readonly Control[]; rows: readonly string[] } {
  const controls: Control[] = [];
  const rows = rowsOf(message.components ?? []).map((row) =>
    row
      .map((each) => {
        const control = controlOf(each);
        if (!control)
          return each.style === ButtonStyle.Link
            ? words.link(labelOf(each), each.url ?? '')
            : words.disabled(labelOf(each));
        controls.push(control);
        const show = control.kind === 'menu' ? words.menuLabel : words.button;
        return show(controls.length, control.label);
      })
      .join('  '),
  );
  return { controls, rows };
}

/** All action rows, also those inside containers, and the buttons beside sections. */
function rowsOf(components: readonly unknown[]): Component[][] {
  return components.flatMap((each): Component[][] => {
    if (typeof each !== 'object' || each === null || !('type' in each)) return [];
    const inner = 'components' in each && Array.isArray(each.components) ? each.components : [];
    if (each.type === Kind.ActionRow) return [z.array(component).parse(inner)];
    const beside = 'accessory' in each ? component.safeParse(each.accessory).data : undefined;
    return [...rowsOf(inner), ...(beside?.type === Kind.Button ? [[beside]] : [])];
  });
}

function controlOf(each: Component): Control | null {
  const { custom_id: customId, disabled = false } = each;
  if (customId === undefined || disabled) return null;
  const label = labelOf(each);
  return each.type === Kind.Button
    ? { kind: 'button', customId, label }
    : { kind: 'menu', customId, label, options: each.options ?? null };
}

function labelOf({ label, emoji, placeholder }: Component): string {
  return [emoji?.name, label ?? placeholder].filter(Boolean).join(' ') || '…';
}
