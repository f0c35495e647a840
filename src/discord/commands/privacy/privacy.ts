import { SlashCommandBuilder, SlashCommandSubcommandBuilder } from 'discord.js';
import { privacy as wording } from '../../../desk/wording/privacy.ts';
import type { Button, SlashCommand } from '../../command.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { button, buttonRow } from '../../render/buttons.ts';
import { plainReply } from '../../reply.ts';
import { everywhere } from '../everywhere.ts';
import { described } from '../localization.ts';
import { texts } from './texts.ts';

const sub = (text: keyof typeof texts) =>
  described(new SlashCommandSubcommandBuilder(), texts[text].name, texts[text].description);

const erase: Button = {
  action: 'privacy-erase',
  who: 'asker',
  async press({ user }, { personalData, say }) {
    const erasure = await personalData.erase(user.id);
    const sentence =
      erasure.kind === 'erased' ? wording.erased(erasure.traces) : wording.underWay(erasure.bulletins);
    await say.update(plainReply(sentence));
  },
};

/** /privacy: what is kept, and the way to see and erase what is kept of oneself. */
export const privacy: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.privacy.name, texts.privacy.description)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .addSubcommand(sub('show'))
    .addSubcommand(sub('export'))
    .addSubcommand(sub('erase'))
    .toJSON(),
  buttons: [erase],

  async run({ options, user }, { personalData, say, surface }) {
    const alone = { alone: surface.canBePrivate };
    const traces = await personalData.about(user.id);
    const name = options.getSubcommand();
    if (name === 'show') {
      const description = [...wording.kept.map((line) => `• ${line}`), '', wording.yours(traces.length)];
      return say.reply(plainReply(wording.heading, [{ description: description.join('\n') }]), alone);
    }
    if (traces.length === 0) return say.reply(plainReply(wording.nothing), alone);
    if (name === 'export') {
      const lines = traces.map(({ at, ...one }) => ({ ...one, at: new Date(at).toISOString() }));
      const files = [{ name: 'kept-about-you.json', text: `${JSON.stringify(lines, null, 2)}\n` }];
      return say.reply({ ...plainReply(wording.exported(traces.length)), files }, alone);
    }
    const id = encodeCustomId({ action: 'privacy-erase', asker: user.id, fields: [] });
    const components = buttonRow([button(wording.button, id)]);
    await say.reply({ ...plainReply(wording.confirm(traces.length)), components }, alone);
  },
};
