/** Answers a REST call, as it should be or as a fault wants it. */

import type { ServerResponse } from 'node:http';
import type { RestAnswer } from '../rest/route.ts';
import type { RestFault } from './faults.ts';

const html =
  '<!DOCTYPE html><html><head><title>Access denied</title></head><body><h1>Error 1020</h1></body></html>';

/**
 * @param apply carries the call out and gives the right answer.
 * @returns the HTTP status that was answered; 0 when none was.
 */
export async function actOut(
  fault: RestFault | null,
  response: ServerResponse,
  apply: () => RestAnswer,
): Promise<number> {
  switch (fault?.kind) {
    case undefined:
      return answer(response, apply());
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return answer(response, apply());
    case 'apply-then-status':
      apply();
      return plain(response, fault.status, 'upstream connect error');
    case 'apply-then-reset':
      apply();
      response.socket?.resetAndDestroy();
      return 0;
    case 'apply-then-close':
      apply();
      response.socket?.end();
      return 0;
    case 'apply-then-hang':
      apply();
      return 0;
    case 'hang':
      return 0;
    case 'status':
      return plain(response, fault.status, 'upstream connect error');
    case 'html':
      response.setHeader('content-type', 'text/html; charset=UTF-8');
      return plain(response, 403, html);
    case 'error':
      return answer(response, { status: fault.status, body: { message: fault.message, code: fault.code } });
    case 'rate-limit': {
      const { header, body: retryAfter, scope } = fault;
      const global = scope === 'global';
      if (header !== null) response.setHeader('retry-after', String(header));
      if (global) response.setHeader('x-ratelimit-global', 'true');
      response.setHeader('x-ratelimit-scope', scope);
      const body = { message: 'You are being rate limited.', retry_after: retryAfter, global };
      return answer(response, { status: 429, body });
    }
  }
}

/** Sends JSON, or nothing with 204. */
export function answer(response: ServerResponse, { status, body }: RestAnswer): number {
  response.statusCode = status;
  if (body === undefined) {
    response.end();
  } else {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  }
  return status;
}

function plain(response: ServerResponse, status: number, text: string): number {
  response.statusCode = status;
  response.end(text);
  return status;
}
