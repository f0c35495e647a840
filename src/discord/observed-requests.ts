import type { RESTOptions } from 'discord.js';
import type { Observer } from './observer.ts';
import { sendRequest } from './send-request.ts';

/** Names of the calls a bot makes; the first pattern that is found in the address names it. */
const calls: readonly (readonly [RegExp, string])[] = [
  [/\/interactions\/\d+\/[^/]+\/callback/, 'interaction callback'],
  [/\/webhooks\//, 'interaction follow-up'],
  [/\/messages\/\d+\/crosspost/, 'crosspost'],
  [/\/channels\/\d+\/messages/, 'message'],
  [/\/applications\/\d+(?:\/guilds\/\d+)?\/commands/, 'commands'],
  [/\/users\/@me\/channels/, 'direct message channel'],
  [/\/gateway/, 'gateway'],
];

/** REST options that let an observer hear of every request, also of those that get no answer. */
export function observedRequests({ called }: Observer): Pick<RESTOptions, 'makeRequest'> {
  return {
    async makeRequest(url, init) {
      const call = `${init.method ?? 'GET'} ${calls.find(([pattern]) => pattern.test(url))?.[1] ?? 'other'}`;
      try {
        const response = await sendRequest(url, init);
        called({ call, status: String(response.status) });
        return response;
      } catch (error) {
        called({ call, status: 'none' });
        throw error;
      }
    },
  };
}
