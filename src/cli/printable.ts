/** Shows control characters, which could steer the terminal, as the pictures Unicode has for them. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0);
    if (control === '\n' || control === '\t') return control;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421';
  });
}
