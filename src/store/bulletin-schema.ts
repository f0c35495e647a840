import { z } from 'zod';
import type { Bulletin } from '../bulletins/bulletin.ts';

const instant = z.number().int();
const states = [
  'draft',
  'awaiting',
  'scheduled',
  'publishing',
  'published',
  'cancelled',
  'failed',
  'held',
] as const;

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('quote'),
    quote: z.object({ announcement: z.string(), version: z.string(), statement: z.string() }),
  }),
]);

const problem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['late', 'unclear', 'altered', 'unapproved', 'deleted', 'overtaken', 'channel-gone']),
  }),
  z.object({ kind: z.literal('missing-permissions'), permissions: z.array(z.string()) }),
  z.object({ kind: z.literal('rights-lost'), person: z.string() }),
  z.object({ kind: z.literal('rejected'), detail: z.string() }),
]);

/** A bulletin as it is kept. A field that a later version adds gets a default here. */
export const bulletinSchema: z.ZodType<Bulletin> = z.object({
  id: z.string(),
  server: z.string(),
  author: z.string(),
  state: z.enum(states),
  amends: z
    .object({ kind: z.enum(['correction', 'retraction']), bulletin: z.string(), message: z.string() })
    .nullable(),
  channel: z.string(),
  title: z.string(),
  blocks: z.array(block),
  roles: z.array(z.string()),
  crosspost: z.boolean(),
  due: instant.nullable(),
  text: z.string(),
  approval: z.object({ by: z.string(), at: instant, fingerprint: z.string() }).nullable(),
  releasedAt: instant.nullable(),
  attemptedAt: instant.nullable(),
  attempts: z.number().int(),
  message: z.string().nullable(),
  publishedAt: instant.nullable(),
  problem: problem.nullable(),
  duties: z.array(z.enum(['crosspost', 'tell'])),
  wakeAt: instant.nullable(),
  revision: z.number().int(),
  createdAt: instant,
});
