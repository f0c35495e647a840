import { type CueForm, cueForm, framesOf } from './cue-verbs.ts';
import { isNominal, PERSONAL } from './noun-phrase.ts';
import type { Item } from './unit.ts';

/** A verb of saying in a sentence, with its auxiliaries and particle. */
export interface Cue {
  /** Index of the verb itself. */
  readonly verb: number;
  /** Item range of the verb group: "has also pointed out". */
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
  readonly form: CueForm['form'];
  readonly frames: ReadonlySet<string>;
  readonly passive: boolean;
  /** An infinitive ("to say"), which has no subject of its own. */
  readonly infinitive: boolean;
}

const GROUP =
  /^(?:has|have|had|is|are|was|were|be|been|being|did|does|do|will|would|could|should|may|might|must|can|not|n't|never|also|later|then|repeatedly|often|once|again|already|recently|just|previously|even|both|reportedly|quickly|always|still|only|first|further|publicly|openly|simply|frequently|famously|immediately|initially|consistently|explicitly|now|long|since|to|went|goes|go|on|continued|began|got|gotten|get|subsequently)$|n't$/;
const BE = /^(?:is|are|was|were|be|been|being|'s|'re|get|got|gets|isn't|wasn't|weren't|aren't)$/;

/** All verbs of saying of a sentence, in order. */
export function findCues(items: readonly Item[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < items.length; i++) {
    const cue = cueAt(items, i);
    if (cue !== null) cues.push(cue);
  }
  return cues;
}

function cueAt(items: readonly Item[], i: number): Cue | null {
  const item = items[i];
  if (item === undefined || item.quotation !== null) return null;
  const known = cueForm(item.lower);
  if (known === undefined) return besideQuotation(items, i);
  const after = items[i + 1];
  const phrase = after === undefined ? undefined : framesOf(`${known.lemma} ${after.lower}`);
  const frames = phrase ?? framesOf(known.lemma);
  if (frames === undefined || !isVerb(items, i, known)) return null;
  let from = i;
  let passive = false;
  let infinitive = false;
  while (from > 0) {
    const before = items[from - 1];
    if (before === undefined || before.quotation !== null) break;
    if (
      !GROUP.test(before.lower) &&
      !(before.tag === 'ADV' && /ly$/.test(before.lower)) &&
      before.tag !== 'AUX'
    )
      break;
    // "on" and "to" belong to the group only in "went on to say".
    if (before.lower === 'on' && !/^(?:went|goes|go)$/.test(items[from - 2]?.lower ?? '')) break;
    if (before.lower === 'to') infinitive = true;
    if (/^(?:went|goes|go|continued|began)$/.test(before.lower)) infinitive = false;
    if (BE.test(before.lower) && known.form === 'past' && !infinitive) passive = true;
    from--;
  }
  return {
    verb: i,
    from,
    to: i + (phrase === undefined ? 1 : 2),
    lemma: known.lemma,
    form: known.form,
    frames,
    passive,
    infinitive,
  };
}

const SPOKEN: ReadonlySet<string> = new Set(['q']);

/** Any verb tells of saying where a quotation leans on it: “…,” the clerk rasped. “…?” wheezed Ana Duarte. */
function besideQuotation(items: readonly Item[], i: number): Cue | null {
  const item = items[i];
  if (
    item?.tag !== 'VERB' ||
    !/(?:ed|s)$|^(?:quoth|sang|rang|spat|bit|shot|began|went|broke|cut|drew)$/.test(item.lower)
  )
    return null;
  const leans = (at: number) =>
    /[,?!…—-]["”»']+$/.test(items[at]?.quotation != null ? (items[at]?.word ?? '') : '');
  const after = items[i + 1];
  const ends =
    after === undefined ||
    /^[.,;:]$/.test(after.word) ||
    after.quotation !== null ||
    /^(?:in|on|at|as|after|when|with|back|to|during)$/.test(after.lower) ||
    after.tag === 'ADV';
  if (!leans(i - 1)) {
    if (!ends) return null;
    let from = i - 1;
    while (from >= 0 && i - from < 8 && isNominal(items[from])) from--;
    if (from === i - 1 || !leans(from)) return null;
  }
  return {
    verb: i,
    from: i,
    to: i + 1,
    lemma: item.lower,
    form: item.lower.endsWith('s') ? 's' : 'past',
    frames: SPOKEN,
    passive: false,
    infinitive: false,
  };
}

const ALWAYS = /^(?:said|says|told|wrote|tweeted|added|insisted|argued)$/;

/** The tagger decides, corrected where it is known to err: "He claims that …", "the senator notes, …". */
function isVerb(items: readonly Item[], i: number, { lemma, form }: CueForm): boolean {
  const item = items[i];
  const before = items[i - 1];
  const after = items[i + 1];
  if (item === undefined) return false;
  if (
    lemma === 'go' ||
    lemma === 'put' ||
    lemma === 'shoot' ||
    lemma === 'begin' ||
    lemma === 'pitch' ||
    lemma === 'cable' ||
    lemma === 'text' ||
    lemma === 'finish'
  ) {
    const near = [items[i + 1], items[i + 2], items[i - 1], items[i - 2]].some(
      (one) => one !== undefined && one.quotation !== null,
    );
    const goOn =
      lemma === 'go' &&
      after?.lower === 'on' &&
      (items[i + 2] === undefined ||
        /^[:,.]$/.test(items[i + 2]?.word ?? '') ||
        items[i + 2]?.quotation !== null);
    if (!goOn && !(lemma === 'put' && after?.lower === 'it') && !(near && lemma !== 'go')) return false;
  }
  if (item.tag === 'VERB') {
    if (form === 'past' && before?.tag === 'DET') return false;
    return true;
  }
  if (ALWAYS.test(item.lower)) return before?.tag !== 'DET';
  if (item.tag === 'AUX') return true;
  if (before === undefined || before.quotation !== null)
    return (
      after !== undefined &&
      (after.tag === 'PROPN' || after.tag === 'DET') &&
      (form === 'past' || form === 's') &&
      i > 0
    );
  const clauseAfter =
    after === undefined ||
    (before.tag !== 'NOUN' && /^[.,]$/.test(after.word)) ||
    /^(?:that|:|he|she|they|it|we|the|a|his|her|their)$/.test(after.lower) ||
    after.quotation !== null ||
    after.tag === 'PRON';
  const subjectBefore =
    PERSONAL.test(before.lower) ||
    before.tag === 'PROPN' ||
    (before.tag === 'NOUN' && form !== 'base') ||
    before.lower === 'who' ||
    before.lower === 'also';
  if ((form === 's' || form === 'past') && subjectBefore && clauseAfter)
    return !(before.tag === 'NOUN' && item.tag === 'NOUN' && isNominal(after));
  return (
    form === 'base' &&
    /^(?:they|we|i|you|who|and|officials|critics|supporters)$/.test(before.lower) &&
    clauseAfter
  );
}
