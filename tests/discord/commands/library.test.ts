import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/discord/bot.ts';
import { createLog } from '../../../src/log.ts';
import type { Form, Outcome, SeenMessage } from '../../../src/sandbox/visitor/outcome.ts';
import type { OptionValue, Upload } from '../../../src/sandbox/visitor/visitor.ts';
import {
  buttonId,
  buttonsOf,
  type Conversation,
  messageOf,
  startConversation,
  textOf,
} from '../conversation.ts';

let conversation: Conversation;
beforeAll(async () => {
  conversation = await startConversation();
});
afterAll(() => conversation.end());
beforeEach(() => {
  conversation.clock.now += 600_000;
});

const channel = (key = 'general') => conversation.sandbox.channelId(key);
const as = (person: string) => conversation.sandbox.as(person);

const news = `The library opens on Sundays, the town said on Friday.

"We hired four people," librarian Mara Okafor said. "Nobody pays a fee."

Okafor said that the reading room stays quiet.

Councillor Jon Berg pointed out that the heating is broken.
`;

function file(text: string | Uint8Array, filename = 'news.txt', contentType = 'text/plain'): Upload {
  return { filename, contentType, data: typeof text === 'string' ? Buffer.from(text, 'utf8') : text };
}

function library(what: string, options: Record<string, OptionValue> = {}, person = 'moderator') {
  return as(person).runCommand(channel(), `library ${what}`, options);
}

function press(message: SeenMessage, label: string | RegExp, person = 'moderator'): Promise<Outcome> {
  const found = buttonsOf(message).find((one) =>
    typeof label === 'string' ? one === label : label.test(one),
  );
  return as(person).press(message.id, buttonId(message, found ?? String(label)));
}

function menuId(message: SeenMessage, placeholder: string): string {
  for (const row of message.components ?? []) {
    if (!('components' in row)) continue;
    for (const one of row.components) {
      if ('placeholder' in one && one.placeholder?.startsWith(placeholder) && 'custom_id' in one) {
        return one.custom_id;
      }
    }
  }
  throw new Error(`No menu "${placeholder}".`);
}

async function choose(message: SeenMessage, placeholder: string, value: string): Promise<Outcome> {
  return as('moderator').choose(message.id, menuId(message, placeholder), [value]);
}

function formOf(outcome: Outcome): Form {
  if (outcome.kind === 'form') return outcome.form;
  throw new Error(`No form came: ${JSON.stringify(outcome)}`);
}

async function ask(question: string, options: Record<string, OptionValue> = {}): Promise<SeenMessage> {
  return messageOf(await as('member').runCommand(channel(), 'ask', { question, ...options }));
}

/** Everything accepted and put into use. */
async function useAll(review: SeenMessage): Promise<SeenMessage> {
  const accepted = messageOf(await choose(review, 'Accept all', '0'));
  const shown = messageOf(await press(accepted, /^Use the accepted/));
  return messageOf(await press(shown, /^(Put into use|Replace now)$/));
}

/** Goes forward until a proposal with these words is shown. */
async function find(review: SeenMessage, words: string): Promise<SeenMessage> {
  let shown = review;
  while (!shown.content.includes(words)) shown = messageOf(await press(shown, 'Forward'));
  return shown;
}

describe('/library add', () => {
  it('proposes what a file says, and answers from it only once a moderator has put it into use', async () => {
    const review = messageOf(await library('add', { file: file(news), name: 'Library news' }));
    expect(review.ephemeral).toBe(true);
    expect(review.content).toMatch(/I propose \d+ statements\. Nothing is used until you say so/);
    expect(review.content).toContain('Statement 1 of');
    expect(textOf(await ask('did the librarian hire people?', { announcement: 'library-news' }))).toMatch(
      /no announcement called/,
    );
    const used = await useAll(review);
    expect(used.content).toBe(
      '“Library news” is in use. People choose it with the option “announcement” of /ask.',
    );
    const answer = await ask('how many people were hired?', { announcement: 'Library news' });
    expect(answer.content).toContain('> “We hired four people”');
    expect(answer.content).toContain('**Mara Okafor**');
    expect(answer.embeds[0]?.title).toBe('Library news (version 1)');
    expect(conversation.sandbox.unknownRoutes).toEqual([]);
  });

  it('offers it while one types, in this server alone', async () => {
    const typed = { question: 'x', announcement: 'libr' };
    const here = await as('member').complete(channel(), 'ask', typed, 'announcement');
    expect(here).toMatchObject({
      kind: 'choices',
      choices: [{ name: 'Library news', value: 'library-news' }],
    });
    const direct = as('member').openDirectMessage();
    const elsewhere = await as('member').complete(direct, 'ask', typed, 'announcement');
    expect(elsewhere).toMatchObject({ kind: 'choices', choices: [] });
  });

  it('takes text in a form, exactly as it is', async () => {
    const form = formOf(await library('add'));
    const text = 'The pool\u00a0opens at *nine*, it was said.\nCoach Ann Lee said: "Bring a towel."';
    const review = messageOf(await as('moderator').submit(form, { name: '', text }));
    await useAll(review);
    const answer = await ask('what should I bring?', {
      announcement: 'the pool opens at *nine*, it was said.',
    });
    expect(textOf(answer)).toContain('> “Bring a towel.”');
    expect(answer.embeds[0]?.title).toContain('\\*nine\\*');
  });

  it.each([
    ['a picture', file('x', 'cat.png', 'image/png'), /plain text only/],
    [
      'a picture that calls itself text',
      file(Buffer.from([0x89, 0x50, 0, 0, 1]), 'cat.txt'),
      /plain text only/,
    ],
    ['a program', file('MZ', 'setup.exe', 'application/octet-stream'), /plain text only/],
    ['UTF-16', file(Buffer.from('\ufeffHello there.', 'utf16le'), 'old.txt'), /not UTF-8/],
    ['Latin-1', file(Buffer.from('Señor', 'latin1'), 'old.txt'), /not UTF-8/],
    [
      'a text of more pieces than anybody would look through',
      file('a\n'.repeat(5_001)),
      /thousands of pieces/,
    ],
    ['too long a text', file('A. '.repeat(50_000), 'long.txt'), /too large.*at most 128 KB/],
    ['an empty file', file(' \n ', 'empty.txt'), /no sentence/],
  ])('refuses %s, and says why', async (_, attached, why) => {
    const refused = messageOf(await library('add', { file: attached }));
    expect(refused.content).toMatch(why);
    expect(refused.ephemeral).toBe(true);
  });

  it('is not for members, not even with the command opened to them', async () => {
    const offered = as('member')
      .commands(channel())
      .map(({ name }) => name);
    expect(offered).not.toContain('library');
    expect(offered).not.toContain('Use as announcement');
    conversation.sandbox.setCommandAccess('library', 'member', true);
    for (const what of ['add', 'list']) {
      const refused = messageOf(await library(what, {}, 'member'));
      expect(refused.content).toMatch(/Only moderators/);
      expect(refused.ephemeral).toBe(true);
    }
    conversation.sandbox.setCommandAccess('library', 'member', false);
  });
});

describe('the review', () => {
  async function begin(name: string): Promise<SeenMessage> {
    return messageOf(await library('add', { file: file(news), name }));
  }

  it('lets one change the kind and the speaker where the text bears it out', async () => {
    const review = await find(await begin('Changes'), 'heating is broken');
    const refused = messageOf(await choose(review, 'Change the kind', 'direct'));
    expect(refused.content).toContain('do not stand inside quotation marks');
    const narrated = messageOf(await choose(refused, 'Change the kind', 'narration'));
    expect(narrated.content).toContain('The article itself');
    const form = formOf(await choose(narrated, 'Change the speaker', '+'));
    const wrong = messageOf(await as('moderator').submit(form, { name: 'Joan Berg', role: '' }));
    expect(wrong.content).toContain('name is not words of the source');
    const again = formOf(await choose(wrong, 'Change the speaker', '+'));
    const right = messageOf(await as('moderator').submit(again, { name: 'Jon Berg', role: 'Councillor' }));
    expect(right.content).toContain('**Jon Berg**, Councillor');
    expect(right.content).toContain('Reported in the article');
    await press(right, 'Discard the text');
  });

  it('uses what was accepted and nothing else', async () => {
    const review = await find(await begin('Quiet'), 'reading room');
    const next = messageOf(await press(review, 'Accept'));
    expect(textOf(next)).toContain('1 accepted, 0 dropped');
    const shown = messageOf(await press(next, /^Use the accepted \(1\)/));
    expect(shown.content).toContain('will answer questions here with 1 statement');
    await press(shown, 'Put into use');
    expect(textOf(await ask('reading room', { announcement: 'quiet' }))).toContain(
      'reading room stays quiet',
    );
    expect(textOf(await ask('heating', { announcement: 'quiet' }))).not.toContain('> Councillor');
  });

  it('survives a restart, and can be found again', async () => {
    const review = await begin('Patience');
    const accepted = messageOf(await press(review, 'Accept'));
    await conversation.bot.stop();
    const {
      sandbox,
      desks,
      shipped,
      settings,
      bulletins,
      library: kept,
      lessons,
      personalData,
      clock,
    } = conversation;
    const again = createBot({
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      log: createLog('silent'),
      clock: () => clock.now,
      ...{ desks, shipped, settings, bulletins, library: kept, lessons, personalData },
    });
    await again.start();
    const next = messageOf(await press(accepted, 'Drop'));
    expect(textOf(next)).toContain('1 accepted, 1 dropped');
    const completion = await as('second-moderator').complete(
      channel(),
      'library review',
      { text: 'pati' },
      'text',
    );
    if (completion.kind !== 'choices') throw new Error(completion.kind);
    const found = messageOf(
      await library('review', { text: String(completion.choices[0]?.value) }, 'second-moderator'),
    );
    expect(textOf(found)).toContain('1 accepted, 1 dropped');
    const gone = messageOf(await press(found, 'Discard the text', 'second-moderator'));
    expect(gone.content).toMatch(/Discarded/);
    expect(messageOf(await press(next, 'Accept')).content).toMatch(/not under review any more/);
    await again.stop();
    conversation = { ...conversation, end: async () => sandbox.close() };
    const third = createBot({
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      log: createLog('silent'),
      clock: () => clock.now,
      ...{ desks, shipped, settings, bulletins, library: kept, lessons, personalData },
    });
    await third.start();
    conversation = {
      ...conversation,
      end: async () => {
        await third.stop();
        await sandbox.close();
      },
    };
  });

  it('of rights taken back goes no further', async () => {
    const review = await begin('Rights');
    conversation.sandbox.setRoles('moderator', []);
    const refused = messageOf(await press(review, 'Accept'));
    expect(refused.content).toMatch(/Only moderators/);
    conversation.sandbox.setRoles('moderator', ['moderators']);
    await press(review, 'Discard the text');
  });
});

describe('a new version', () => {
  it('shows how it differs, answers under its number, and leaves the earlier one on record', async () => {
    const changed = news.replace('stays quiet', 'closes early').replace('four people', 'five people');
    const review = messageOf(await library('add', { file: file(changed), replaces: 'library-news' }));
    expect(textOf(review)).toContain('to replace “library-news”');
    const accepted = messageOf(await choose(review, 'Accept all', '0'));
    const shown = messageOf(await press(accepted, /^Use the accepted/));
    expect(shown.content).toMatch(/The new version of “Library news”: \d+ new, \d+ gone, 0 with another/);
    expect(textOf(shown)).toContain('**Gone:**');
    expect(textOf(shown)).toContain('closes early');
    const used = messageOf(await press(shown, 'Replace now'));
    expect(used.content).toContain('in use in version 2');
    const answer = await ask('how many people were hired?', { announcement: 'library-news' });
    expect(answer.content).toContain('> “We hired five people”');
    expect(answer.embeds[0]?.title).toBe('Library news (version 2)');
    const guild = conversation.sandbox.guildId();
    expect((await conversation.library.editions(guild, 'library-news')).map(({ number }) => number)).toEqual([
      2, 1,
    ]);
  });
});

describe('looking after the library', () => {
  it('makes one the default, renames it, exports it and removes it', async () => {
    const own = { announcement: 'library-news' };
    expect(messageOf(await library('default', own)).content).toContain('now about “Library news”');
    expect((await ask('how many people were hired?')).content).toContain('five people');
    expect(messageOf(await library('rename', { ...own, name: 'Sunday @everyone' })).content).toContain(
      'now called “Sunday \\@everyone”',
    );
    const listed = textOf(messageOf(await library('list')));
    expect(listed).toMatch(
      /• \*\*Sunday \\@everyone\*\*: the default, \d+ statements, version 2, put into use by <@/,
    );
    expect(listed).toContain('comes with me');
    const exported = messageOf(await library('export', own));
    expect(exported.attachments.map(({ filename }) => filename)).toEqual(['announcement.yaml', 'source.txt']);
    const asking = messageOf(await library('remove', own));
    expect(messageOf(await press(asking, 'Remove it')).content).toContain('is removed');
    expect((await ask('will the fees go up?')).content).toContain('We will not raise the fees,');
    expect(messageOf(await library('remove', { announcement: 'harbour' })).content).toContain(
      'comes with me',
    );
  });
});

describe('"Use as announcement"', () => {
  it('takes a message for the text, with a link to it', async () => {
    const said = as('member').say(channel(), 'Coach Ann Lee said that the match begins at noon.');
    const review = messageOf(await as('moderator').runMessageCommand('Use as announcement', said.id));
    expect(review.ephemeral).toBe(true);
    await useAll(review);
    const answer = await ask('when does the match begin?', { announcement: 'coach' });
    const named = await ask('when does the match begin?', {
      announcement: 'Coach Ann Lee said that the match begins at noon.',
    });
    expect(textOf(answer)).toMatch(/no announcement called/);
    expect(textOf(named)).toContain('> the match begins at noon\n**Ann Lee**, Coach');
    expect(named.embeds[0]?.url).toContain(said.id);
  });

  it('takes the file a message carries', async () => {
    const said = as('member').say(channel(), 'See here.', { files: [file(news)] });
    const review = messageOf(await as('moderator').runMessageCommand('Use as announcement', said.id));
    expect(review.content).toContain('I propose');
    await press(review, 'Discard the text');
  });
});

describe('files', () => {
  it('are fetched from nowhere but Discord', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end('The secret is out, the king said.');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { createTextFetcher } = await import('../../../src/discord/fetch-text.ts');
    const about = { name: 'a.txt', size: 10, contentType: 'text/plain' };
    const here = `http://127.0.0.1:${port}`;
    for (const [apiUrl, url] of [
      [null, `${here}/a.txt`],
      [null, 'http://cdn.discordapp.com/a.txt'],
      [null, 'https://cdn.discordapp.com.example.org/a.txt'],
      [null, 'https://user@cdn.discordapp.com/a.txt'],
      [null, 'file:///etc/passwd'],
      ['http://127.0.0.1:1/api', `${here}/a.txt`],
      ['https://proxy.example.org/api', 'https://proxy.example.org/a.txt'],
    ] as const) {
      expect(await createTextFetcher(apiUrl)({ ...about, url })).toEqual({ kind: 'not-from-discord' });
    }
    expect(asked).toBe(0);
    const fetched = await createTextFetcher(`${here}/api`)({ ...about, url: `${here}/a.txt` });
    expect(fetched).toMatchObject({
      kind: 'article',
      article: { text: 'The secret is out, the king said.' },
    });
    await new Promise((resolve) => server.close(resolve));
  });
});
