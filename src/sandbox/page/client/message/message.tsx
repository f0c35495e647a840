import type { SeenMessage } from '../../protocol.ts';
import { Avatar } from '../avatar.tsx';
import { Dots } from '../dots.tsx';
import { Icon } from '../icon.tsx';
import { names } from '../names.ts';
import { dismiss, opened, view } from '../state.ts';
import { clockOf, fullOf } from '../time.ts';
import { Attachments } from './attachments.tsx';
import { Author } from './author.tsx';
import { Components } from './components.tsx';
import { Embed } from './embed.tsx';
import { Markdown } from './markdown.tsx';
import { Tools } from './tools.tsx';

export function Message({ message, follows }: { message: SeenMessage; follows: boolean }) {
  const { id, author, timestamp, ephemeral, thinking } = message;
  const me = view.value?.me.id ?? '';
  const name = author.global_name ?? author.username;
  return (
    <article
      class="message"
      aria-label={`${name}, ${clockOf(timestamp)}`}
      data-follows={follows}
      data-private={ephemeral}
      data-pinged={message.notified.includes(me)}
      id={`message-${id}`}
    >
      <Occasion message={message} />
      <div class="message-body">
        {follows ? (
          <time class="follow-time" dateTime={timestamp} title={fullOf(timestamp)}>
            {clockOf(timestamp)}
          </time>
        ) : (
          <Avatar name={name} bot={author.bot ?? false} />
        )}
        <div class="message-content">
          {!follows && (
            <p class="byline">
              <Author user={author} />
              {author.bot && <span class="tag">App</span>}
              <time dateTime={timestamp} title={fullOf(timestamp)}>
                {clockOf(timestamp)}
              </time>
            </p>
          )}
          {thinking ? (
            <p class="thinking">
              <Dots /> {name} is thinking …
            </p>
          ) : (
            <Content message={message} />
          )}
          {ephemeral && (
            <p class="private-note">
              <Icon name="eye" /> Only you can see this ·{' '}
              <button type="button" class="link-button" onClick={() => void dismiss(id)}>
                Dismiss message
              </button>
            </p>
          )}
        </div>
      </div>
      {!thinking && <Tools message={message} />}
    </article>
  );
}

function Content({ message }: { message: SeenMessage }) {
  const { content, embeds, components = [], attachments, edited_timestamp: edited } = message;
  return (
    <>
      {content !== '' && <Markdown text={content} extended={message.author.bot ?? false} />}
      {edited !== null && (
        <span class="edited" title={fullOf(edited)}>
          (edited)
        </span>
      )}
      <Attachments attachments={attachments} />
      {embeds.map((embed, index) => (
        <Embed key={`${index}`} embed={embed} />
      ))}
      <Components messageId={message.id} components={components} />
    </>
  );
}

/** What a message answers: another message, or somebody's command. */
function Occasion({ message }: { message: SeenMessage }) {
  const { interaction, referenced_message: answered } = message;
  if (interaction) {
    const slash = opened.value?.commands.some(
      ({ name, type }) => type === 1 && interaction.name.split(' ')[0] === name,
    );
    return (
      <p class="occasion">
        {names.user(interaction.user.id)} used <strong>{`${slash ? '/' : ''}${interaction.name}`}</strong>
      </p>
    );
  }
  if (answered === undefined) return null;
  return (
    <p class="occasion">
      {answered === null ? (
        'The message this answers was deleted'
      ) : (
        <>
          Answers <strong>{answered.author.global_name ?? answered.author.username}</strong>:{' '}
          {excerpt(answered)}
        </>
      )}
    </p>
  );
}

const excerptLength = 90;

function excerpt({
  content,
  embeds,
}: {
  content: string;
  embeds: readonly { description?: string }[];
}): string {
  const text = (content || embeds[0]?.description || 'something to see').replaceAll(/\s+/g, ' ');
  const signs = [...text];
  return signs.length > excerptLength ? `${signs.slice(0, excerptLength).join('')} …` : text;
}
