import { Client, Events, GatewayIntentBits } from 'discord.js';

// The least a discord.js bot can do: what others are measured against. Talks to the sandbox of its settings.

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: process.env.DISCORD_API_URL ?? '' },
});
client.on(Events.InteractionCreate, (interaction) => {
  if (interaction.isChatInputCommand()) interaction.reply('pong').catch(console.error);
});
client.once(Events.ClientReady, async ({ application }) => {
  await application.commands.set([
    {
      name: 'ask',
      description: 'Ask',
      options: [{ type: 3, name: 'question', description: 'In your own words', required: true }],
    },
  ]);
  process.stderr.write('online\n');
});
process.once('SIGTERM', () => void client.destroy().then(() => process.exit(0)));
await client.login(process.env.DISCORD_TOKEN);
