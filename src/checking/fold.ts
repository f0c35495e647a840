/**
 * Letters of other scripts that look like Latin ones, after lower-casing. Only those that no reader can tell apart;
 * one letter each, so that two words of one script never become one. After Unicode's confusables (UTS #39).
 */
const lookalikes = new Map(
  Object.entries({
    // Cyrillic
    а: 'a',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    ӏ: 'l',
    о: 'o',
    р: 'p',
    ԛ: 'q',
    ѕ: 's',
    ԝ: 'w',
    х: 'x',
    у: 'y',
    // Cyrillic capitals whose small letters look otherwise: А В Е К М Н О Р С Т Х
    в: 'b',
    к: 'k',
    м: 'm',
    н: 'h',
    т: 't',
    // Greek
    α: 'a',
    β: 'b',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'm',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'y',
    χ: 'x',
    ζ: 'z',
    // Latin letters beside the alphabet
    ı: 'i',
    ɑ: 'a',
    ɡ: 'g',
  }),
);

const plain = /^[\x20-\x7e]*$/;
const otherNumber = /\p{No}/u;
const apostrophes = /[’ʼ‘´`]/gu;
const invisible = /\p{Cf}|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const overlays = /[\u0334-\u0338\u20d0-\u20e8]/gu;
const latin = /\p{Script=Latin}/u;

/**
 * The form in which words are compared: compatibility characters (fullwidth, ligatures, mathematical letters) made
 * plain, case folded, invisible characters and strike-through gone, apostrophes and signs of one style. Superscripts,
 * fractions and circled numbers are left, since "10²" is not "102".
 */
export function fold(text: string): string {
  return plain.test(text) ? text.toLowerCase().replace(/`/g, "'") : foldUnicode(text);
}

function foldUnicode(text: string): string {
  return unlike(foldKeepingScript(text));
}

/** As `fold`, but letters of other scripts stay what they are. */
export function foldKeepingScript(text: string): string {
  return compatible(text.replace(invisible, '').replace(overlays, ''))
    .replace(apostrophes, "'")
    .toLowerCase()
    .replace(/^[−–‒]/u, '-')
    .replace(/ς/gu, 'σ')
    .normalize('NFC');
}

/** Unicode's compatibility form (NFKC), except for numbers that are not plain digits. */
export function compatible(text: string): string {
  if (!otherNumber.test(text)) return text.normalize('NFKC');
  let result = '';
  for (const char of text) result += otherNumber.test(char) ? char : char.normalize('NFKC');
  return result.normalize('NFC');
}

/** Replaces look-alikes where the word also has Latin letters, or consists of nothing else. */
function unlike(word: string): string {
  let result = '';
  let mixed = false;
  let all = true;
  for (const char of word) {
    const twin = lookalikes.get(char);
    if (twin === undefined && latin.test(char)) mixed = true;
    else if (twin === undefined && /\p{L}/u.test(char)) all = false;
    result += twin ?? char;
  }
  return mixed || all ? result : word;
}
