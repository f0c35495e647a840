/** All interactions that were begun, and the clock each one runs against. */

import { randomBytes } from 'node:crypto';
import { refuse } from '../rest/discord-error.ts';
import type { Person, World } from '../world/world.ts';
import type { Interaction } from './interaction.ts';

export interface InteractionTimes {
  readonly responseMs: number;
  readonly tokenMs: number;
}

type Begun = Pick<
  Interaction,
  'id' | 'type' | 'person' | 'channel' | 'metadata' | 'source' | 'command' | 'userInstallOnly'
>;

export class Interactions {
  private readonly world: World;
  private readonly times: InteractionTimes;
  private readonly byToken = new Map<string, Interaction>();
  private readonly timers = new Map<Interaction, NodeJS.Timeout>();

  constructor(world: World, times: InteractionTimes) {
    this.world = world;
    this.times = times;
  }

  /** Sends an interaction to the bot and starts its clock. @param payload makes what the bot gets. */
  begin(begun: Begun, payload: (token: string) => object): Interaction {
    const interaction: Interaction = {
      ...begun,
      token: `sandbox.${randomBytes(48).toString('base64url')}`,
      begunAt: this.world.now(),
      state: 'waiting',
      response: null,
      original: null,
      form: null,
      choices: null,
      moved: null,
      followUps: [],
      formOpen: false,
    };
    this.forgetDead();
    this.byToken.set(interaction.token, interaction);
    this.timers.set(
      interaction,
      setTimeout(() => this.fail(interaction), this.times.responseMs),
    );
    this.world.tell({ kind: 'interaction-begun', interaction, payload: payload(interaction.token) });
    return interaction;
  }

  /**
   * The interaction a first response is for.
   * @throws DiscordError 10062 when unknown or too late, 40060 when it has been answered.
   */
  toAnswer(id: string, token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (!interaction || interaction.id !== id) throw refuse.unknownInteraction();
    if (interaction.state === 'answered') throw refuse.alreadyAcknowledged();
    const late = this.world.now() - interaction.begunAt > this.times.responseMs;
    if (interaction.state === 'failed' || late) throw refuse.unknownInteraction();
    return interaction;
  }

  /**
   * The interaction a later call is about.
   * @throws DiscordError 10015 when it was not answered, 50027 when its token has died.
   */
  toFollow(applicationId: string, token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (!interaction || applicationId !== this.world.application.id) throw refuse.unknownWebhook();
    if (interaction.state !== 'answered') throw refuse.unknownWebhook();
    if (this.world.now() - interaction.begunAt > this.times.tokenMs) throw refuse.expiredToken();
    return interaction;
  }

  /** Something came of it: those who wait look again. */
  moved(interaction: Interaction): void {
    if (interaction.state === 'answered') this.stopClock(interaction);
    this.world.tell({ kind: 'interaction-moved', interaction });
  }

  /** The interaction that was answered with this form, while it can be sent in. */
  openForm(id: string, person: Person): Interaction | undefined {
    const all = [...this.byToken.values()];
    return all.find((each) => each.id === id && each.person === person && each.formOpen);
  }

  closeForm(interaction: Interaction): void {
    interaction.formOpen = false;
  }

  /** Nobody will be answered any more. */
  close(): void {
    for (const interaction of [...this.timers.keys()]) this.fail(interaction);
  }

  private fail(interaction: Interaction): void {
    this.stopClock(interaction);
    if (interaction.state !== 'waiting') return;
    interaction.state = 'failed';
    this.moved(interaction);
  }

  private stopClock(interaction: Interaction): void {
    clearTimeout(this.timers.get(interaction));
    this.timers.delete(interaction);
  }

  /** Interactions whose token died long ago are of no more use; within the hour they still tell 50027 from 10015. */
  private forgetDead(): void {
    const horizon = this.world.now() - Math.max(this.times.tokenMs * 4, 60_000);
    for (const [token, { begunAt }] of this.byToken) {
      if (begunAt >= horizon) return;
      this.byToken.delete(token);
    }
  }
}
