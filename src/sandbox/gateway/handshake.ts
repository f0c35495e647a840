/** What a client says when it connects, and what it is told. */

import { GatewayCloseCodes, GatewayIntentBits as Intent } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Guild, World } from '../world/world.ts';
import type { Session } from './session.ts';

const frame = z.object({ op: z.number().int(), d: z.unknown().optional() });
export const identify = z.object({
  token: z.string(),
  intents: z.number().int(),
  shard: z.tuple([z.number().int(), z.number().int()]).default([0, 1]),
});
export const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.number().int() });

const privileged = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
/** Discord closes with 4002 on longer payloads. */
const maxPayload = 4096;

/** @returns null for what is no gateway payload. */
export function readFrame(text: string): z.output<typeof frame> | null {
  if (text.length > maxPayload) return null;
  try {
    return frame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The code to close with when a client may not come in, else null. */
export function refusal(
  { token, intents, shard: [index, count] }: z.output<typeof identify>,
  allowed: { readonly botToken: string; readonly grantedIntents: number },
): GatewayCloseCodes | null {
  if (token !== allowed.botToken) return GatewayCloseCodes.AuthenticationFailed;
  if (index < 0 || index >= count) return GatewayCloseCodes.InvalidShard;
  if ((intents & privileged & ~allowed.grantedIntents) !== 0) return GatewayCloseCodes.DisallowedIntents;
  return null;
}

/** @param url where to resume. */
export function readyOf(world: World, { id, shard }: Session, guilds: readonly Guild[], url: string): object {
  return {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: id,
    resume_gateway_url: url,
    shard,
    // Without it discord.js has no application and an unhandled rejection.
    application: { id: world.application.id, flags: 0 },
  };
}
