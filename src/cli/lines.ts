import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream of UTF-8, without their ends (LF or CRLF). What follows the last line end is a line if
 * there is anything. Bytes that are not UTF-8 become U+FFFD; a byte order mark at the start is left out. Other
 * characters that some programs take for line ends do not end a line here: one line in, one line out.
 */
export async function* linesOf(stream: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let atStart = true;
  const line = (): string => {
    const text = pieces.join('').replace(/\r$/, '');
    const clean = atStart ? text.replace(/^\ufeff/, '') : text;
    pieces = [];
    atStart = false;
    return clean;
  };
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    const [first = '', ...others] = text.split('\n');
    pieces.push(first);
    for (const piece of others) {
      yield line();
      pieces.push(piece);
    }
  }
  pieces.push(decoder.end());
  if (pieces.join('') !== '') yield line();
}
