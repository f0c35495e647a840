import type { Reply } from './reply.ts';

/**
 * A reply in the API's names. Nobody is ever notified by what the bot says; absent parts are sent as none, so that an
 * update clears them.
 */
export function said({ content, embeds = [], components = [], files = [] }: Reply) {
  return {
    content,
    embeds: [...embeds],
    components: [...components],
    attachments: files.map((_, at) => ({ id: String(at) })),
    allowed_mentions: { parse: [], replied_user: false },
  };
}

/** The files of a reply. */
export function attached({ files = [] }: Reply) {
  return files.map(({ name, text }) => ({ name, data: Buffer.from(text, 'utf8') }));
}

/** A reply in the names of the library. */
export function payload(reply: Reply) {
  const { content, embeds, components } = said(reply);
  const files = attached(reply).map(({ name, data }) => ({ name, attachment: data }));
  return { content, embeds, components, files, allowedMentions: { parse: [], repliedUser: false } };
}
