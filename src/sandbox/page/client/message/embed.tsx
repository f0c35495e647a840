import type { APIEmbed } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { fullOf } from '../time.ts';
import { LocalImage } from './local-image.tsx';
import { Markdown } from './markdown.tsx';

export function Embed({ embed }: { embed: APIEmbed }) {
  const { author, title, url, description, fields = [], footer, timestamp, color } = embed;
  const stripe =
    color === undefined ? {} : { borderInlineStartColor: `#${color.toString(16).padStart(6, '0')}` };
  return (
    <div class="embed" style={stripe}>
      {author && (
        <p class="embed-author">
          <Linked url={author.url}>{author.name}</Linked>
        </p>
      )}
      {title !== undefined && (
        <p class="embed-title">
          <Linked url={url}>
            <Markdown text={title} />
          </Linked>
        </p>
      )}
      {description !== undefined && <Markdown text={description} />}
      {fields.length > 0 && (
        <dl class="embed-fields">
          {fields.map((field, index) => (
            <div key={`${index}`} data-inline={field.inline ?? false}>
              <dt>
                <Markdown text={field.name} />
              </dt>
              <dd>
                <Markdown text={field.value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {embed.image && <LocalImage url={embed.image.url} words="Picture" />}
      {(footer || timestamp) && (
        <p class="embed-footer">
          {[footer?.text, timestamp === undefined ? undefined : fullOf(timestamp)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </div>
  );
}

function Linked({ url, children }: { url: string | undefined; children: ComponentChildren }) {
  if (url === undefined || !/^https?:\/\//i.test(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
