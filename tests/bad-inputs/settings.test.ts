import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config.ts';
import { share } from './catalogue/bad-value.ts';
import { ids, numbers } from './catalogue/quantities.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindWords } from './kind-words.ts';

const everything = typed(2_000);
const settings = [
  'DISCORD_TOKEN',
  'DISCORD_API_URL',
  'LOG_LEVEL',
  'ANNOUNCEMENTS',
  'DEFAULT_ANNOUNCEMENT',
  'DATA_DIR',
  'DATABASE_KEY',
  'HEALTH_PORT',
  'HEALTH_HOST',
] as const;

/** Every wrong setting is named in words that do not repeat it, since it may be a secret. */
function expectReadOrTold(env: NodeJS.ProcessEnv, name: string, bad: string): void {
  try {
    loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expectKindWords(error.message);
    expect(error.message).toContain(name);
    if (bad.trim().length > 12) expect(error.message).not.toContain(bad.trim());
  }
}

describe.each(settings)('the setting %s', (name) => {
  it.each([...share(everything, name, 4), ...(name === 'HEALTH_PORT' ? [...ids, ...numbers] : [])])(
    'may be $name',
    ({ text }) => expectReadOrTold({ [name]: text }, name, text),
  );
});

const addresses: Readonly<Record<string, string>> = {
  'over plain HTTP': 'http://example.org/api',
  'on a host that looks like this machine': 'http://127.0.0.1.evil.example/api',
  'on a host that begins like this machine': 'http://localhost.evil.example',
  'behind a name and password': 'https://user:canary-password@example.org/api',
  'with this machine as its name': 'https://127.0.0.1@evil.example/',
  'of another machine, as one number': 'http://3232235777/api',
  'in another scheme': 'ftp://127.0.0.1/api',
  'of a file': 'file:///etc/passwd',
  'that runs': 'javascript:alert(1)',
  'without a scheme': 'discord.com/api',
  'of a scheme alone': 'https://',
  'with a space': 'https://exa mple.org',
  'with a port beyond all': 'https://example.org:99999/',
};

describe('an address that the token must not be sent to', () => {
  it.each(Object.entries(addresses))('%s', (_, address) => {
    expect(() => loadConfig({ DISCORD_API_URL: address })).toThrow(ConfigError);
    expectReadOrTold({ DISCORD_API_URL: address }, 'DISCORD_API_URL', address);
  });
});

const dotenv: Readonly<Record<string, string>> = {
  'with a byte order mark': '\ufeffLOG_LEVEL=warn\n',
  'with CRLF': 'LOG_LEVEL=warn\r\nDATA_DIR=a\r\n',
  'with quotation marks that stay open': 'DATABASE_KEY="canary key that is long enough\nLOG_LEVEL=warn\n',
  'with export before names': 'export LOG_LEVEL=warn\n',
  'with a comment behind a value': 'LOG_LEVEL=warn # quiet\n',
  'with names that are none': '=x\n==\n__proto__=x\nconstructor=y\n1A=z\n',
  'with a NUL': 'LOG_LEVEL=wa\u0000rn\n',
  'with a name twice': 'LOG_LEVEL=warn\nLOG_LEVEL=info\n',
  'in UTF-16': Buffer.from('LOG_LEVEL=warn\n', 'utf16le').toString('latin1'),
  'of one long line': `LOG_LEVEL=${'x'.repeat(100_000)}`,
  'of a hundred thousand lines': 'A=b\n'.repeat(100_000),
  'with commands': 'DATA_DIR=$(id)`id`\n',
};

describe('a .env file', () => {
  it.each(Object.entries(dotenv))('%s', (_, text) => {
    expectReadOrTold(parse(text), '', 'canary key');
  });
});
