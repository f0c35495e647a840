import { fold } from './fold.ts';

/** Endings of languages that Snowball has no algorithm for, as they are spelt; looked for folded. */
const endings: Readonly<Record<string, string>> = {
  el: `α ας ε ες η ης ι ιο ιου ια ιας ιες ιων ο ος ου οι ους ον ω ων υ εις εων εως ευς μα ματα ματος ματων
    ει εισ ουν ουμε ετε εται ονται οταν ονταν αν αμε ατε ησε ησαν ηκε ηκαν θηκε θηκαν θει θουν σει σε σαν στηκε στηκαν
    ικο ικη ικος ικου ικης ικοι ικες ικα ικων ικους μενο μενη μενος μενου μενης μενοι μενες μενα μενων μενους
    ισμος ισμου ισμο οντας ωντας αει ας αω αγε ουσε ουσαν`,
  hi: `ो े ू ु ी ि ा ओं ों ाओं ियों ियां ियाँ ियो एं ें ाएं ाएँ ुओं ुएं ाँ ां ीं ँ ं ने नी ना ते ती ता तीं ाने ानी ाना ाते ाती ाता
    ेगा ेगी ेंगे ेंगी ाया ाई ाए ायी ाये िया िये िए कर ाकर इए ाइए`,
};

/** The shortest word that is left when an ending is taken off. */
const shortest = 3;

/** Takes the longest of a language's listed endings off folded words; null for languages without a list. */
export function withoutEnding(language: string): ((word: string) => string) | null {
  const list = endings[language];
  if (list === undefined) return null;
  const known = new Set(list.split(/\s+/).map(fold));
  const longest = Math.max(...[...known].map(({ length }) => length));
  return (word) => {
    for (let from = Math.max(shortest, word.length - longest); from < word.length; from++) {
      if (known.has(word.slice(from))) return word.slice(0, from);
    }
    return word;
  };
}
