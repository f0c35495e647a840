import { isFirstName } from './first-names.ts';
import { isNominal, isTimeWord } from './noun-phrase.ts';
import type { TagAt } from './part-of-speech.ts';
import { isHonorific, isOffice, isOrganisationWord, QUALIFIER } from './titles.ts';
import { type Token, tokenize } from './token.ts';
import type { Unit } from './unit.ts';

/** A name as it stands in one place. */
export interface Raw {
  readonly tokens: readonly Token[];
  readonly titleStart: number;
  readonly title: string;
  /** As printed, without titles. */
  readonly name: string;
  readonly words: readonly string[];
  readonly unit: number;
  readonly quoted: boolean;
  readonly the: boolean;
  readonly next: string;
}

const PARTICLE = /^(?:de|da|do|dos|del|della|di|du|van|von|der|den|ter|bin|ibn|al|el|la|le|y|e)$/;

const NOT_A_NAME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.|i|americans?|republicans?|democrats?|democratic|chinese|english|god|internet|christmas|easter|thanksgiving|muslims?|christians?|jews?|jewish|latinos?|hispanics?|european|islamic|islam|north|south|east|west|southern|northern|western|eastern|no|yes|well|oh|the|a|an|this|that|these|those|he|she|it|they|we|you|his|her|its|their|my|our|your|in|on|at|and|but|or|so|if|as|when|while|after|before|because|since|though|although|for|from|to|with|by|of|about|not|what|who|why|how|where|which|there|here|then|now|also|still|yet|however|meanwhile|asked|according|following|despite|classic|some|speaking|like|including|given|all|some|many|most|both|one|two|three|next|last|first|more|even|only|just)$/;

export const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;

export function rawNames(
  text: string,
  units: readonly Unit[],
  tagAt: TagAt,
  surnames: ReadonlySet<string>,
  parts: ReadonlySet<string>,
): Raw[] {
  const raws: Raw[] = [];
  units.forEach((unit, index) => {
    const headline = isHeadline(unit, index);
    const isName = (tokens: readonly Token[], i: number) =>
      headline ? parts.has(tokens[i]?.lower ?? '') : isCapital(tokens, i, surnames);
    let run: Token[] = [];
    for (const item of unit.items) {
      if (item.quotation === null) {
        run.push(item);
        continue;
      }
      names(text, run, index, false, raws, isName);
      // A name right after a quotation stands within a sentence, unless that ended there.
      run = /[.?!]["”»'’]+$/.test(item.word) ? [] : [WITHIN];
      names(text, tokenize(text, item.quotation.start, item.quotation.end, tagAt), index, true, raws, isName);
    }
    names(text, run, index, false, raws, isName);
  });
  return raws;
}

type IsName = (tokens: readonly Token[], i: number) => boolean;

const WITHIN: Token = { start: -1, end: -1, word: ',', lower: ',', tag: 'PUNCT' };

/** A headline in title case: at the top of a text it may end with a full stop. */
function isHeadline(unit: Unit, index: number): boolean {
  if (index > 1 && (unit.items.some((item) => item.quotation !== null) || unit.items.at(-1)?.word === '.'))
    return false;
  const words = unit.items.filter(
    ({ quotation, tag, word }) => quotation === null && /^\p{L}/u.test(word) && !SMALL.has(tag),
  );
  return words.length > 4 && words.filter(({ word }) => /^\p{Lu}/u.test(word)).length / words.length > 0.9;
}

/** Small words are not capital in headlines either. */
const SMALL: ReadonlySet<string> = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'PART', 'PRON']);

function isCapital(tokens: readonly Token[], i: number, known: ReadonlySet<string>): boolean {
  const token = tokens[i];
  if (token === undefined || !/^\p{Lu}/u.test(token.word)) return false;
  if (NOT_A_NAME.test(token.lower)) return false;
  if (token.tag === 'PROPN') return true;
  const before = tokens[i - 1];
  // The first word of a sentence is capital anyway.
  if (before === undefined || /^[.?!:"“”]$|^''$/.test(before.word))
    return (
      (token.tag === 'NOUN' && isOffice(token.lower)) ||
      known.has(token.lower) ||
      (isNameLike(tokens[i + 1]) && token.tag !== 'ADP' && isFirstName(token.lower)) ||
      (token.tag === 'AUX' &&
        tokens[i + 1]?.tag === 'PROPN' &&
        !/^(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would)$/.test(token.lower))
    );
  if (token.tag === 'AUX') return tokens[i + 1]?.tag === 'PROPN' || known.has(token.lower);
  return !/^(?:PRON|DET|ADP|CCONJ|SCONJ)$/.test(token.tag);
}

function isNameLike(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.tag === 'PROPN' &&
    /^\p{Lu}/u.test(token.word) &&
    !isOrganisationWord(token.lower)
  );
}

function names(
  text: string,
  tokens: readonly Token[],
  unit: number,
  quoted: boolean,
  out: Raw[],
  isName: IsName,
): void {
  for (let i = 0; i < tokens.length; i++) {
    if (!isName(tokens, i)) continue;
    let to = i + 1;
    while (to < tokens.length) {
      const token = tokens[to];
      const last = tokens[to - 1];
      if (token === undefined || last === undefined) break;
      if (isName(tokens, to) && token.start - last.end <= 2) to++;
      else if (token.word === '&' && isName(tokens, to + 1)) to += 2;
      else if (PARTICLE.test(token.lower) && isName(tokens, to + 1)) to += 2;
      else if (
        PARTICLE.test(token.lower) &&
        PARTICLE.test(tokens[to + 1]?.lower ?? '') &&
        isName(tokens, to + 2)
      )
        to += 3;
      else if (/^(?:of|for)$/.test(token.lower) && isOrganisationWord(last.lower) && isName(tokens, to + 1))
        to += 2;
      else if (token.lower === ',' && SUFFIX.test(tokens[to + 1]?.lower ?? '')) to += 2;
      // Rosa "Rosie" Marten
      else if (
        /^["“]$/.test(token.word) &&
        isName(tokens, to + 1) &&
        /^["”]$/.test(tokens[to + 2]?.word ?? '') &&
        isName(tokens, to + 3)
      )
        to += 3;
      else break;
    }
    chunk(text, tokens, i, to, unit, quoted, out);
    i = to - 1;
  }
}

function chunk(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  unit: number,
  quoted: boolean,
  out: Raw[],
): void {
  let first = from;
  let last = to;
  // "Senator Duarte": titles end where the last office word before a name stands.
  for (let i = to - 1; i >= from; i--) {
    const lower = tokens[i]?.lower ?? '';
    if (
      (isOffice(lower) || isHonorific(lower)) &&
      i < to - 1 &&
      !tokens.slice(i + 1, to).every((token) => SUFFIX.test(token.lower) || token.word === ',')
    ) {
      first = i + 1;
      break;
    }
  }
  // "Secretary of State Ana Duarte": what follows the office belongs to it.
  const ofOffice =
    first === from &&
    tokens[from - 1]?.lower === 'of' &&
    isOffice(tokens[from - 2]?.lower ?? '') &&
    to - from >= 3 &&
    !isOrganisationWord(tokens[to - 1]?.lower ?? '');
  if (ofOffice) {
    const given = tokens.findIndex(
      (token, i) => i > from && i < to - 1 && isFirstName(token.lower) && !isOrganisationWord(token.lower),
    );
    first = given > 0 ? given : Math.max(from + 1, to - 2);
  }
  // "Rosa King" is a name, "Senate Chair" is none.
  while (
    last > first &&
    !(last - first <= 3 && last - first > 1 && isFirstName(tokens[first]?.lower ?? '')) &&
    isOffice(tokens[last - 1]?.lower ?? '') &&
    !isHonorific(tokens[last - 1]?.lower ?? '')
  )
    last--;
  if (last <= first) return;
  const own = tokens.slice(first, last);
  const words = own.filter((t) => /\p{L}/u.test(t.word)).map((t) => t.word);
  if (words.length === 0 || words.length > 8) return;
  let titleFrom = ofOffice ? from - 2 : from;
  // Lower-case callings before the name: "company spokesman", "the party's deputy leader".
  const lead = tokens[titleFrom - 1];
  if (
    lead !== undefined &&
    (isOffice(lead.lower) ||
      (titleFrom < first && QUALIFIER.test(lead.lower)) ||
      (lead.tag === 'NOUN' && isOffice(lead.lower)))
  ) {
    while (titleFrom > 0 && from - titleFrom < 8) {
      const before = tokens[titleFrom - 1];
      if (
        before === undefined ||
        !isNominal({ ...before, quotation: null }) ||
        before.tag === 'DET' ||
        before.tag === 'PRON'
      )
        break;
      titleFrom--;
    }
  }
  // "Chinese President", "Republican Senator"
  while (
    titleFrom < first &&
    titleFrom > 0 &&
    /^\p{Lu}/u.test(tokens[titleFrom - 1]?.word ?? '') &&
    /^(?:ADJ|PROPN)$/.test(tokens[titleFrom - 1]?.tag ?? '') &&
    !isTimeWord(tokens[titleFrom - 1]?.lower ?? '')
  )
    titleFrom--;
  const start = tokens[first]?.start ?? 0;
  const titleStart = Math.min(tokens[titleFrom]?.start ?? start, start);
  const before = tokens[titleFrom - 1];
  out.push({
    tokens: own,
    titleStart,
    title: text.slice(titleStart, start).trim(),
    name: text.slice(start, tokens[last - 1]?.end),
    words,
    unit,
    quoted,
    // "the Marten campaign" is named after a person all the same.
    the: before?.lower === 'the' && tokens[last]?.tag !== 'NOUN',
    next: tokens[last]?.lower ?? '',
  });
}
