import { ApplicationCommandType } from 'discord-api-types/v10';
import type { SeenChannel } from '../protocol.ts';
import { prefill } from './composer/draft.ts';
import { opened, view } from './state.ts';

const shown = 4;

/** What an empty channel says: where one is, and what one could do first. */
export function Welcome({ channel }: { channel: SeenChannel }) {
  const bot = view.value?.bot.name ?? 'the bot';
  const commands = (opened.value?.commands ?? []).filter(
    ({ type }) => type === ApplicationCommandType.ChatInput,
  );
  const isDirect = channel.kind === 'bot-direct-message';
  return (
    <div class="welcome">
      <p class="welcome-sign" aria-hidden="true">
        “
      </p>
      <h2>{isDirect ? `Write to ${bot}` : `This is ${channel.name}`}</h2>
      <p>
        A small Discord that lives on this machine only, with the real bot in it: no account, nothing leaves
        this computer, and all of it is forgotten when you stop it.
      </p>
      <p>
        {isDirect ? 'Any text is for the bot. ' : ''}Type <kbd>/</kbd> for its commands. Point at a message
        for its menu. Become somebody else at the side.
      </p>
      <ul class="welcome-commands">
        {commands.slice(0, shown).map(({ id, name, description }) => (
          <li key={id}>
            <button type="button" onClick={() => prefill(`/${name}`)}>
              <strong>/{name}</strong> {description}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
