/** Discord's markdown as readable text: escapes resolved, mentions by name, quotations marked. */

import { parse } from 'discord-markdown-parser';
import { z } from 'zod';
import type { Ink } from './ink.ts';

/** What ids mean. */
export interface Names {
  user(id: string): string;
  role(id: string): string;
  channel(id: string): string;
}

type Nodes = readonly z.output<typeof node>[];

const node = z.object({
  type: z.string(),
  get content(): z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<typeof node>]>> {
    return z.union([z.string(), z.array(node)]).optional();
  },
  target: z.string().optional(),
  id: z.string().optional(),
  name: z.string().optional(),
  fullName: z.string().optional(),
  timestamp: z.string().optional(),
});

export function plainText(markdown: string, ink: Ink, names: Names): string {
  const nodes = z.array(node).parse(parse(markdown, 'extended'));
  return write(nodes, ink, names).trimEnd();
}

function write(nodes: Nodes, ink: Ink, names: Names): string {
  return nodes.map((each) => writeOne(each, ink, names)).join('');
}

function writeOne(each: Nodes[number], ink: Ink, names: Names): string {
  const inner = typeof each.content === 'string' ? each.content : write(each.content ?? [], ink, names);
  const id = each.id ?? '';
  switch (each.type) {
    case 'strong':
      return ink('bold', inner);
    case 'em':
      return ink('italic', inner);
    case 'underline':
      return ink('underline', inner);
    case 'strikethrough':
      return ink('strike', inner);
    case 'heading':
      return `${ink('bold', inner)}\n`;
    case 'subtext':
      return `${ink('dim', inner)}\n`;
    case 'br':
      return '\n';
    case 'blockQuote':
      return `${inner
        .trimEnd()
        .split('\n')
        .map((line) => `│ ${line}`)
        .join('\n')}\n`;
    case 'codeBlock':
      return `${inner}\n`;
    case 'link':
      return inner === each.target ? inner : `${inner} (${each.target ?? ''})`;
    case 'user':
      return ink('accent', `@${names.user(id)}`);
    case 'role':
      return ink('accent', `@${names.role(id)}`);
    case 'channel':
      return ink('accent', `#${names.channel(id)}`);
    case 'slashCommand':
      return ink('accent', `/${each.fullName ?? ''}`);
    case 'everyone':
    case 'here':
      return ink('accent', `@${each.type}`);
    case 'timestamp':
      return new Date(Number(each.timestamp) * 1000).toLocaleString();
    case 'emoji':
    case 'twemoji':
      return each.name ?? '';
    default:
      return inner;
  }
}
