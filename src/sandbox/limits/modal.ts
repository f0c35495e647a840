/** Discord's limits of forms: https://docs.discord.com/developers/components/reference */

import { ComponentType as Kind } from 'discord-api-types/v10';
import { z } from 'zod';
import { duplicatedCustomIds, idSelect, stringSelect, textDisplay } from './components.ts';
import { issue } from './parse.ts';

const id = z.number().int().min(0).optional();
const customId = z.string().min(1).max(100);
const required = z.boolean().optional();

const textInput = {
  type: z.literal(Kind.TextInput),
  id,
  custom_id: customId,
  style: z.number().int().min(1).max(2),
  min_length: z.number().int().min(0).max(4000).optional(),
  max_length: z.number().int().min(1).max(4000).optional(),
  required,
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
};

const option = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  default: z.boolean().optional(),
});

const count = (min: number, max: number) => z.number().int().min(min).max(max).optional();

const inLabel = z.discriminatedUnion('type', [
  // The label has moved from the field to the component around it.
  z.object({ ...textInput, label: z.never().optional() }),
  stringSelect,
  idSelect,
  z.object({
    type: z.literal(Kind.FileUpload),
    id,
    custom_id: customId,
    min_values: count(0, 10),
    max_values: count(1, 10),
    required,
    file_types: z.array(z.string()).max(10).optional(),
  }),
  z.object({
    type: z.literal(Kind.RadioGroup),
    id,
    custom_id: customId,
    options: z.array(option).min(2).max(10),
    required,
  }),
  z.object({
    type: z.literal(Kind.CheckboxGroup),
    id,
    custom_id: customId,
    options: z.array(option).min(1).max(10),
    min_values: count(0, 10),
    max_values: count(1, 10),
    required,
  }),
  z.object({ type: z.literal(Kind.Checkbox), id, custom_id: customId, default: z.boolean().optional() }),
]);

const label = z.object({
  type: z.literal(Kind.Label),
  id,
  label: z.string().min(1).max(45),
  description: z.string().max(100).nullish(),
  component: inLabel,
});

/** The older form: one text field in a row of its own. */
const row = z.object({
  type: z.literal(Kind.ActionRow),
  id,
  components: z.array(z.object({ ...textInput, label: z.string().min(1).max(45) })).length(1),
});

export const modal = z
  .object({
    custom_id: customId,
    title: z.string().min(1).max(45),
    components: z
      .array(z.discriminatedUnion('type', [label, textDisplay, row]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    for (const path of duplicatedCustomIds(components)) {
      const words = 'Component custom id cannot be duplicated';
      context.addIssue(issue('COMPONENT_CUSTOM_ID_DUPLICATED', words, ['components', ...path]));
    }
  });
