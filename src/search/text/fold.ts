/** Lower case, accents and compatibility forms taken off: "Soberanía" and "soberania" are one word. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}
