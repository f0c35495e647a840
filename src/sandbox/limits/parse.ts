/** Reads a body by a schema and reports what is wrong with it in Discord's words. */

import type { z } from 'zod';
import { type Problem, refuse } from '../rest/discord-error.ts';

/**
 * @param at where the body stands in the request ("data" for an interaction callback's).
 * @throws DiscordError 50035 with every problem at its path.
 */
export function parse<T>(schema: z.ZodType<T>, body: unknown, at: readonly string[] = []): T {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  throw refuse.invalidForm(result.error.issues.map((issue) => problem(issue, at)));
}

/** An issue with a code of Discord's own. */
export function issue(code: string, message: string, path: readonly (string | number)[] = []) {
  return { code: 'custom' as const, message, params: { discord: code }, path: [...path] };
}

function problem(found: z.core.$ZodIssue, at: readonly string[]): Problem {
  const path = [...at, ...found.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  return { path, ...words(found) };
}

function words(found: z.core.$ZodIssue): { code: string; message: string } {
  switch (found.code) {
    case 'custom':
      return { code: String(found.params?.discord ?? 'BASE_TYPE_INVALID'), message: found.message };
    case 'too_big':
      return found.origin === 'string' || found.origin === 'array'
        ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${found.maximum} or fewer in length.` }
        : { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${found.maximum}.` };
    case 'too_small':
      return found.origin === 'string' || found.origin === 'array'
        ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${found.minimum} or more in length.` }
        : { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${found.minimum}.` };
    case 'invalid_type':
      return found.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: 'BASE_TYPE_BAD_TYPE', message: `Must be of type ${found.expected}.` };
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of (${found.values.map(String).join(', ')}).`,
      };
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    default:
      return { code: 'UNION_TYPE_CHOICES', message: 'Value of field must be one of the known types.' };
  }
}
