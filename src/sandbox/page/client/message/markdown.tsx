/** Discord's markdown as elements. Text only ever becomes text: there is no markup from messages anywhere. */

import { useSignal } from '@preact/signals';
import { parse } from 'discord-markdown-parser';
import type { ComponentChildren } from 'preact';
import { names } from '../names.ts';
import { fullOf, writtenTime } from '../time.ts';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly id?: string;
  readonly name?: string;
  readonly fullName?: string;
  readonly timestamp?: string;
  readonly format?: string;
  readonly level?: number;
}

/** @param extended where Discord knows links with a text of their own, as in embeds and the bot's messages. */
export function Markdown({ text, extended = true }: { text: string; extended?: boolean }) {
  const nodes = parse(text, extended ? 'extended' : 'normal') as unknown as readonly Node[];
  return <div class="markdown">{all(nodes)}</div>;
}

function all(nodes: readonly Node[]): ComponentChildren {
  return nodes.map((node, index) => one(node, `${index}`));
}

function inner({ content }: Node): ComponentChildren {
  return typeof content === 'string' ? content : all(content ?? []);
}

function one(node: Node, key: string): ComponentChildren {
  const { id = '' } = node;
  switch (node.type) {
    case 'text':
      return inner(node);
    case 'br':
    case 'newline':
      return <br key={key} />;
    case 'strong':
      return <strong key={key}>{inner(node)}</strong>;
    case 'em':
      return <em key={key}>{inner(node)}</em>;
    case 'underline':
      return <u key={key}>{inner(node)}</u>;
    case 'strikethrough':
      return <s key={key}>{inner(node)}</s>;
    case 'spoiler':
      return <Spoiler key={key}>{inner(node)}</Spoiler>;
    case 'heading':
      return (
        <p key={key} class="heading" data-level={node.level}>
          {inner(node)}
        </p>
      );
    case 'subtext':
      return (
        <small key={key} class="subtext">
          {inner(node)}
        </small>
      );
    case 'blockQuote':
      return <blockquote key={key}>{inner(node)}</blockquote>;
    case 'inlineCode':
      return <code key={key}>{inner(node)}</code>;
    case 'codeBlock':
      return (
        <pre key={key}>
          <code>{inner(node)}</code>
        </pre>
      );
    case 'link':
    case 'url':
    case 'autolink':
      return <Link key={key} node={node} />;
    case 'user':
      return <Mention key={key} text={`@${names.user(id)}`} />;
    case 'role':
      return <Mention key={key} text={`@${names.role(id)}`} />;
    case 'channel':
      return <Mention key={key} text={`#${names.channel(id)}`} />;
    case 'slashCommand':
      return <Mention key={key} text={`/${node.fullName ?? ''}`} />;
    case 'everyone':
    case 'here':
      return <Mention key={key} text={`@${node.type}`} />;
    case 'timestamp': {
      const moment = new Date(Number(node.timestamp) * 1000);
      if (Number.isNaN(moment.getTime())) return node.timestamp;
      const iso = moment.toISOString();
      return (
        <time key={key} dateTime={iso} title={fullOf(iso)}>
          {writtenTime(moment, node.format ?? 'f')}
        </time>
      );
    }
    case 'emoji':
      return `:${node.name ?? ''}:`;
    case 'twemoji':
      return node.name;
    default:
      return inner(node);
  }
}

function Mention({ text }: { text: string }) {
  return <span class="mention">{text}</span>;
}

/** Only addresses of the web become links. */
function Link({ node }: { node: Node }) {
  const { target = '' } = node;
  if (!/^https?:\/\//i.test(target)) return <>{inner(node)}</>;
  return (
    <a href={target} target="_blank" rel="noreferrer noopener" title={target}>
      {inner(node)}
    </a>
  );
}

function Spoiler({ children }: { children: ComponentChildren }) {
  const shown = useSignal(false);
  if (shown.value) return <span class="spoiler-open">{children}</span>;
  return (
    <button
      type="button"
      class="spoiler"
      aria-label="Hidden text: show it"
      onClick={() => {
        shown.value = true;
      }}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
