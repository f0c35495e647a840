import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/cli/lines.ts';

async function lines(...chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const stream = (async function* () {
    yield* chunks;
  })();
  const found: string[] = [];
  for await (const line of linesOf(stream)) found.push(line);
  return found;
}

describe('lines of standard input', () => {
  it.each([
    ['LF', 'one\ntwo\n', ['one', 'two']],
    ['CRLF', 'one\r\ntwo\r\n', ['one', 'two']],
    ['no end after the last', 'one\ntwo', ['one', 'two']],
    ['empty lines', '\n\none\n\n', ['', '', 'one', '']],
    ['nothing', '', []],
    ['line ends of other systems inside a line', 'a\u2028b\u0085c\rd\n', ['a\u2028b\u0085c\rd']],
    ['a byte order mark, at the start only', '\ufeffone\n\ufefftwo', ['one', '\ufefftwo']],
  ])('%s', async (_, text, expected) => {
    expect(await lines(Buffer.from(text))).toEqual(expected);
  });

  it('replace bytes that are not UTF-8', async () => {
    expect(await lines(Buffer.from([0x61, 0xff, 0x0a, 0xc3]))).toEqual(['a\ufffd', '\ufffd']);
  });

  it('are the same wherever the bytes are cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', 'é', '习', '😀') });
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat(), async (typed, one, two) => {
        const bytes = Buffer.from(typed);
        const [first, second] = [one % (bytes.length + 1), two % (bytes.length + 1)].sort((a, b) => a - b);
        const pieces = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
        const whole = typed.split('\n').map((line) => line.replace(/\r$/, ''));
        if (typed.endsWith('\n') || typed === '') whole.pop();
        expect(await lines(...pieces)).toEqual(whole);
      }),
    );
  });
});
