import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ComponentId,
  decodeCustomId,
  decodeNumbers,
  encodeCustomId,
  encodeNumbers,
  longestCustomId,
} from '../../src/discord/custom-id.ts';
import { answerId, decodeAnswerState } from '../../src/discord/render/answer-state.ts';
import { harbour } from './announcements.ts';

const snowflake = fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String);
const field = fc.stringMatching(/^[\w.-]{1,8}$/);

describe('a custom id', () => {
  it('comes back as it went out', () => {
    const ids: fc.Arbitrary<ComponentId> = fc.record({
      action: fc.stringMatching(/^[a-z]{1,12}(-[a-z]{1,8})?$/),
      asker: snowflake,
      fields: fc.array(field, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(ids, (id) => {
        const encoded = encodeCustomId(id);
        expect(encoded.length).toBeLessThanOrEqual(longestCustomId);
        expect(decodeCustomId(encoded)).toEqual(id);
      }),
    );
  });

  it('is either understood exactly or not at all, whatever comes in', () => {
    const similar = fc
      .tuple(
        fc.constantFrom('1', '2', ''),
        fc.string({ maxLength: 10 }),
        fc.string({ maxLength: 20 }),
        fc.string(),
      )
      .map((parts) => parts.join(':'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), similar), (text) => {
        const id = decodeCustomId(text);
        if (id !== null) expect(encodeCustomId(id)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['nothing', ''],
    ['another version', '2:next:abc:0'],
    ['an empty field', '1:next:abc:'],
    ['an asker with a leading zero', '1:next:0abc'],
    ['an asker larger than any', '1:next:zzzzzzzzzzzzz'],
    ['capitals in the action', '1:Next:abc'],
    ['something too long', `1:next:abc:${'x'.repeat(100)}`],
  ])('is not made of %s', (_, text) => {
    expect(decodeCustomId(text)).toBeNull();
  });

  it('refuses to be made too long', () => {
    expect(() => encodeCustomId({ action: 'next', asker: '1', fields: ['x'.repeat(100)] })).toThrow(
      RangeError,
    );
  });

  it('keeps numbers, also none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000_000_000), { maxLength: 10 }), (numbers) => {
        expect(decodeNumbers(encodeNumbers(numbers))).toEqual(numbers);
      }),
    );
    expect(decodeNumbers('1.x!')).toBeNull();
    expect(decodeNumbers(undefined)).toBeNull();
  });
});

describe("an answer's state", () => {
  const version = (digits: string) => (harbour.version === digits ? harbour : null);
  const state = { announcement: harbour, statements: harbour.statements, at: 2, part: 1 };

  it('comes back from its id', () => {
    const id = decodeCustomId(answerId('next', '80351110224678912', state));
    expect(id?.asker).toBe('80351110224678912');
    expect(decodeAnswerState(id?.fields ?? [], version)).toEqual(state);
  });

  it('fits with ten candidates among a million statements and the largest snowflake', () => {
    const statements = Array.from({ length: 1_000_000 }, () => harbour.statements[0]);
    const last = harbour.statements.at(-1);
    if (last === undefined) throw new Error('no statement');
    const many = { ...harbour, statements: [...statements, last] as typeof harbour.statements };
    const id = answerId('context', (2n ** 64n - 1n).toString(), {
      announcement: many,
      statements: Array.from({ length: 10 }, () => last),
      at: 9,
      part: 99,
    });
    expect(id.length).toBeLessThanOrEqual(longestCustomId);
  });

  it.each([
    ['an earlier version', ['000000000000', '0.1', '0', '0']],
    ['a statement that is not there', [harbour.version, '0.zz', '0', '0']],
    ['a candidate that is not there', [harbour.version, '0', '5', '0']],
    ['nothing', []],
    ['no part', [harbour.version, '0', '0']],
  ])('is not read from %s', (_, fields) => {
    expect(decodeAnswerState(fields, version)).toBeNull();
  });
});
