/** Texts that try to notify somebody, to look like the bot's own markup, or to break out of where they stand. */

const id = '1170000000000000007';

const attacks = [
  '@everyone',
  '@here',
  `<@${id}>`,
  `<@!${id}>`,
  `<@&${id}>`,
  `<#${id}>`,
  `</ask:${id}>`,
  '<id:customize>',
  '<t:1700000000:R>',
  '<:blob:1170000000000000007>',
  '<a:blob:1170000000000000007>',
  ':smile:',
  '**bold**',
  '__under__',
  '*it* _it_',
  '~~gone~~',
  '||secret||',
  '`code`',
  '```js\nalert(1)\n```',
  '# Heading',
  '### Heading',
  '-# small',
  '> quoted',
  '>>> quoted for ever',
  '- item',
  '* item',
  '1. item',
  '[click](https://evil.example/a)',
  '[click](<https://evil.example/a> "title")',
  'https://evil.example/@everyone',
  '<https://evil.example>',
  'discord.gg/abcdef',
  '“China will pay”',
] as const;

const wrappings: readonly ((attack: string) => string)[] = [
  (attack) => attack,
  (attack) => `\\${attack}`,
  (attack) => `\\\\${attack}`,
  (attack) => `a\n${attack}`,
  (attack) => `a\r\n\r\n${attack}\n`,
  (attack) => `\u200b${attack}\u200b`,
  (attack) => `\u202e${attack}`,
  (attack) => `**${attack}`,
  (attack) => `\`${attack}`,
  (attack) => `||${attack}|| ${attack}`,
];

/** A few hundred of them. */
export const hostileTexts: readonly string[] = wrappings.flatMap((wrap) => attacks.map(wrap));

/** Marks that act in Discord where no backslash stands before them, our own left out; null where there are none. */
export function activeMarkup(text: string): string | null {
  const bare = text.replace(/\\[^0-9A-Za-z\s]/g, '•');
  const [found] =
    /@(everyone|here)|<[@#:/at]|<id:|\]\(|https?:|[_~`|<>[\]@](?!\s)|^\s*(#{1,3}|-#|[-*+]|\d+\.)\s|discord\.gg\//m.exec(
      bare.replaceAll('**', '').replaceAll('[…]', '').replace(/^> /gm, ''),
    ) ?? [];
  return found ?? null;
}
