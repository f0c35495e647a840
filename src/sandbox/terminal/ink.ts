/** Colours and weights on a terminal that has them; nothing elsewhere. */

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  strike: [9, 29],
  accent: [36, 39],
} as const;

export type Ink = (how: keyof typeof codes, text: string) => string;

export const plainInk: Ink = (_, text) => text;

export const colourInk: Ink = (how, text) => {
  const [on, off] = codes[how];
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Text from elsewhere cannot steer the terminal: control characters are shown as a replacement character. */
function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** The same with every text inside a value. */
export function disarmed<T>(value: T): T {
  if (typeof value === 'string') return harmless(value) as T;
  if (Array.isArray(value)) return value.map(disarmed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, disarmed(each)])) as T;
}
