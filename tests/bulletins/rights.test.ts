import { describe, expect, it } from 'vitest';
import type { BulletinState } from '../../src/bulletins/bulletin.ts';
import { type ModeratorAction, objection, type Person } from '../../src/bulletins/rights.ts';
import { aBulletin } from './a-bulletin.ts';

const settings = { moderatorRole: 'mods', approvalRequired: true };
const states = [
  'draft',
  'awaiting',
  'scheduled',
  'publishing',
  'published',
  'cancelled',
  'failed',
  'held',
] as const satisfies readonly BulletinState[];

const people: Readonly<Record<string, Person>> = {
  member: { id: 'max', managesMessages: false, roles: ['news'] },
  'member with no role': { id: 'eva', managesMessages: false, roles: [] },
  'moderator by permission': { id: 'bo', managesMessages: true, roles: [] },
  'moderator by role': { id: 'cleo', managesMessages: false, roles: ['news', 'mods'] },
  author: { id: 'anna', managesMessages: true, roles: [] },
  'author who lost the rights': { id: 'anna', managesMessages: false, roles: [] },
};
const moderators = ['moderator by permission', 'moderator by role', 'author'];

/** By hand: in which states moderators may do it while nothing stands in the channel. */
const allowed: Readonly<Record<ModeratorAction, readonly BulletinState[]>> = {
  edit: ['draft', 'awaiting', 'scheduled', 'failed', 'held'],
  submit: ['draft'],
  schedule: ['draft'],
  approve: ['awaiting'],
  cancel: ['draft', 'awaiting', 'scheduled', 'failed', 'held'],
  release: ['held'],
  confirm: [],
};

const grid = Object.entries(people).flatMap(([name, person]) =>
  Object.entries(allowed).flatMap(([action, where]) =>
    states.map((state) => ({ name, person, action: action as ModeratorAction, where, state })),
  ),
);

describe('who may do what', () => {
  it.each(grid)('$name: $action a bulletin that is $state', ({ name, person, action, where, state }) => {
    const refusal = objection(action, person, aBulletin({ state, author: 'anna' }), settings);
    const own = action === 'approve' && name === 'author';
    const may = moderators.includes(name) && where.includes(state) && !own;
    expect(refusal === null).toBe(may);
    if (!moderators.includes(name)) expect(refusal).toEqual({ kind: 'not-moderator' });
    else if (own && state === 'awaiting') expect(refusal).toEqual({ kind: 'own' });
  });

  it.each(Object.keys(allowed) as ModeratorAction[])(
    'once it stands in the channel in other words it can only be confirmed: %s',
    (action) => {
      const standing = aBulletin({ state: 'held', problem: { kind: 'altered' }, message: '1' });
      const refusal = objection(action, people.author as Person, standing, settings);
      expect(refusal === null).toBe(action === 'confirm');
      if (['edit', 'cancel', 'release'].includes(action)) expect(refusal).toEqual({ kind: 'already-out' });
    },
  );

  it('makes nobody a moderator by a role while the server has named none', () => {
    const nobody = { moderatorRole: null, approvalRequired: true };
    const refusal = objection('edit', people['moderator by role'] as Person, aBulletin(), nobody);
    expect(refusal).toEqual({ kind: 'not-moderator' });
  });
});
