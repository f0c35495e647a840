import type { ChatInputCommandInteraction } from 'discord.js';
import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { library } from '../../../desk/wording/library.ts';
import type { Call, Form } from '../../command.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { asModerator, type InServer } from '../../moderator.ts';
import { bring, bringFile } from './bring.ts';
import { decodeHandle, handle } from './prospect.ts';
import { ownNamed, tellUnknown } from './which.ts';

export const longestName = 80;
const longestText = 4_000;

/** /library add: a file, or a form to paste into. */
export async function add(interaction: ChatInputCommandInteraction & InServer, call: Call): Promise<void> {
  const name = interaction.options.getString('name') ?? '';
  const typed = interaction.options.getString('replaces');
  const replaced = typed === null ? null : await ownNamed(typed, interaction, call);
  if (typed !== null && replaced === null) return tellUnknown(typed, call);
  const file = interaction.options.getAttachment('file');
  if (file === null) return openForm(interaction, call, name, replaced?.slug ?? null);
  const { name: filename, size, contentType, url } = file;
  await bringFile(
    { name: filename, size, contentType, url },
    { name, ...(replaced === null ? {} : { replaces: replaced.slug }) },
    interaction,
    call,
  );
}

function openForm(
  { user }: ChatInputCommandInteraction & InServer,
  { say }: Call,
  name: string,
  replaces: string | null,
): Promise<void> {
  const { title, name: nameLabel, nameHint, text, textHint } = library.form;
  return say.openForm({
    custom_id: encodeCustomId({
      action: 'library-text',
      asker: user.id,
      fields: replaces === null ? [] : [handle(replaces)],
    }),
    title,
    components: [
      {
        type: ComponentType.Label,
        label: nameLabel,
        description: nameHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'name',
          style: TextInputStyle.Short,
          max_length: longestName,
          required: false,
          ...(name === '' ? {} : { value: name }),
        },
      },
      {
        type: ComponentType.Label,
        label: text,
        description: textHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'text',
          style: TextInputStyle.Paragraph,
          max_length: longestText,
        },
      },
    ],
  });
}

export const addForm: Form = {
  action: 'library-text',
  submit: (interaction, call, { fields: [replaced] }) =>
    asModerator(interaction, call, (inServer) => {
      const text = interaction.fields.getTextInputValue('text');
      const name = interaction.fields.getTextInputValue('name');
      const article = { text, readable: text, warnings: [] };
      const replaces = replaced === undefined ? {} : { replaces: decodeHandle(replaced) };
      return bring({ article, name, ...replaces }, inServer, call);
    }),
};
