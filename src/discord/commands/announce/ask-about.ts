import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { askAboutAction } from '../../bulletins/post-body.ts';
import { tooOld } from '../../buttons/too-old.ts';
import type { Button, Form } from '../../command.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { answerIn } from '../answer-in.ts';
import { isBulletinId } from './ids.ts';

/** The button under every post: whoever reads it can ask, and only they see the answer. */
export const askAboutButton: Button = {
  action: askAboutAction,
  who: 'anyone',
  async press({ user }, { say }, { fields: [bulletin = ''] }) {
    if (!isBulletinId(bulletin)) return tooOld({ say });
    const { title, question } = bulletins.askAboutForm;
    const input = {
      type: ComponentType.TextInput as const,
      custom_id: 'question',
      style: TextInputStyle.Short as const,
      max_length: 300,
    };
    await say.openForm({
      custom_id: encodeCustomId({ action: 'bulletin-about', asker: user.id, fields: [bulletin] }),
      title,
      components: [{ type: ComponentType.Label, label: question, component: input }],
    });
  },
};

/** Answers from the announcement that the post quotes, or else the usual one. */
export const askAboutForm: Form = {
  action: 'bulletin-about',
  async submit(interaction, call, { fields: [id = ''] }) {
    const bulletin = await call.bulletins.find(id);
    const quotes = bulletin?.blocks.flatMap((block) => (block.kind === 'quote' ? [block.quote] : [])) ?? [];
    const quoted = quotes
      .map(({ announcement }) => announcement)
      .find((slug) => call.desk.announcement(slug));
    const question = interaction.fields.getTextInputValue('question');
    await answerIn(
      { question, ...(quoted === undefined ? {} : { announcement: quoted }) },
      { asker: interaction.user.id, wished: true },
      call,
    );
  },
};
