/**
 * What people leave out or write either way: accents on Latin, Greek and Cyrillic letters, the vowels of Arabic and
 * Hebrew, the dot of a borrowed letter in Indian scripts. The signs of those scripts, of Thai or of Japanese are
 * letters and stay. й is no и with an accent.
 */
const optional =
  /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c\u0abc\u00ad\u200c\u200d]/gu;

/** Letters that no decomposition takes to the one that is typed for them. */
const others: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ı: 'i',
    ς: 'σ',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ة: 'ه',
  }),
);
const other = new RegExp(`[${[...others.keys()].join('')}]`, 'gu');

/**
 * Lower case, with everything that may be left out taken off and compatibility forms and digits made plain: "Soberanía"
 * and "soberania" are one word, "Straße" and "strasse", "٢٠٢٤" and "2024".
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(optional, '')
    .replace(other, (letter) => others.get(letter) ?? letter)
    .replace(/[^\P{Nd}0-9]/gu, digit)
    .normalize('NFC');
}

/** Lower case with all its marks, each written one way only. */
export function spelling(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

/** The ten digits of a script stand in a row that no other touches. */
function digit(written: string): string {
  const code = written.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
