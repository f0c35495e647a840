/** Routes as data: a method, a pattern and what is done; the first that matches is used. */

import type { Upload } from '../visitor/visitor.ts';

export interface RestRequest {
  readonly method: string;
  /** Below /api/v10, each part decoded. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** By their field number: files[0], files[1] … */
  readonly files: readonly { readonly index: number; readonly upload: Upload }[];
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** "/channels/:channel/messages" */
  readonly pattern: string;
  /** False where the token in the path is authorization enough. */
  readonly needsToken: boolean;
  handle(request: RestRequest): RestAnswer;
}

export const ok = (body: unknown): RestAnswer => ({ status: 200, body });
export const nothing: RestAnswer = { status: 204 };

/** @returns the named parts, or null when it does not match. `*` at the end stands for the rest. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const open = wanted.at(-1) === '*';
  if (open ? given.length < wanted.length : given.length !== wanted.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part === '*' && index === wanted.length - 1) break;
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

/** A path with its ids as ":id" and its tokens as ":token", for reports. */
export function shape(path: string): string {
  return hideTokens(path, ':token').replaceAll(/\/\d{15,20}(?=\/|$)/g, '/:id');
}

/** A path without the token of an interaction. */
export function hideTokens(path: string, instead = '<token>'): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/[^/]+\/)[^/]+/, `$1${instead}`);
}
