import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../prove/bulletins/memory-store.ts';
import { type Bulletin, fingerprint, nonce } from '../../src/bulletins/bulletin.ts';
import type { BulletinStore } from '../../src/bulletins/bulletin-store.ts';
import { lease } from '../../src/bulletins/pace.ts';
import type { Finding, Inspection, Platform, Sending } from '../../src/bulletins/platform.ts';
import { createRounds } from '../../src/bulletins/publish-due.ts';
import { aBulletin, anEntry, noon } from './a-bulletin.ts';

let now: number;
let store: BulletinStore;
let calls: string[];
let answers: {
  send: Sending;
  find: Finding;
  inspect: Inspection;
  crosspost: Awaited<ReturnType<Platform['crosspost']>>;
};
let posts: Parameters<Platform['send']>[];
let told: Parameters<Platform['tell']>[];
/** Something that happens while the platform looks around. */
let meanwhile: () => unknown;

const platform: Platform = {
  async send(...call) {
    calls.push('send');
    posts.push(call);
    return answers.send;
  },
  async edit(message, post) {
    calls.push(`edit ${message}`);
    posts.push([post, '']);
    return answers.send;
  },
  async find() {
    calls.push('find');
    return answers.find;
  },
  async inspect() {
    calls.push('inspect');
    await meanwhile();
    return answers.inspect;
  },
  async crosspost() {
    calls.push('crosspost');
    return answers.crosspost;
  },
  async tell(...call) {
    calls.push('tell');
    told.push(call);
    return { kind: 'done' };
  },
};

const sent: Sending = { kind: 'sent', posted: { message: '900', text: aBulletin().text } };

beforeEach(() => {
  now = noon;
  store = memoryStore();
  calls = [];
  posts = [];
  told = [];
  meanwhile = () => undefined;
  answers = {
    send: sent,
    find: { kind: 'absent' },
    inspect: { kind: 'seen', missing: [], without: [] },
    crosspost: { kind: 'done' },
  };
});

async function scheduled(changes: Partial<Bulletin> = {}): Promise<Bulletin> {
  const bulletin = aBulletin({ state: 'scheduled', due: noon, wakeAt: noon, ...changes });
  const approval = { by: 'bo', at: noon - 5, fingerprint: fingerprint(bulletin) };
  const approved = { ...bulletin, approval };
  await store.add(approved, anEntry(approved));
  return approved;
}

async function round(): Promise<Bulletin> {
  const onError = (error: unknown) => {
    throw error;
  };
  await createRounds({ store, platform, now: () => now, onError })();
  const bulletin = await store.find(aBulletin().id);
  if (bulletin === null) throw new Error('It is gone.');
  return bulletin;
}

describe('publishing what is due', () => {
  it('claims, looks around, sends once and records it', async () => {
    const bulletin = await scheduled();
    expect(await round()).toMatchObject({ state: 'published', message: '900', wakeAt: null });
    expect(calls).toEqual(['inspect', 'send']);
    expect(posts[0]).toEqual([
      { bulletin: bulletin.id, channel: bulletin.channel, text: bulletin.text, roles: [], mark: null },
      nonce(bulletin),
    ]);
    expect((await store.log(bulletin.id)).map(({ action }) => action)).toEqual(['write', 'claim', 'publish']);
    await round();
    expect(calls).toEqual(['inspect', 'send']);
  });

  it('leaves alone what is not due', async () => {
    await scheduled({ due: noon + 1, wakeAt: noon + 1 });
    expect((await round()).state).toBe('scheduled');
    expect(calls).toEqual([]);
  });

  it('has the intent on the disk before anything is sent', async () => {
    await scheduled();
    const states: unknown[] = [];
    meanwhile = async () => states.push((await store.find(aBulletin().id))?.state);
    await round();
    expect(states).toEqual(['publishing']);
  });

  it('looks in the channel before it sends again after an unclear outcome', async () => {
    await scheduled();
    answers.send = { kind: 'unclear' };
    const waiting = await round();
    expect(waiting.state).toBe('publishing');
    now = waiting.wakeAt ?? 0;
    answers.send = sent;
    expect((await round()).state).toBe('published');
    expect(calls).toEqual(['inspect', 'send', 'find', 'inspect', 'send']);
    expect(posts[0]?.[1]).toBe(posts[1]?.[1]);
  });

  it('does not send what it finds in the channel', async () => {
    await scheduled();
    answers.send = { kind: 'unclear' };
    now = (await round()).wakeAt ?? 0;
    answers.find = { kind: 'found', posted: { message: '901', text: aBulletin().text } };
    expect(await round()).toMatchObject({ state: 'published', message: '901' });
    expect(posts).toHaveLength(1);
  });

  it('waits as long as it is told where it was refused for now', async () => {
    await scheduled();
    answers.send = { kind: 'later', delay: 1_163_000 };
    const waiting = await round();
    expect(waiting).toMatchObject({ state: 'scheduled', attemptedAt: null, wakeAt: noon + 1_163_000 });
    now += 1_163_000;
    answers.send = sent;
    expect((await round()).state).toBe('published');
    // It was certainly not sent, so there was nothing to look for.
    expect(calls).toEqual(['inspect', 'send', 'inspect', 'send']);
  });

  it('holds what stays unclear for an hour, and never guesses', async () => {
    await scheduled();
    answers.send = { kind: 'unclear' };
    answers.find = { kind: 'later', delay: 0 };
    let bulletin = await round();
    for (let i = 0; i < 60 && bulletin.state === 'publishing'; i++) {
      now = bulletin.wakeAt ?? 0;
      bulletin = await round();
    }
    expect(bulletin).toMatchObject({ state: 'held', problem: { kind: 'unclear' } });
    expect(posts).toHaveLength(1);
  });

  it('holds it where the channel cannot be read to know', async () => {
    await scheduled();
    answers.send = { kind: 'unclear' };
    now = (await round()).wakeAt ?? 0;
    const permissions = ['ReadMessageHistory'];
    answers.find = { kind: 'refused', problem: { kind: 'missing-permissions', permissions } };
    expect(await round()).toMatchObject({ state: 'held', problem: { kind: 'unclear' } });
  });

  it('takes over from a process that died, when its lease has ended', async () => {
    const claimed = aBulletin({ attemptedAt: noon, attempts: 1, state: 'publishing', wakeAt: noon + lease });
    const approval = { by: 'bo', at: noon, fingerprint: fingerprint(claimed) };
    await store.add({ ...claimed, approval }, anEntry(claimed));
    now += lease - 1;
    expect((await round()).state).toBe('publishing');
    expect(calls).toEqual([]);
    now += 1;
    expect((await round()).state).toBe('published');
    expect(calls).toEqual(['find', 'inspect', 'send']);
  });

  it('sends nothing once its lease is nearly over: somebody else may be at it', async () => {
    await scheduled();
    meanwhile = () => {
      now += lease - 29_000;
    };
    expect((await round()).state).toBe('publishing');
    expect(posts).toEqual([]);
  });

  it('is claimed by one of two processes', async () => {
    await scheduled();
    await Promise.all([round(), round(), round()]);
    expect(posts).toHaveLength(1);
  });

  it('goes on with other bulletins when one breaks', async () => {
    await scheduled();
    const other = await scheduled({ id: 'other' });
    const errors: unknown[] = [];
    const breaking: Platform = {
      ...platform,
      async send(post, key) {
        if (post.bulletin !== other.id) throw new Error('out of memory');
        return platform.send(post, key);
      },
    };
    await createRounds({
      store,
      platform: breaking,
      now: () => now,
      onError: (error, id) => errors.push([String(error), id]),
    })();
    expect(errors).toEqual([['Error: out of memory', aBulletin().id]]);
    expect((await store.find('other'))?.state).toBe('published');
  });
});

describe('a late bulletin', () => {
  it.each([
    [60_000, 'published', null],
    [61_000, 'published', { kind: 'late', due: noon }],
    [3_600_000, 'published', { kind: 'late', due: noon }],
    [3_600_001, 'held', undefined],
    [86_400_000, 'held', undefined],
  ] as const)('that is %i ms late is %s', async (late, state, mark) => {
    await scheduled();
    now = noon + late;
    expect((await round()).state).toBe(state);
    expect(posts[0]?.[0].mark).toEqual(mark);
    if (state !== 'held') return;
    await round();
    expect(told).toEqual([['anna', aBulletin().id, { kind: 'late' }]]);
  });

  it('goes out when a moderator let it, and says that it is late', async () => {
    await scheduled({ releasedAt: noon + 86_400_000, wakeAt: noon + 86_400_000 });
    now = noon + 86_400_000;
    expect((await round()).state).toBe('published');
    expect(posts[0]?.[0].mark).toEqual({ kind: 'late', due: noon });
  });

  it('that never reached its channel is held, when that is certain', async () => {
    await scheduled();
    answers.send = { kind: 'unclear' };
    await round();
    now += 3_600_001;
    expect(await round()).toMatchObject({ state: 'held', problem: { kind: 'late' } });
    expect(posts).toHaveLength(1);
  });

  it('with no time set counts from its approval', async () => {
    await scheduled({ due: null });
    now += 3_600_001;
    expect((await round()).state).toBe('held');
  });
});

describe('what stops a bulletin', () => {
  it.each([
    ['a deleted channel', { kind: 'channel-gone' }, 'failed', 'channel-gone'],
    [
      'missing permissions',
      { kind: 'seen', missing: ['SendMessages'], without: [] },
      'failed',
      'missing-permissions',
    ],
    [
      'an approver who lost the rights',
      { kind: 'seen', missing: [], without: ['bo'] },
      'held',
      'rights-lost',
    ],
  ] as const)('%s: it is not sent, and its author hears of it', async (_, inspection, state, problem) => {
    await scheduled();
    answers.inspect = inspection;
    await round();
    expect(await round()).toMatchObject({ state, problem: { kind: problem }, duties: [], wakeAt: null });
    expect(posts).toEqual([]);
    expect(told.map(([person, , { kind }]) => [person, kind])).toEqual([['anna', problem]]);
  });

  it('a refusal of the platform, which is final', async () => {
    await scheduled();
    answers.send = { kind: 'refused', problem: { kind: 'rejected', detail: '50035' } };
    await round();
    expect(await round()).toMatchObject({ state: 'failed', problem: { kind: 'rejected', detail: '50035' } });
    expect(calls).toEqual(['inspect', 'send', 'tell']);
  });

  it('words that are not the ones approved', async () => {
    const approved = await scheduled();
    const tampered = { ...approved, text: 'Free money!', revision: approved.revision + 1 };
    await store.replace(tampered, []);
    expect(await round()).toMatchObject({ state: 'held', problem: { kind: 'unapproved' } });
    expect(posts).toEqual([]);
  });

  it('words that the platform changed: held with its message, not called published', async () => {
    await scheduled();
    answers.send = { kind: 'sent', posted: { message: '900', text: `${aBulletin().text} ` } };
    await round();
    expect(await round()).toMatchObject({ state: 'held', problem: { kind: 'altered' }, message: '900' });
  });
});

describe('after a bulletin is published', () => {
  it('it is handed to following servers where a moderator chose so, until that is done', async () => {
    await scheduled({ crosspost: true });
    answers.crosspost = { kind: 'later', delay: 600_000 };
    const published = await round();
    expect(published).toMatchObject({ state: 'published', duties: ['crosspost'], wakeAt: noon + 600_000 });
    now += 600_000;
    answers.crosspost = { kind: 'done' };
    expect(await round()).toMatchObject({ duties: [], wakeAt: null });
    expect(calls).toEqual(['inspect', 'send', 'crosspost', 'crosspost']);
  });

  it('its author hears when that did not work', async () => {
    await scheduled({ crosspost: true });
    answers.crosspost = { kind: 'refused', problem: { kind: 'rejected', detail: '50024' } };
    await round();
    expect(await round()).toMatchObject({ state: 'published', duties: [], message: '900' });
    expect(told).toHaveLength(1);
  });

  it('a correction takes its place, marked, and is tried again without looking: doing it twice is doing it once', async () => {
    const amends = { kind: 'correction', bulletin: 'standing', message: '800' } as const;
    await scheduled({ amends });
    answers.send = { kind: 'unclear' };
    now = (await round()).wakeAt ?? 0;
    answers.send = sent;
    expect((await round()).state).toBe('published');
    expect(calls).toEqual(['inspect', 'edit 800', 'inspect', 'edit 800']);
    expect(posts[0]?.[0]).toMatchObject({ bulletin: 'standing', mark: { kind: 'corrected', at: noon } });
  });

  it('a correction does not undo a retraction', async () => {
    const amends = { kind: 'correction', bulletin: 'standing', message: '800' } as const;
    await scheduled({ amends });
    const retraction = aBulletin({ id: 'r', state: 'published', amends: { ...amends, kind: 'retraction' } });
    await store.add(retraction, anEntry(retraction));
    expect(await round()).toMatchObject({ state: 'held', problem: { kind: 'overtaken' } });
    expect(posts).toEqual([]);
  });
});
