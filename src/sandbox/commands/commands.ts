/** The commands the bot has registered, for everywhere and per guild. */

import { isDeepStrictEqual } from 'node:util';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { CommandBody } from '../limits/command.ts';
import type { World } from '../world/world.ts';

export class Commands {
  private readonly world: World;
  /** By guild id; null for global ones. */
  private readonly lists = new Map<string | null, readonly APIApplicationCommand[]>();
  /** Opened or closed under Integrations: "guild command person" → allowed. */
  private readonly access = new Map<string, boolean>();

  constructor(world: World) {
    this.world = world;
  }

  list(guildId: string | null): readonly APIApplicationCommand[] {
    return this.lists.get(guildId) ?? [];
  }

  /** Replaces a whole list; a command that was there (same type and name) keeps its id. */
  replace(guildId: string | null, bodies: readonly CommandBody[]): readonly APIApplicationCommand[] {
    const before = this.list(guildId);
    const after = bodies.map((body) => this.registered(guildId, body, before));
    this.lists.set(guildId, after);
    this.world.tell({ kind: 'commands-changed' });
    return after;
  }

  /** Adds one, or replaces the one of the same type and name. */
  upsert(guildId: string | null, body: CommandBody): { command: APIApplicationCommand; existed: boolean } {
    const before = this.list(guildId);
    const command = this.registered(guildId, body, before);
    const others = before.filter(({ id }) => id !== command.id);
    this.lists.set(guildId, [...others, command]);
    this.world.tell({ kind: 'commands-changed' });
    return { command, existed: others.length < before.length };
  }

  /** @returns whether it was there. */
  remove(guildId: string | null, commandId: string): boolean {
    const before = this.list(guildId);
    const after = before.filter(({ id }) => id !== commandId);
    this.lists.set(guildId, after);
    if (after.length < before.length) this.world.tell({ kind: 'commands-changed' });
    return after.length < before.length;
  }

  setAccess(guildId: string, commandId: string, personId: string, allowed: boolean): void {
    this.access.set(`${guildId} ${commandId} ${personId}`, allowed);
    this.world.tell({ kind: 'commands-changed' });
  }

  accessOf(guildId: string, commandId: string, personId: string): boolean | undefined {
    return this.access.get(`${guildId} ${commandId} ${personId}`);
  }

  private registered(
    guildId: string | null,
    { id: _, ...body }: CommandBody,
    before: readonly APIApplicationCommand[],
  ): APIApplicationCommand {
    const known = before.find(({ type, name }) => type === body.type && name === body.name);
    const command = {
      id: known?.id ?? this.world.nextId(),
      application_id: this.world.application.id,
      version: known?.version ?? this.world.nextId(),
      ...(guildId === null ? {} : { guild_id: guildId }),
      ...body,
      description: body.description ?? '',
      default_member_permissions: body.default_member_permissions ?? null,
      dm_permission: body.dm_permission ?? true,
      nsfw: body.nsfw ?? false,
      integration_types: body.integration_types ?? [0],
      contexts: body.contexts ?? null,
    } as APIApplicationCommand;
    return isDeepStrictEqual(command, known) ? command : { ...command, version: this.world.nextId() };
  }
}
