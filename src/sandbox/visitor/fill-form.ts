/** Checks what a person filled into a form, and makes of it what is sent. */

import { ComponentType as Kind } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { maxFileBytes } from '../files/files.ts';
import { isUpload } from './options.ts';
import type { Form, FormField } from './outcome.ts';
import { Resolved } from './resolved.ts';
import type { FormValue, Upload } from './visitor.ts';

export interface FilledForm {
  readonly problems: readonly string[];
  readonly data: object;
}

type Input = Exclude<FormField, { kind: 'words' }>;

export function fillForm(
  discord: Discord,
  form: Form,
  values: Readonly<Record<string, FormValue>>,
): FilledForm {
  const channel = discord.world.channels.get(form.channelId);
  if (!channel) return { problems: ['The channel is gone'], data: {} };
  const resolved = new Resolved(discord, channel);
  const inputs = form.fields.filter((field) => field.kind !== 'words');
  const problems = Object.keys(values)
    .filter((id) => !inputs.some(({ customId }) => customId === id))
    .map((id) => `There is no field "${id}"`);
  const filled = new Map<string, object>();
  for (const field of inputs) {
    const result = fill(field, values[field.customId], resolved);
    if (typeof result === 'string') problems.push(`"${field.label}" ${result}`);
    else filled.set(field.customId, { custom_id: field.customId, ...result });
  }
  if (problems.length > 0) return { problems, data: {} };
  const components = form.raw.components.map((top) => {
    if (top.type === Kind.TextDisplay) return { type: top.type, id: top.id ?? 0 };
    if (top.type === Kind.Label) {
      return { type: top.type, id: top.id ?? 0, component: sent(top.component, filled) };
    }
    return { type: top.type, id: 0, components: top.components.map((input) => sent(input, filled)) };
  });
  return { problems: [], data: { custom_id: form.customId, components, resolved: resolved.toJSON() ?? {} } };
}

function sent(
  { type, id, custom_id: customId }: { type: Kind; id?: number; custom_id: string },
  filled: Map<string, object>,
) {
  return { type, id: id ?? 0, ...filled.get(customId) };
}

/** @returns the value as sent, or what is wrong with it. */
function fill(field: Input, given: FormValue | undefined, resolved: Resolved): object | string {
  switch (field.kind) {
    case 'text': {
      const value = given ?? field.value;
      if (typeof value !== 'string') return 'takes text';
      if (value === '') return field.required ? 'is required' : { value };
      if (value.length < field.minLength) return `must have at least ${field.minLength} characters`;
      return value.length > field.maxLength ? `must have at most ${field.maxLength} characters` : { value };
    }
    case 'checkbox':
      return typeof given === 'string' ? { value: given === 'true' } : { value: given ?? field.ticked };
    case 'files': {
      const files = uploads(given);
      const wrong = count(field, files.length, 'files');
      if (wrong) return wrong;
      if (files.some(({ data }) => data.byteLength > maxFileBytes)) return 'has too large a file';
      return { values: files.map((file) => resolved.file(file)) };
    }
    case 'radio': {
      const [value = null] = chosen(field, given);
      if (value === null) return field.required ? 'is required' : { value };
      return has(field, value) ? { value } : 'must be one of its options';
    }
    default: {
      const values = chosen(field, given);
      const wrong = count(field, values.length, 'choices');
      if (wrong) return wrong;
      if (!values.every((value) => has(field, value))) return 'must be one of its options';
      resolve(field.kind, values, resolved);
      return { values };
    }
  }
}

type Choosing = Extract<Input, { options: unknown }>;

/** What was given, as a list; the options chosen beforehand when nothing was. */
function chosen(field: Choosing, given: FormValue | undefined): readonly string[] {
  if (given === undefined) return field.options.filter((option) => option.chosen).map(({ value }) => value);
  if (typeof given === 'string') return given === '' ? [] : [given];
  if (typeof given === 'boolean') return [];
  return given.filter((each): each is string => typeof each === 'string');
}

function uploads(given: FormValue | undefined): readonly Upload[] {
  return Array.isArray(given) ? given.filter(isUpload) : [];
}

function count(
  { required, minValues, maxValues }: { required: boolean; minValues: number; maxValues: number },
  length: number,
  what: string,
): string | null {
  if (length === 0) return required && minValues > 0 ? 'is required' : null;
  if (length >= minValues && length <= maxValues) return null;
  return `needs between ${minValues} and ${maxValues} ${what}`;
}

function has({ options }: Choosing, wanted: string): boolean {
  return options.some(({ value }) => value === wanted);
}

function resolve(kind: Choosing['kind'], ids: readonly string[], resolved: Resolved): void {
  for (const id of ids) {
    if (kind === 'people' || kind === 'mentionables') resolved.person(id);
    if (kind === 'roles' || kind === 'mentionables') resolved.role(id);
    if (kind === 'channels') resolved.channel(id, undefined);
  }
}
