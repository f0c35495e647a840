import { ButtonStyle, ComponentType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import type { Post } from '../../bulletins/platform.ts';
import { bulletins } from '../../desk/wording/bulletins.ts';
import { decodeCustomId, encodeCustomId } from '../custom-id.ts';

export const askAboutAction = 'bulletin-ask';

/** What Discord is sent for a post. Its button carries the bulletin's id, by which the message is found again. */
export function postBody({ bulletin, text, roles, mark }: Post): RESTPostAPIChannelMessageJSONBody {
  const said = mark === null ? [] : [{ description: bulletins.mark(mark, timestamp) }];
  return {
    content: text,
    embeds: said,
    allowed_mentions: { parse: [], roles: [...roles] },
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: bulletins.askAbout,
            custom_id: encodeCustomId({ action: askAboutAction, asker: '0', fields: [bulletin] }),
          },
        ],
      },
    ],
  };
}

/** Id of the bulletin whose post carries these components, or null. */
export function bulletinIn(components: readonly unknown[] | undefined): string | null {
  for (const customId of customIds(components ?? [])) {
    const id = decodeCustomId(customId);
    if (id?.action === askAboutAction) return id.fields[0] ?? null;
  }
  return null;
}

/** Discord shows it in each reader's own zone and language: https://docs.discord.com/developers/reference#message-formatting */
export function timestamp(at: number): string {
  return `<t:${Math.floor(at / 1_000)}:f>`;
}

function customIds(components: readonly unknown[]): readonly string[] {
  return components.flatMap((component) => {
    if (typeof component !== 'object' || component === null) return [];
    const { custom_id: own, components: inner } = component as { custom_id?: unknown; components?: unknown };
    return [...(typeof own === 'string' ? [own] : []), ...(Array.isArray(inner) ? customIds(inner) : [])];
  });
}
