/** Breaks lines at the width of the terminal, so that what is indented or quoted stays so. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colour codes of `ink.ts` take no room
const codes = /\u001b\[\d+m/g;

/** @param width in columns; each character counts as one. */
export function wrap(line: string, width: number): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: likewise
  const [margin = ''] = /^(?:\u001b\[\d+m|[\s▎│])*/u.exec(line) ?? [];
  const room = width - bare(margin).length;
  if (bare(line).length <= width || room < 20) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.slice(margin.length).split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (bare(longer).length <= room || current === '') {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].map((each) => `${margin}${each}`);
}

function bare(text: string): string {
  return text.replaceAll(codes, '');
}
