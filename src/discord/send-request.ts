import type { RESTOptions } from 'discord.js';
import { type Dispatcher, getGlobalDispatcher, Headers, type RequestInit } from 'undici';

type Answer = Awaited<ReturnType<RESTOptions['makeRequest']>>;

/**
 * Sends a request and reads the whole answer: what Discord answers is short. The library's own way makes a stream of each
 * answer, which costs more than all else about it. Rejects with what the signal says when that ends it, or with the
 * connection's error.
 */
export function sendRequest(url: string, init: RequestInit): Promise<Answer> {
  const { origin, pathname, search } = new URL(url);
  const { method = 'GET', headers, body, signal } = init;
  const dispatcher = init.dispatcher ?? getGlobalDispatcher();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    let statusText = '';
    let received = new Headers();
    dispatcher.dispatch(
      {
        origin,
        path: pathname + search,
        method: method as Dispatcher.HttpMethod,
        headers: headers as Record<string, string>,
        body: body as string | null,
      },
      {
        onConnect(abort) {
          const end = () => abort(signal?.reason);
          if (signal?.aborted) end();
          else signal?.addEventListener('abort', end, { once: true });
        },
        onHeaders(code, raw, _, text) {
          status = code;
          statusText = text;
          received = headersOf(raw);
          return true;
        },
        onData(chunk) {
          chunks.push(chunk);
          return true;
        },
        onComplete() {
          resolve(answerOf({ status, statusText, headers: received }, Buffer.concat(chunks)));
        },
        onError: reject,
      },
    );
  });
}

function answerOf(
  { status, statusText, headers }: Pick<Answer, 'status' | 'statusText' | 'headers'>,
  body: Buffer,
): Answer {
  const text = async () => body.toString('utf8');
  return {
    ...{ status, statusText, headers, text },
    ok: status >= 200 && status < 300,
    body: null,
    bodyUsed: false,
    json: async () => JSON.parse(await text()),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}

/** Names and values in turn. */
function headersOf(raw: readonly Buffer[]): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    headers.append(String(raw[at]), String(raw[at + 1]));
  }
  return headers;
}
