import { z } from 'zod';

/** The shape of `announcement.yaml`, before anything in it has been compared with the source. */

const id = z
  .string()
  .max(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'must be letters, digits, ".", "-" or "_" (at most 40)')
  .describe('A short name that nothing else of its kind has: letters, digits, ".", "-", "_".');

const line = z.string().regex(/\S/, 'must not be empty');

const words = z
  .union([line, z.array(line).min(1)], { error: 'must be text, or a list of pieces of text' })
  .describe(
    'The words exactly as the source prints them. A list where a cue or anything else interrupts them.',
  );

const paragraph = z
  .int()
  .min(1)
  .describe('The paragraph of the source they stand in, counted from 1. Needed where they stand in several.');

const person = z.strictObject({
  id,
  name: line.describe('The full name as the source prints it.'),
  role: line.optional().describe('Words of the source that say who this is.'),
  aliases: z.array(line).default([]).describe('Other names and titles people use, in any language.'),
});

const topic = z.strictObject({ id, name: line });

const statement = z.strictObject({
  id,
  kind: z
    .enum(['direct', 'indirect', 'mixed', 'narration'])
    .describe('Inside quotation marks, relayed by the reporter, partly quoted, or told by the reporter.'),
  words,
  paragraph: paragraph.optional(),
  also: z
    .array(z.strictObject({ paragraph, words: words.optional() }))
    .default([])
    .describe('Further places where the same words, or the part given, stand.'),
  speaker: id.optional().describe('Id of the person who said it. Not for narration.'),
  cue: line.optional().describe('The words of the source that attribute it, such as "pointed out".'),
  topics: z.array(id).default([]).describe('Ids of topics.'),
  asks: z.array(line).default([]).describe('Ways people ask for it, in any language.'),
});

export const definition = z.strictObject({
  label: line.describe('What the source is called in an attribution: words of the source.'),
  link: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where it was published.'),
  language: z
    .string()
    .refine(isLanguageTag, 'must be a language tag such as "en" or "es-VE"')
    .describe("The source's language, a BCP 47 tag."),
  source: z.strictObject({
    file: z
      .string()
      .regex(/^(?!\.{1,2}$)[^/\\\0]+$/, 'must be the name of a file in the same folder')
      .describe('Name of the text file in the same folder.'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits in lower case')
      .describe('SHA-256 of that file, so that no change to it goes unnoticed.'),
  }),
  people: z.array(person).default([]).describe('Everybody who speaks, or is only spoken about.'),
  topics: z.array(topic).default([]),
  statements: z.array(statement).min(1),
  notSaid: z
    .array(z.strictObject({ about: line, asks: z.array(line).min(1) }))
    .default([])
    .describe('What people will ask that the source does not say.'),
  synonyms: z
    .array(z.array(line).min(2))
    .default([])
    .describe('Groups of words that mean the same in this source.'),
});

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export type Definition = z.output<typeof definition>;
export type StatementDefinition = Definition['statements'][number];

/** The same shape as a JSON Schema, which lets editors complete and check the file as it is written. */
export function definitionSchema(): string {
  const schema = z.toJSONSchema(definition, { io: 'input' });
  return `${JSON.stringify({ title: 'Announcement', ...schema }, null, 2)}\n`;
}
