import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Form, Outcome, SeenMessage } from '../../../src/sandbox/visitor/outcome.ts';
import type { FormValue, OptionValue } from '../../../src/sandbox/visitor/visitor.ts';
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

const channel = (key: string) => conversation.sandbox.channelId(key);
const as = (person: string) => conversation.sandbox.as(person);

function announce(
  person: string,
  what: string,
  options: Record<string, OptionValue> = {},
  where = 'general',
) {
  return as(person).runCommand(channel(where), `announce ${what}`, options);
}

function formOf(outcome: Outcome): Form {
  if (outcome.kind === 'form') return outcome.form;
  throw new Error(`No form came: ${JSON.stringify(outcome)}`);
}

async function press(person: string, message: SeenMessage, label: string): Promise<Outcome> {
  return as(person).press(message.id, buttonId(message, label));
}

/** A draft by one moderator, as its preview shows it. */
async function drafted(
  values: Record<string, FormValue> = { title: 'Maintenance', text: 'The server restarts tonight.' },
  options: Record<string, OptionValue> = {},
  person = 'moderator',
): Promise<SeenMessage> {
  const opened = await announce(person, 'new', { channel: channel('announcements'), ...options });
  return messageOf(await as(person).submit(formOf(opened), values));
}

function idIn(message: SeenMessage): string {
  const [, id] = /Bulletin `(\w+)`/.exec(textOf(message)) ?? [];
  if (id === undefined) throw new Error(`No bulletin in: ${textOf(message)}`);
  return id;
}

/** Approved by the second moderator. */
async function approve(draft: SeenMessage): Promise<SeenMessage> {
  await press('moderator', draft, 'Send for approval');
  const shown = messageOf(await announce('second-moderator', 'approve', { bulletin: idIn(draft) }));
  return messageOf(await press('second-moderator', shown, 'Approve'));
}

/** The post of a bulletin, once it stands in its channel, says this, and is on record as posted. */
async function posted(id: string, text: string | RegExp): Promise<SeenMessage> {
  const member = as('member');
  const post = await member.until(() =>
    member
      .messages(channel('announcements'))
      .find(
        (message) =>
          JSON.stringify(message.components).includes(`:${id}"`) &&
          (typeof text === 'string' ? message.content === text : text.test(message.content)),
      ),
  );
  await expect.poll(async () => (await conversation.bulletins.find(id))?.state).toBe('published');
  return post;
}

describe('/announce new', () => {
  it('shows its author exactly what will be posted, whom it notifies, and posts it once another moderator approves', async () => {
    const news = conversation.sandbox.roleId('news');
    const draft = await drafted({
      title: 'Maintenance',
      text: 'The server restarts **tonight**.',
      roles: [news],
    });
    const text = `<@&${news}>\n## Maintenance\nThe server restarts **tonight**.`;
    expect(draft.ephemeral).toBe(true);
    expect(draft.content).toBe(text);
    expect(draft.notified).toEqual([]);
    expect(textOf(draft)).toContain(`Will notify 1 member of <@&${news}>`);
    expect(textOf(draft)).toContain('As soon as it is approved');
    expect(buttonsOf(draft)).toEqual([
      'Send for approval',
      'Edit',
      'Add quote',
      'Also to followers',
      'Discard',
    ]);
    const approved = await approve(draft);
    expect(textOf(approved)).toContain('Approved.');
    const post = await posted(idIn(draft), text);
    expect(post.ephemeral).toBe(false);
    expect(post.notified).toEqual([as('member').id]);
    expect(buttonsOf(post)).toEqual(['Ask about this']);
    expect(conversation.sandbox.unknownRoutes).toEqual([]);
  });

  it('waits for its time, told as a timestamp and on the server’s wall', async () => {
    await conversation.settings.change(
      conversation.sandbox.guildId(),
      { timeZone: 'Europe/Vienna' },
      { by: '1', at: new Date() },
    );
    const draft = await drafted(undefined, { when: '2031-07-01 18:00' });
    expect(textOf(draft)).toMatch(/At <t:1940688000:f>, Tuesday,? 1 July 2031 at 18:00 \(Europe\/Vienna\)/);
    const approved = await approve(draft);
    expect(textOf(approved)).toContain('scheduled');
    expect((await conversation.bulletins.find(idIn(draft)))?.wakeAt).toBe(1_940_688_000_000);
    await announce('moderator', 'cancel', { bulletin: idIn(draft) });
  });

  it.each([
    ['tomorrow', /time of day/],
    ['03/04/2031 9am', /two ways/],
    ['2031-03-30 02:30', /jump over.*`2031-03-30T01:30\+01:00` or `2031-03-30T03:30\+02:00`/],
    ['2031-10-26 02:30', /twice.*`2031-10-26T02:30\+02:00`.*`2031-10-26T02:30\+01:00`/],
    ['yesterday 9am', /has passed: <t:\d+:f>/],
    ['tomorrow 9am EST', /leave the zone’s name out/],
    ['soon', /do not understand/],
  ])('asks again about "%s"', async (when, question) => {
    const outcome = await announce('moderator', 'new', { channel: channel('announcements'), when });
    expect(messageOf(outcome).content).toMatch(question);
  });

  it('begins with a quotation picked while typing, and takes further ones, exactly as they stand in the source', async () => {
    const completion = await as('moderator').complete(
      channel('general'),
      'announce new',
      { channel: channel('announcements'), quote: 'fees' },
      'quote',
    );
    if (completion.kind !== 'choices') throw new Error(completion.kind);
    const [first] = completion.choices;
    const draft = await drafted({ title: '', text: 'From the council:' }, { quote: String(first?.value) });
    expect(draft.content).toBe(
      'From the council:\n\n> “We will not raise the fees,”\n[…]\n> “They stay as they are until 2030.”\n**Ada Lund**, Mayor\n-# Quoted directly, paragraph 2; also in paragraph 5 · The new harbour',
    );
    const search = formOf(await press('moderator', draft, 'Add quote'));
    const found = messageOf(
      await as('moderator').submit(search, { what: 'is the ferry free for schoolchildren' }),
    );
    expect(textOf(found)).toContain('> Lund said the ferry stays free for schoolchildren.');
    const both = messageOf(await press('moderator', found, '1'));
    expect(both.content).toContain('until 2030.”\n**Ada Lund**, Mayor');
    expect(both.content).toMatch(/\n\n> Lund said the ferry stays free for schoolchildren\.\n/);
    const one = messageOf(await press('moderator', both, 'Remove last quote'));
    expect(one.content).toBe(draft.content);
    await approve(one);
    expect((await posted(idIn(draft), draft.content)).content).toBe(draft.content);
  });

  it('saves what cannot be posted as it is, says why, and can be mended', async () => {
    const long = await drafted({
      title: '',
      text: `${'x'.repeat(1_995)}`,
      roles: [conversation.sandbox.roleId('news')],
    });
    expect(textOf(long)).toMatch(/It is \d+ characters too long/);
    expect(buttonsOf(long)).not.toContain('Send for approval');
    const form = formOf(await press('moderator', long, 'Edit'));
    expect(form.fields.map((field) => ('value' in field ? field.value.length : 0))).toContain(1_995);
    const fake = messageOf(
      await as('moderator').submit(form, { text: 'Lund:\n> Fees will double.', roles: [] }),
    );
    expect(textOf(fake)).toMatch(/looks like a quotation/);
    const again = formOf(await press('moderator', fake, 'Edit'));
    const fine = messageOf(await as('moderator').submit(again, { text: 'Fees stay.' }));
    expect(fine.content).toBe('Fees stay.');
    expect(buttonsOf(fine)).toContain('Send for approval');
    await press('moderator', fine, 'Discard');
  });

  it('warns where the bot may not post or notify', async () => {
    const opened = await announce('moderator', 'new', { channel: channel('rules') });
    const draft = messageOf(
      await as('moderator').submit(formOf(opened), {
        title: 'Rules',
        text: 'New rules.',
        roles: [conversation.sandbox.roleId('moderators')],
      }),
    );
    expect(textOf(draft)).toContain('I lack permissions there: Send Messages, Mention Everyone.');
    await press('moderator', draft, 'Discard');
  });

  it('is not for members, not even with the command opened to them', async () => {
    expect(
      as('member')
        .commands(channel('general'))
        .map(({ name }) => name),
    ).not.toContain('announce');
    conversation.sandbox.setCommandAccess('announce', 'member', true);
    const refused = messageOf(await announce('member', 'new', { channel: channel('announcements') }));
    expect(refused.content).toMatch(/Only moderators/);
    expect(refused.ephemeral).toBe(true);
    const draft = await drafted();
    for (const what of ['show', 'edit', 'approve', 'cancel', 'log']) {
      const answer = messageOf(await announce('member', what, { bulletin: idIn(draft) }));
      expect(answer.content).toMatch(/Only moderators/);
    }
    expect(textOf(messageOf(await announce('member', 'list')))).toMatch(/no bulletins/);
    conversation.sandbox.setCommandAccess('announce', 'member', false);
    await press('moderator', draft, 'Discard');
  });

  it('is for holders of the server’s moderator role', async () => {
    const guild = conversation.sandbox.guildId();
    const change = { by: '1', at: new Date() };
    await conversation.settings.change(guild, { moderatorRole: conversation.sandbox.roleId('news') }, change);
    conversation.sandbox.setCommandAccess('announce', 'member', true);
    const draft = await drafted({ title: '', text: 'From a helper.' }, {}, 'member');
    expect(draft.content).toBe('From a helper.');
    await conversation.settings.change(guild, { moderatorRole: null }, change);
    conversation.sandbox.setCommandAccess('announce', 'member', false);
    // The right was taken back while the preview stood there.
    expect(messageOf(await press('member', draft, 'Send for approval')).content).toMatch(/Only moderators/);
  });
});

describe('rights taken back', () => {
  it('count at the form that was opened before', async () => {
    const draft = await drafted();
    const form = formOf(await press('moderator', draft, 'Edit'));
    conversation.sandbox.setRoles('moderator', []);
    const refused = messageOf(await as('moderator').submit(form, { text: 'Mine!' }));
    expect(refused.content).toMatch(/Only moderators/);
    expect((await conversation.bulletins.find(idIn(draft)))?.text).toBe(draft.content);
    conversation.sandbox.setRoles('moderator', ['moderators']);
    await press('moderator', draft, 'Discard');
  });
});

describe('approval', () => {
  it('is not offered to the author, who cannot press it either', async () => {
    const draft = await drafted();
    const waiting = messageOf(await press('moderator', draft, 'Send for approval'));
    expect(buttonsOf(waiting)).not.toContain('Approve');
    const shown = messageOf(await announce('second-moderator', 'approve', { bulletin: idIn(draft) }));
    const refused = messageOf(
      await as('moderator')
        .press(shown.id, buttonId(shown, 'Approve'))
        .catch(() => announce('moderator', 'approve', { bulletin: idIn(draft) })),
    );
    expect(buttonsOf(refused)).not.toContain('Approve');
    await announce('moderator', 'cancel', { bulletin: idIn(draft) });
  });

  it('is of what was seen: after an edit the approver is shown what it is now', async () => {
    const draft = await drafted();
    const waiting = messageOf(await press('moderator', draft, 'Send for approval'));
    const shown = messageOf(await announce('second-moderator', 'approve', { bulletin: idIn(draft) }));
    const form = formOf(await press('moderator', waiting, 'Edit'));
    const edited = messageOf(await as('moderator').submit(form, { text: 'The server restarts **now**.' }));
    await press('moderator', edited, 'Send for approval');
    const told = messageOf(await press('second-moderator', shown, 'Approve'));
    expect(textOf(told)).toContain('Somebody else changed it first');
    expect(told.content).toContain('restarts **now**');
    await press('second-moderator', told, 'Approve');
    await posted(idIn(draft), /restarts \*\*now\*\*/);
  });

  it('of two people pressing at once is given once, and the other is told', async () => {
    const draft = await drafted();
    await press('moderator', draft, 'Send for approval');
    const bulletin = idIn(draft);
    const shown = messageOf(await announce('second-moderator', 'approve', { bulletin }));
    const mine = messageOf(await announce('moderator', 'show', { bulletin }));
    const outcomes = await Promise.all([
      press('second-moderator', shown, 'Approve'),
      press('moderator', mine, 'Discard'),
    ]);
    const texts = outcomes.map((outcome) => textOf(messageOf(outcome)));
    expect(texts.filter((text) => /\*\*(Approved|Discarded)/.test(text))).toHaveLength(1);
    expect(texts.filter((text) => /changed it first|cannot be done now/.test(text))).toHaveLength(1);
  });

  it('is not needed where the server says so', async () => {
    const guild = conversation.sandbox.guildId();
    const change = { by: '1', at: new Date() };
    await conversation.settings.change(guild, { approvalRequired: false }, change);
    const draft = await drafted({ title: '', text: 'No second person.' });
    await press('moderator', draft, 'Post now');
    expect((await posted(idIn(draft), 'No second person.')).content).toBe('No second person.');
    await conversation.settings.change(guild, { approvalRequired: true }, change);
  });
});

describe('a posted bulletin', () => {
  it('is corrected in its place once approved, marked outside the words', async () => {
    const draft = await drafted({ title: 'Opening', text: 'We open at nine.' });
    await approve(draft);
    const bulletin = idIn(draft);
    await posted(bulletin, /nine/);
    const form = formOf(await announce('moderator', 'edit', { bulletin }));
    const correction = messageOf(await as('moderator').submit(form, { text: 'We open at ten.' }));
    expect(textOf(correction)).toContain('Saved as a correction');
    await approve(correction);
    const post = await posted(bulletin, '## Opening\nWe open at ten.');
    expect(post.embeds[0]?.description).toMatch(/^Corrected <t:\d+:f>\.$/);
  });

  it('is retracted by a notice with the reason', async () => {
    const draft = await drafted({ title: 'Party *tonight*', text: 'Come all.' });
    await approve(draft);
    const bulletin = idIn(draft);
    await posted(bulletin, /Come all/);
    const reason = 'wrong date @everyone';
    const told = messageOf(await announce('second-moderator', 'retract', { bulletin, reason }));
    expect(textOf(told)).toContain('Retracted.');
    const post = await posted(bulletin, /^\*\*Retracted/);
    expect(post.content).toBe('**Retracted: Party \\*tonight\\***\nReason: wrong date \\@everyone');
    expect(messageOf(await announce('moderator', 'retract', { bulletin, reason })).content).toMatch(
      /already/,
    );
  });

  it('can be asked about, privately', async () => {
    const draft = await drafted({ title: '', text: 'Questions welcome.' });
    await approve(draft);
    const post = await posted(idIn(draft), 'Questions welcome.');
    const form = formOf(await press('member', post, 'Ask about this'));
    const answer = messageOf(await as('member').submit(form, { question: 'will the fees go up?' }));
    expect(answer.ephemeral).toBe(true);
    expect(answer.content).toContain('We will not raise the fees,');
  });
});

describe('a bulletin that is held', () => {
  it('for being a day late is told to its author, and goes out, marked, when a moderator says so', async () => {
    const { clock } = conversation;
    const draft = await drafted({ title: '', text: 'Yesterday’s news.' }, { when: 'in 2 hours' });
    await approve(draft);
    clock.now += 26 * 3_600_000;
    const author = as('moderator');
    const direct = author.openDirectMessage();
    const told = await author.until(() =>
      author.messages(direct).find(({ content }) => content.includes(idIn(draft))),
    );
    expect(told.content).toMatch(/more than an hour late/);
    await expect.poll(async () => (await conversation.bulletins.find(idIn(draft)))?.duties).toEqual([]);
    const shown = messageOf(await announce('second-moderator', 'show', { bulletin: idIn(draft) }));
    expect(textOf(shown)).toMatch(/more than an hour late/);
    expect(buttonsOf(shown)).toEqual(['Post it now', 'Edit', 'Discard']);
    await press('second-moderator', shown, 'Post it now');
    const post = await posted(idIn(draft), 'Yesterday’s news.');
    expect(post.embeds[0]?.description).toMatch(/^Posted late: this was due <t:\d+:f>\.$/);
  });

  it('because Discord stored other words can only be kept as it stands', async () => {
    const draft = await drafted({ title: '', text: 'As stored.' });
    const written = await conversation.bulletins.find(idIn(draft));
    if (written === null) throw new Error('It was not kept.');
    const standing = as('moderator').say(channel('announcements'), 'As stored!');
    const held = { ...written, state: 'held', problem: { kind: 'altered' }, message: standing.id } as const;
    await conversation.bulletins.replace({ ...held, revision: written.revision + 1 }, []);
    const shown = messageOf(await announce('moderator', 'show', { bulletin: idIn(draft) }));
    expect(textOf(shown)).toMatch(/stored other words than were approved/);
    expect(buttonsOf(shown)).toEqual(['Keep it']);
    const kept = messageOf(await press('moderator', shown, 'Keep it'));
    expect(textOf(kept)).toContain('Kept as it stands');
    expect((await conversation.bulletins.find(idIn(draft)))?.state).toBe('published');
  });
});

describe('looking after bulletins', () => {
  it('lists them, those that need somebody first, and suggests those a subcommand is for', async () => {
    const one = await drafted({ title: 'Unfinished business', text: 'Later.' });
    const two = await drafted({ title: 'Waiting business', text: 'Soon.' });
    await press('moderator', two, 'Send for approval');
    const listed = textOf(messageOf(await announce('second-moderator', 'list')));
    expect(listed.indexOf('Waiting business')).toBeLessThan(listed.indexOf('Unfinished business'));
    expect(listed).toContain('waiting for approval');
    const options = { bulletin: 'business' };
    const approving = await as('second-moderator').complete(
      channel('general'),
      'announce approve',
      options,
      'bulletin',
    );
    if (approving.kind !== 'choices') throw new Error(approving.kind);
    expect(approving.choices.map(({ value }) => value)).toEqual([idIn(two)]);
    await announce('moderator', 'cancel', { bulletin: idIn(one) });
    await announce('moderator', 'cancel', { bulletin: idIn(two) });
  });

  it('tells the history: who, when, from what to what', async () => {
    const draft = await drafted();
    await approve(draft);
    await posted(idIn(draft), /restarts tonight/);
    const log = textOf(messageOf(await announce('moderator', 'log', { bulletin: idIn(draft) })));
    const [author, second] = [as('moderator').id, as('second-moderator').id];
    expect(log).toMatch(new RegExp(`<t:\\d+:f> <@${author}> wrote it`));
    expect(log).toMatch(new RegExp(`<@${second}> approved it \\(waiting for approval → scheduled\\)`));
    expect(log).toMatch(/The bot posted it \(being posted → posted\)/);
  });

  it('knows none of other servers, nor any that is not there', async () => {
    const entry = { at: 1, by: null, from: null, to: 'draft', action: 'write', note: null } as const;
    const draft = await drafted();
    const mine = await conversation.bulletins.find(idIn(draft));
    if (mine === null) throw new Error('It was not kept.');
    const foreign = { ...mine, id: 'elsewhere', server: '1' };
    await conversation.bulletins.add(foreign, { ...entry, bulletin: foreign.id });
    for (const bulletin of ['elsewhere', 'nothing', '; drop table bulletin']) {
      expect(messageOf(await announce('moderator', 'show', { bulletin })).content).toMatch(
        /no such bulletin/,
      );
    }
    await announce('moderator', 'cancel', { bulletin: idIn(draft) });
  });

  it('works after a restart: previews keep their buttons', async () => {
    const draft = await drafted({ title: '', text: 'Before the restart.' });
    await conversation.bot.stop();
    const { createBot } = await import('../../../src/discord/bot.ts');
    const { createLog } = await import('../../../src/log.ts');
    const { sandbox, desks, shipped, settings, bulletins, library, lessons, personalData, clock } =
      conversation;
    const again = createBot({
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      log: createLog('silent'),
      clock: () => clock.now,
      ...{ desks, shipped, settings, bulletins, library, lessons, personalData },
    });
    await again.start();
    await approve(draft);
    await posted(idIn(draft), 'Before the restart.');
    await again.stop();
  });
});
