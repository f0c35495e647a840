import { deflateRawSync, gzipSync } from 'node:zlib';

/** A file that nobody should have attached, or given to the command line. */
export interface BadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly contentType: string;
}

function file(
  name: string,
  content: string | Uint8Array,
  filename = 'news.txt',
  contentType = 'text/plain',
): BadFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return { name, bytes, filename, contentType };
}

const said = 'The ferry sails on Sunday, the town said.\n\n"It will be full," captain Ana Duarte said.\n';
const big = said.repeat(Math.ceil(1_048_576 / said.length));
const bigEndian = () => Buffer.from(said, 'utf16le').swap16();
const html = (name: string, body: string) => file(name, body, 'news.html', 'text/html');

/** One entry, packed as small as it gets: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.7. */
function zipBomb(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(8 * 1_048_576));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(8 * 1_048_576, 22);
  return Buffer.concat([header, packed]);
}

const encodings = [
  file('nothing at all', ''),
  file('line ends alone', '\r\n\n\r\n'),
  file('a byte order mark alone', '\ufeff'),
  file('a byte order mark before the text', `\ufeff${said}`),
  file('UTF-16 with its mark', Buffer.from(`\ufeff${said}`, 'utf16le')),
  file('UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian()])),
  file('UTF-16 without a mark', Buffer.from(said, 'utf16le')),
  file('UTF-32', Buffer.from([...said].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]))),
  file('Latin-1', Buffer.from('El alcalde dijo: «Será señalado mañana».\n', 'latin1')),
  file('Big5', Buffer.from([0xa4, 0xa4, 0xa4, 0xe5, 0x0a])),
  file('UTF-8 that is cut off', Buffer.from('习近平说', 'utf8').subarray(0, 10)),
  file('a letter in more bytes than it takes', Buffer.from([0xc0, 0xaf, 0x0a])),
  file('surrogates in UTF-8', Buffer.from([0xed, 0xa0, 0x80, 0x0a])),
  file('a NUL in the middle', said.replace('Sunday', 'Sun\u0000day')),
  file('control characters', said.replace(/ /g, '\u0007 \u001b[31m')),
];

const binaries = [
  file('a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
  file('a PDF', `%PDF-1.7\n${said}\u0000`),
  file('a ZIP archive that is small', zipBomb()),
  file('a packed text', gzipSync(Buffer.alloc(1_048_576, 'a'))),
  file('a program', Buffer.from('7f454c4602010100', 'hex')),
  file('RTF', `{\\rtf1\\ansi ${said}}`),
];

const shapes = [
  file('a megabyte', big),
  file('a line of 6,000 characters', `${'the ferry sails '.repeat(375)}\n`),
  file('a line of 100,000 characters', 'a'.repeat(100_000)),
  file('a hundred thousand lines', 'a\n'.repeat(60_000)),
  file('a sentence without end', `Duarte said ${'that the ferry said '.repeat(5_000)}`),
  file('quotation marks alone', '“'.repeat(20_000)),
  file('quotations in quotations', `${'“a '.repeat(3_000)}${'” said Ana Duarte. '.repeat(3_000)}`),
  file('spaces alone', ' '.repeat(100_000)),
  file('one letter', 'a'),
  file('mentions', `@everyone said "@here <@&1170000000000000007>".\n\n${said}`),
  file('markup', `# ${said}\n[a](https://evil.example) \`\`\`\n||${said}||`, 'news.md', 'text/markdown'),
  file('headings without end', '# a\n'.repeat(20_000), 'news.md', 'text/markdown'),
  file('half a surrogate pair escaped', '\\ud83d said "so".'),
  file('an announcement of ours', 'label: x\nstatements: []\npeople: &a [*a]\n'),
];

const pages = [
  html('a page without text', '<!doctype html><title></title><body></body>'),
  html('a page of scripts', `<script>${'alert(1);'.repeat(1_000)}</script>`),
  html('a page nested ten thousand times', `${'<div>'.repeat(10_000)}${said}`),
  html('a page of ten thousand paragraphs', '<p>a</p>'.repeat(10_000)),
  html('a page that ends in a tag', `<p>${said}</p><div class="`),
  html('a page of entities', `<p>${'&lt;'.repeat(10_000)}&#0;&#xd800;&#x110000;&nosuch;</p>`),
  html(
    'a page with entities that grow',
    '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><p>&c;</p>',
  ),
  html('a page of attributes', `<p ${'a="b" '.repeat(10_000)}>${said}</p>`),
  html('a page that is no page', said),
  html('a page in UTF-7', '<meta charset="utf-7">+ADw-script+AD4-'),
];

const names = [
  file('a name without an ending', said, 'news'),
  file('a name with two endings', said, 'news.txt.exe'),
  file('an ending alone', said, '.txt'),
  file('a name with a path', said, '../../etc/passwd.txt'),
  file('a name with a NUL', said, 'news\u0000.txt'),
  file('a name turned from right to left', said, 'news\u202etxt.exe'),
  file('a name with a mention', said, '@everyone.txt'),
  file('a name of 250 letters', said, `${'n'.repeat(246)}.txt`),
  file('a kind that is no text', said, 'news.txt', 'application/zip'),
  file('a kind that says another encoding', said, 'news.txt', 'text/plain; charset=utf-16'),
  file('a kind that is none', said, 'news.txt', 'x'),
];

export const files: readonly BadFile[] = [...encodings, ...binaries, ...shapes, ...pages, ...names];

/** What Discord tells of a file, told wrongly. */
export const lies: Readonly<Record<string, object>> = {
  'of no size': { size: 0 },
  'of a negative size': { size: -1 },
  'of a size beyond all': { size: 1e308 },
  'of a size in words': { size: 'small' },
  'without a size': { size: undefined },
  'without a kind': { content_type: undefined },
  'whose kind is null': { content_type: null },
  'without an address': { url: undefined },
  'whose address is a word': { url: 'news' },
  'on this machine': { url: 'file:///etc/passwd' },
  'on another port of this machine': { url: 'http://127.0.0.1:9/news.txt' },
  'in the network of the machine': { url: 'http://169.254.169.254/latest/meta-data/' },
  'somewhere else': { url: 'https://evil.example/news.txt' },
  'on a host that looks like Discord’s': { url: 'https://cdn.discordapp.com.evil.example/news.txt' },
  'behind a name and password': { url: 'https://a:b@cdn.discordapp.com/news.txt' },
  'in its own address': { url: 'data:text/plain,Duarte said so.' },
  'that runs': { url: 'javascript:alert(1)' },
};
