/** The parts of the sandbox's Discord that routes and visitors work on. */

import type { Commands } from './commands/commands.ts';
import type { Files } from './files/files.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { Messages } from './world/message.ts';
import type { World } from './world/world.ts';

export interface Discord {
  readonly world: World;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  readonly files: Files;
}
