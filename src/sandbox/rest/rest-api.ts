/** Discord's REST API: finds the route of a call, checks the token, keeps the record, acts the faults out. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { actOut, answer } from '../faults/act-out.ts';
import type { RestFaults } from '../faults/rest-faults.ts';
import type { RestCall } from '../sandbox.ts';
import { DiscordError, refuse } from './discord-error.ts';
import { type Body, readBody } from './request-body.ts';
import { hideTokens, match, type RestAnswer, type Route, shape } from './route.ts';

const base = '/api/v10';
/** The record keeps this many calls, the newest ones. */
const keptCalls = 100_000;

export interface RestApiOptions {
  readonly routes: readonly Route[];
  readonly faults: RestFaults;
  readonly botToken: string;
  readonly now: () => number;
  readonly unknown: (what: string) => void;
}

type Recorded = { -readonly [Key in keyof RestCall]: RestCall[Key] };

export class RestApi {
  readonly calls: RestCall[] = [];
  private readonly options: RestApiOptions;

  constructor(options: RestApiOptions) {
    this.options = options;
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    const path = decodedPath(url);
    const call = this.record(method, path, url, request);
    let body: Body;
    try {
      body = await readBody(request);
    } catch (cause) {
      call.status = answer(response, refusal(cause));
      return;
    }
    call.body = body.json;
    call.files = body.files.map(({ upload: { filename, contentType, data } }) => {
      return { filename, contentType, size: data.byteLength };
    });
    const fault = this.options.faults.meet(method, path);
    call.status = await actOut(fault, response, () => this.apply(call, body));
  }

  private apply(call: RestCall, { json, files }: Body): RestAnswer {
    const { method, path, query } = call;
    for (const route of this.options.routes) {
      const params = route.method === method ? match(route.pattern, path) : null;
      if (!params) continue;
      if (route.needsToken && !call.authorized) return refusal(refuse.unauthorized());
      try {
        return route.handle({ method, path, params, query, body: json, files });
      } catch (cause) {
        return refusal(cause);
      }
    }
    const what = `${method} ${shape(path)}`;
    this.options.unknown(what);
    return { status: 404, body: { message: `The sandbox does not have the route ${what}`, code: 0 } };
  }

  private record(method: string, path: string, url: URL, request: IncomingMessage): Recorded {
    const call: Recorded = {
      method,
      path,
      shownPath: hideTokens(path),
      query: Object.fromEntries(url.searchParams),
      body: undefined,
      files: [],
      authorized: request.headers.authorization === `Bot ${this.options.botToken}`,
      at: this.options.now(),
      status: 0,
    };
    this.calls.push(call);
    if (this.calls.length > keptCalls) this.calls.shift();
    return call;
  }
}

function decodedPath({ pathname }: URL): string {
  const below = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}

/** @throws what is not a refusal: a bug of the sandbox. */
function refusal(cause: unknown): RestAnswer {
  if (!(cause instanceof DiscordError)) throw cause;
  return { status: cause.status, body: cause.body() };
}
