import { beforeEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../../prove/bulletins/memory-store.ts';
import { type Bulletin, fingerprint } from '../../src/bulletins/bulletin.ts';
import type { BulletinStore } from '../../src/bulletins/bulletin-store.ts';
import { type Actor, createOffice, type Office, type Outcome } from '../../src/bulletins/office.ts';
import { aBulletin, aDraft, anEntry, noon } from './a-bulletin.ts';

const settings = { moderatorRole: null, approvalRequired: true };
const moderator = (id: string): Actor => ({ person: { id, managesMessages: true, roles: [] }, settings });
const anna = moderator('anna');
const bo = moderator('bo');
const visitor: Actor = { person: { id: 'max', managesMessages: false, roles: [] }, settings };
const alone: Actor = { ...anna, settings: { ...settings, approvalRequired: false } };

let now: number;
let store: BulletinStore;
let office: Office;

beforeEach(() => {
  now = noon;
  store = memoryStore();
  let last = 0;
  office = createOffice({ store, now: () => now, newId: () => `bulletin-${++last}` });
});

function done(outcome: Outcome): Bulletin {
  if (outcome.kind !== 'done') throw new Error(`It was ${JSON.stringify(outcome)}.`);
  return outcome.bulletin;
}

async function written(): Promise<Bulletin> {
  return done(await office.write('guild', aDraft, anna));
}

async function submitted(): Promise<Bulletin> {
  const { id, revision } = await written();
  return done(await office.submit(id, revision, anna));
}

async function published(changes: Partial<Bulletin> = {}): Promise<Bulletin> {
  const bulletin = aBulletin({ id: 'standing', state: 'published', message: '900', ...changes });
  await store.add(bulletin, anEntry(bulletin));
  return bulletin;
}

describe('a bulletin on its way', () => {
  it('is drafted, handed in and approved by a second person, each step in its history', async () => {
    const waiting = await submitted();
    expect(waiting.state).toBe('awaiting');
    now += 1_000;
    const scheduled = done(await office.approve(waiting.id, fingerprint(waiting), bo));
    expect(scheduled).toMatchObject({
      state: 'scheduled',
      wakeAt: now,
      approval: { by: 'bo', at: now, fingerprint: fingerprint(waiting) },
    });
    expect((await store.log(waiting.id)).map(({ by, from, to, action }) => [by, from, to, action])).toEqual([
      ['anna', null, 'draft', 'write'],
      ['anna', 'draft', 'awaiting', 'submit'],
      ['bo', 'awaiting', 'scheduled', 'approve'],
    ]);
  });

  it('waits for its time once approved', async () => {
    const { id, revision } = done(await office.write('guild', { ...aDraft, due: noon + 9_000 }, anna));
    const waiting = done(await office.submit(id, revision, anna));
    expect(done(await office.approve(id, fingerprint(waiting), bo)).wakeAt).toBe(noon + 9_000);
  });

  it('needs no second person where the server asks for none', async () => {
    const { id, revision } = await written();
    expect(done(await office.submit(id, revision, alone))).toMatchObject({
      state: 'scheduled',
      approval: { by: 'anna' },
    });
  });

  it('is not approved by its author', async () => {
    const waiting = await submitted();
    expect(await office.approve(waiting.id, fingerprint(waiting), anna)).toEqual({
      kind: 'refused',
      refusal: { kind: 'own' },
    });
    expect((await store.find(waiting.id))?.state).toBe('awaiting');
  });

  it('is not handed in while it says nothing', async () => {
    const { id, revision } = done(await office.write('guild', { ...aDraft, text: '' }, anna));
    const refused = { kind: 'refused', refusal: { kind: 'unfinished' } };
    expect(await office.submit(id, revision, anna)).toEqual(refused);
    expect(await office.submit(id, revision, alone)).toEqual(refused);
  });

  it('is not approved by a few digits of its fingerprint', async () => {
    const waiting = await submitted();
    expect((await office.approve(waiting.id, '', bo)).kind).toBe('changed');
    expect((await office.approve(waiting.id, fingerprint(waiting).slice(0, 8), bo)).kind).toBe('changed');
    expect((await office.approve(waiting.id, fingerprint(waiting).slice(0, 32), bo)).kind).toBe('done');
  });

  it('is approved only as the approver saw it', async () => {
    const waiting = await submitted();
    const seen = fingerprint(waiting);
    const edited = done(await office.edit(waiting.id, waiting.revision, { ...aDraft, text: 'Other' }, anna));
    await office.submit(edited.id, edited.revision, anna);
    expect(await office.approve(waiting.id, seen, bo)).toMatchObject({ kind: 'changed' });
    expect((await store.find(waiting.id))?.state).toBe('awaiting');
  });

  it.each([
    ['text', { text: 'Other' }],
    ['channel', { channel: '2' }],
    ['roles', { roles: ['7'] }],
    ['time', { due: noon + 5_000 }],
    ['crossposting', { crosspost: true }],
  ])('asks for approval again after a change of the %s', async (_, change) => {
    const waiting = await submitted();
    const approved = done(await office.approve(waiting.id, fingerprint(waiting), bo));
    const edited = done(await office.edit(approved.id, approved.revision, { ...aDraft, ...change }, bo));
    expect(edited).toMatchObject({ state: 'draft', approval: null, wakeAt: null });
    expect(fingerprint(edited)).not.toBe(fingerprint(approved));
  });

  it('belongs to whoever wrote its present words, who needs somebody else to approve them', async () => {
    const { id, revision } = await written();
    const edited = done(await office.edit(id, revision, { ...aDraft, text: "Bo's words" }, bo));
    const waiting = done(await office.submit(id, edited.revision, bo));
    expect(await office.approve(id, fingerprint(waiting), bo)).toMatchObject({ refusal: { kind: 'own' } });
    expect(done(await office.approve(id, fingerprint(waiting), anna)).state).toBe('scheduled');
  });

  it('lets one of two people win and tells the other what it is now', async () => {
    const waiting = await submitted();
    const outcomes = await Promise.all([
      office.approve(waiting.id, fingerprint(waiting), bo),
      office.cancel(waiting.id, waiting.revision, anna),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'done']);
    expect(await store.log(waiting.id)).toHaveLength(3);
  });

  it('is not scheduled for a time that is long past', async () => {
    const { id, revision } = done(await office.write('guild', { ...aDraft, due: noon }, anna));
    const waiting = done(await office.submit(id, revision, anna));
    now = noon + 3_600_001;
    expect(await office.approve(id, fingerprint(waiting), bo)).toMatchObject({ refusal: { kind: 'past' } });
    now = noon + 3_600_000;
    expect((await office.approve(id, fingerprint(waiting), bo)).kind).toBe('done');
  });

  it('can be let go after being held, and goes out at once', async () => {
    const held = aBulletin({ state: 'held', problem: { kind: 'late' }, due: noon - 86_400_000 });
    await store.add(held, anEntry(held));
    expect(done(await office.release(held.id, held.revision, bo))).toMatchObject({
      state: 'scheduled',
      releasedAt: noon,
      wakeAt: noon,
      problem: null,
    });
  });

  it('is none of the business of people without rights', async () => {
    const refused = { kind: 'refused', refusal: { kind: 'not-moderator' } };
    const { id, revision } = await written();
    expect(await office.write('guild', aDraft, visitor)).toEqual(refused);
    expect(await office.edit(id, revision, aDraft, visitor)).toEqual(refused);
    expect(await office.submit(id, revision, visitor)).toEqual(refused);
    expect(await office.cancel(id, revision + 5, visitor)).toEqual(refused);
    const standing = await published();
    expect(await office.retract(standing.id, 'Gone', 'wrong', visitor)).toEqual(refused);
    expect(await office.correct(standing.id, aDraft, visitor)).toEqual(refused);
    expect(await office.cancel('nothing', 1, anna)).toEqual({ kind: 'missing' });
  });
});

describe('a published bulletin', () => {
  it('is corrected by a draft of its own that is approved like any', async () => {
    const standing = await published();
    const draft = { ...aDraft, channel: 'elsewhere', crosspost: true, text: 'Corrected' };
    const correction = done(await office.correct(standing.id, draft, bo));
    expect(correction).toMatchObject({
      state: 'draft',
      channel: standing.channel,
      crosspost: false,
      amends: { kind: 'correction', bulletin: 'standing', message: '900' },
    });
  });

  it('is retracted at once by one person, with the reason in the history', async () => {
    const standing = await published({ roles: ['7'] });
    const retraction = done(await office.retract(standing.id, '*Retracted: wrong date*', 'wrong date', bo));
    expect(retraction).toMatchObject({ state: 'scheduled', wakeAt: noon, roles: [], blocks: [] });
    expect(retraction.approval?.fingerprint).toBe(fingerprint(retraction));
    expect((await store.log(retraction.id))[0]).toMatchObject({ by: 'bo', note: 'wrong date' });
    const again = await office.retract(standing.id, 'x', 'x', anna);
    expect(again).toMatchObject({ refusal: { kind: 'already-retracted' } });
    expect(await office.correct(standing.id, aDraft, anna)).toMatchObject({
      refusal: { kind: 'already-retracted' },
    });
  });

  it('is found by its correction, too', async () => {
    const standing = await published();
    const amends = { kind: 'correction', bulletin: standing.id, message: '900' } as const;
    const correction = aBulletin({ id: 'fix', state: 'published', amends, message: '900' });
    await store.add(correction, anEntry(correction));
    expect(done(await office.retract('fix', 'Gone', 'wrong', bo)).amends?.bulletin).toBe('standing');
  });

  it('cannot be amended before it stands in the channel', async () => {
    const waiting = await submitted();
    expect(await office.retract(waiting.id, 'x', 'x', bo)).toMatchObject({
      refusal: { kind: 'wrong-state' },
    });
  });
});
