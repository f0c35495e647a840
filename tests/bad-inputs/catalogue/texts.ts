import { values } from './bad-value.ts';

/** Texts in which nothing is written. */
export const blank = values({
  'nothing at all': '',
  'one space': ' ',
  'tabs and line ends': '\t\r\n \n\t',
  'a no-break space': '\u00a0',
  'an ideographic space': '\u3000',
  'zero-width spaces': '\u200b\u200b\u200b',
  'zero-width joiners': '\u200d\u200c\u200d',
  'a Hangul filler': '\u3164',
  'an empty Braille cell': '\u2800',
  'marks that turn the direction': '\u202e\u2066\u2069\u202c',
  'a byte order mark': '\ufeff',
  'a NUL': '\u0000',
  'punctuation alone': '?!… — .,;',
});

const zalgo = [...'what did he say'].map((letter) => `${letter}${'\u0335\u0321\u0350'.repeat(8)}`).join('');

/** Characters that break offsets, columns, comparisons or terminals. */
export const unicode = values({
  'letters under towers of marks': zalgo,
  'a text turned from right to left': 'will the \u202efees go up\u202c',
  'isolated directions': '\u2067fees\u2069 \u2066up\u2069',
  'zero-width spaces between the letters': [...'will the fees go up'].join('\u200b'),
  'soft hyphens between the letters': [...'fees go up'].join('\u00ad'),
  'the first half of a surrogate pair': 'fees \ud83d up',
  'the second half of a surrogate pair': 'fees \ude00 up',
  'surrogates the wrong way round': 'fees \ude00\ud83d up',
  'combining marks alone': '\u0301\u0302\u0303',
  'a mark at the beginning': '\u0301fees',
  'emoji joined to one': 'fees 👨‍👩‍👧‍👦🏳️‍🌈👩🏿‍🚀',
  'flags and keycaps': '🇻🇪🇨🇳 3️⃣ #️⃣',
  'Cyrillic letters that look Latin': 'will thе fееs gо uр',
  'full-width letters': 'ｗｉｌｌ ｔｈｅ ｆｅｅｓ ｇｏ ｕｐ',
  'mathematical letters': '𝐰𝐢𝐥𝐥 𝓽𝓱𝓮 𝔣𝔢𝔢𝔰 𝕘𝕠 𝕦𝕡',
  'letters taken apart': 'de\u0301cision man\u0303ana',
  ligatures: 'ﬀ ﬁ ﬃ ﷽ ǆ',
  'letters that grow when their case changes': 'İSTANBUL ẞ ŉ ﬃ',
  'tag characters': `fees${[...'hidden'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}`,
  'variation selectors': 'f\ufe0fe\ufe0ee\u{e0100}s',
  'private use': '\ue000\uf8ff\u{10fffd}',
  'characters that are none': '\ufffe\uffff\u{1fffe}',
  'separators of lines and paragraphs': 'fees\u2028up\u2029down',
  'control characters': 'fees\u0001\u0002\u0007\u0008\u007f\u0085\u009b up',
  'an escape sequence of terminals': '\u001b[31mfees\u001b[0m \u001b]0;title\u0007 \u001b[2J',
  'a NUL in the middle': 'fees\u0000up',
  'a byte order mark in the middle': 'fees\ufeffup',
  'the sign for what could not be read': 'fees \ufffd\ufffd up',
  Chinese: '会提高费用吗',
  'Thai, without spaces': 'ค่าธรรมเนียมจะขึ้นไหม',
  'Arabic beside Latin': 'هل سترتفع الرسوم fees',
  'digits of other scripts': '١٢٣ १२३ １２３ 三',
});

const filled = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** As much as an option, a message or a line may hold; some would keep a careless pattern busy for ever. */
export function long(length: number) {
  return values({
    'one letter without end': filled('a', length),
    'words without end': filled('will the fees go up ', length),
    'line ends without end': filled('a\n', length),
    'emoji without end': filled('😀', length),
    'marks on one letter without end': `e${filled('\u0301', length - 1)}`,
    'digits without end': filled('9', length),
    'brackets without end': filled('[(', length),
    'opening quotation marks without end': filled('“', length),
    'a quotation that stays open': `did she say “${filled('will the fees go up ', length - 13)}`,
    'quotation marks without end': filled('"a" ', length),
    'stars without end': filled('*', length),
    'backslashes without end': filled('\\', length),
    'spaces before a word without end': `${filled(' ', length - 1)}a`,
    'almost an address without end': filled('http:/', length),
    'almost a mention without end': filled('<@1', length),
    'almost a number without end': `${filled('1,', length - 1)}x`,
    'different words without end': Array.from({ length: Math.ceil(length / 4) }, (_, at) => at.toString(36))
      .join(' ')
      .slice(0, length),
  });
}
