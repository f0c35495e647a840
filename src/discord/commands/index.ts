import type { Command } from '../command.ts';
import { announce } from './announce/announce.ts';
import { answerThis } from './answer-this.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { checkThis } from './check-this.ts';
import { help } from './help.ts';
import { libraryCommand } from './library/library.ts';
import { useAsAnnouncement } from './library/use-as-announcement.ts';
import { privacy } from './privacy/privacy.ts';
import { quotes } from './quotes.ts';
import { settings } from './settings/settings.ts';
import { source } from './source.ts';
import { taught } from './taught/taught.ts';

/** Everything people can do, in the order Discord is told of it. */
export const commands: readonly Command[] = [
  ask,
  check,
  quotes,
  source,
  announce,
  libraryCommand,
  taught,
  settings,
  privacy,
  help,
  answerThis,
  checkThis,
  useAsAnnouncement,
];
