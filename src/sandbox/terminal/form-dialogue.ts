/** A form asked field by field. */

import { type Form, type FormField, type Outcome, Refusal } from '../visitor/outcome.ts';
import type { FormValue } from '../visitor/visitor.ts';
import { type Directory, readUpload } from './option-values.ts';
import { words } from './words.ts';

export interface Asking {
  readonly directory: Directory;
  say(line: string): void;
  /** The next typed line; null when there are no more. */
  ask(question: string): Promise<string | null>;
}

type Field = Exclude<FormField, { kind: 'words' }>;

/** @returns what came of sending it in, or null when it was cancelled. What the form refuses is asked again. */
export async function fillInForm(asking: Asking, form: Form): Promise<Outcome | null> {
  asking.say(words.form(form.title));
  for (;;) {
    const values: Record<string, FormValue> = {};
    for (const field of form.fields) {
      if (field.kind === 'words') {
        asking.say(field.text);
        continue;
      }
      const value = await askField(asking, field);
      if (value === null) return null;
      if (value !== undefined) values[field.customId] = value;
    }
    const outcome = await asking.directory.visitor.submit(form, values);
    if (outcome.kind !== 'refused') return outcome;
    for (const problem of outcome.problems) asking.say(problem);
  }
}

/** @returns undefined to leave it as it is, null to give up. */
async function askField(asking: Asking, field: Field): Promise<FormValue | undefined | null> {
  if ('options' in field) {
    const labels = field.options.map(({ label, description }) =>
      description ? `${label} – ${description}` : label,
    );
    for (const line of words.chooseFrom(field.label, labels)) asking.say(line);
  }
  for (;;) {
    const line = await asking.ask(words.field(field.label, hint(field), standing(field), field.required));
    if (line === null || line.trim() === '.') return null;
    if (line.trim() === '') return undefined;
    try {
      return read(asking, field, line.trim());
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      asking.say(cause.message);
    }
  }
}

function read({ directory }: Asking, field: Field, line: string): FormValue {
  switch (field.kind) {
    case 'text':
      return field.paragraph ? line.replaceAll('\\n', '\n') : line;
    case 'checkbox':
      return /^y/i.test(line);
    case 'files':
      return line.split(',').map((path) => readUpload(directory.folder, path.trim()));
    default: {
      const chosen = choose(field.options, line);
      return field.kind === 'radio' ? (chosen[0] ?? '') : chosen;
    }
  }
}

/**
 * Options by number or label, with commas between.
 * @throws Refusal on one that is not there.
 */
export function choose(
  options: readonly { readonly label: string; readonly value: string }[],
  line: string,
): string[] {
  return line
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((given) => {
      const found = options[Number(given) - 1] ?? options.find(({ label }) => label === given);
      if (!found) throw new Refusal(words.unknownChoice(given));
      return found.value;
    });
}

function hint(field: Field): string | null {
  if (field.description) return field.description;
  if (field.kind === 'checkbox') return words.yesOrNo;
  if (field.kind === 'files') return words.filePaths;
  return field.kind === 'text' ? field.placeholder : null;
}

function standing(field: Field): string {
  if (field.kind === 'text') return field.value;
  if (field.kind === 'checkbox') return field.ticked ? 'y' : '';
  if (!('options' in field)) return '';
  return field.options
    .filter(({ chosen }) => chosen)
    .map(({ label }) => label)
    .join(', ');
}
