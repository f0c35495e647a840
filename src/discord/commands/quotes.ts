import { SlashCommandBuilder } from 'discord.js';
import { statementsOn } from '../../desk/create-desk.ts';
import type { Choice, Desk } from '../../desk/desk.ts';
import { chat } from '../../desk/wording/chat.ts';
import { fold } from '../../search/text/fold.ts';
import { tooOld } from '../buttons/too-old.ts';
import type { Button, SlashCommand } from '../command.ts';
import { decodeNumbers } from '../custom-id.ts';
import { escapeTyped } from '../render/escape.ts';
import { renderStatements } from '../render/selection.ts';
import { plainReply, type Reply } from '../reply.ts';
import { everywhere } from './everywhere.ts';
import { described } from './localization.ts';
import {
  choice,
  choices,
  chosenAnnouncement,
  listNames,
  suggestCommon,
  suggestedOption,
  typedAnnouncement,
} from './options.ts';
import { texts } from './texts.ts';

const turnPage: Button = {
  action: 'quotes',
  who: 'asker',
  async press(_, { desk, say }, { asker, fields: [digits = '', person, topics, at] }) {
    const announcement = desk.version(digits);
    const [speaker = null] = (decodeNumbers(person) ?? []).map(
      (place) => announcement?.people[place] ?? null,
    );
    const on = (decodeNumbers(topics) ?? []).flatMap((place) => announcement?.topics[place] ?? []);
    const [page] = decodeNumbers(at) ?? [];
    if (announcement === null || page === undefined) return tooOld({ say });
    const statements = statementsOn(announcement, speaker, on);
    await say.update(renderStatements({ announcement, speaker, topics: on }, statements, asker, page));
  },
};

/** /quotes: everything that was said, by speaker or topic. */
export const quotes: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.quotes.name, texts.quotes.description)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .addStringOption(suggestedOption('speaker'))
    .addStringOption(suggestedOption('topic'))
    .addStringOption(suggestedOption('announcement'))
    .toJSON(),
  buttons: [turnPage],

  async run(interaction, call) {
    const announcement = await chosenAnnouncement(interaction.options.getString('announcement'), call);
    if (announcement === null) return;
    const speaker = interaction.options.getString('speaker');
    const topic = interaction.options.getString('topic');
    const chosen = {
      announcement: announcement.slug,
      ...(speaker === null ? {} : { speaker }),
      ...(topic === null ? {} : { topic }),
    };
    const { desk, say, surface } = call;
    await say.reply(browse(desk, chosen, interaction.user.id), { alone: surface.canBePrivate });
  },

  suggest(interaction, desk) {
    const { name, value } = interaction.options.getFocused(true);
    if (name !== 'topic') return suggestCommon(interaction, desk);
    const topics = desk.announcement(typedAnnouncement(interaction, desk).slug)?.topics ?? [];
    const typed = fold(value.trim());
    return choices(
      topics
        .filter((topic) => fold(topic.name).includes(typed))
        .flatMap((topic) => choice(topic.name, topic.name)),
    );
  },
};

function browse(desk: Desk, choice: Choice, asker: string): Reply {
  const selection = desk.browse(choice);
  const { announcement } = selection;
  switch (selection.kind) {
    case 'statements':
      return renderStatements(selection, selection.statements, asker, 0);
    case 'no-such-speaker': {
      const names = desk.speakers('', 25, announcement.slug).map(({ name }) => name);
      return plainReply(chat.noSuchSpeaker(escapeTyped(selection.typed, 100)) + listNames(names));
    }
    case 'no-such-topic': {
      const names = announcement.topics.map(({ name }) => name);
      return plainReply(
        chat.noSuchTopic(escapeTyped(selection.typed, 100)) + (listNames(names) || chat.noTopics),
      );
    }
  }
}
