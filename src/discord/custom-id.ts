/**
 * What a button remembers, in Discord's 100 characters: `1:ACTION:ASKER:FIELD:FIELD…`. Nothing is kept in
 * memory, so buttons survive a restart. Ids come back from outside: whatever does not parse exactly is null.
 */
export interface ComponentId {
  /** Which button or form it is. */
  readonly action: string;
  /** Snowflake of the person the message was made for. */
  readonly asker: string;
  /** What the action needs, each of letters, digits, ".", "_", "-". */
  readonly fields: readonly string[];
}

export const longestCustomId = 100;

const shape = /^1:[a-z]{1,16}(?:-[a-z]{1,16})?:[0-9a-z]{1,13}(?::[\w.-]+)*$/;
const largestSnowflake = 2n ** 64n - 1n;

/** Throws a RangeError when the id would not fit or not come back the same: a mistake of the caller. */
export function encodeCustomId({ action, asker, fields }: ComponentId): string {
  const id = ['1', action, BigInt(asker).toString(36), ...fields].join(':');
  if (id.length > longestCustomId || !shape.test(id)) throw new RangeError(`No custom id can be "${id}".`);
  return id;
}

/** The parts of a custom id made by `encodeCustomId`; null for anything else. */
export function decodeCustomId(id: string): ComponentId | null {
  if (id.length > longestCustomId || !shape.test(id)) return null;
  const [, action = '', asker = '', ...fields] = id.split(':');
  const snowflake = [...asker].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  if (snowflake > largestSnowflake || snowflake.toString(36) !== asker) return null;
  return { action, asker: snowflake.toString(), fields };
}

/** Places in a list, in base 36. Throws a RangeError for what is no place. */
export function encodeNumbers(numbers: readonly number[]): string {
  if (numbers.some((number) => number < 0)) throw new RangeError('There is no such place.');
  return numbers.length === 0 ? '-' : numbers.map((number) => number.toString(36)).join('.');
}

/** Null where the field is not a list of whole numbers. */
export function decodeNumbers(field: string | undefined): readonly number[] | null {
  if (field === '-') return [];
  if (field === undefined || !/^[0-9a-z]{1,6}(\.[0-9a-z]{1,6})*$/.test(field)) return null;
  return field.split('.').map((digits) => Number.parseInt(digits, 36));
}
