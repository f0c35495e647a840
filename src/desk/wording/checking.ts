import type { Span } from '../../announcement/source.ts';
import type { Person } from '../../announcement/statement.ts';
import {
  type Difference,
  type Finding,
  type Form,
  type Matters,
  mattersInOrder,
  type Remark,
} from '../../checking/finding.ts';
import type { Asked } from '../../search/outcome.ts';

/**
 * What the bot says of an alleged quote, in English. Words that somebody typed, or that stand in the source, are in
 * it without markup, so whoever shows it escapes it first.
 */
export const checking = {
  /** One sign for each verdict that is told apart without colour, and read out by its name beside it. */
  marks: { verbatim: '✓', altered: '≠', misattributed: '⇄', 'not-found': '∅' },

  names: {
    verbatim: 'Verbatim',
    altered: 'Altered',
    misattributed: 'Misattributed',
    'not-found': 'Not found',
  },

  /** What the verdict means for this quote, in a sentence. */
  verdict(finding: Finding): string {
    switch (finding.kind) {
      case 'verbatim':
        return finding.passage.speaker === null
          ? 'These words stand in the announcement. The article itself says them; nobody is quoted.'
          : `These words stand in the announcement, as ${finding.passage.speaker.name}'s.`;
      case 'altered': {
        const [first] = inOrder(finding.differences);
        const called = first === undefined || first.matters === null ? '' : ` ${calledOut[first.matters]}`;
        return `These are not the announcement's exact words.${called}`;
      }
      case 'misattributed':
        return `The words stand in the announcement, but not as ${nameOf(finding.claimed)}'s. ${
          finding.passage.speaker === null
            ? 'The article itself says them; nobody is quoted.'
            : `They are ${finding.passage.speaker.name}'s.`
        }`;
      case 'not-found':
        return finding.nearest === null
          ? 'Nothing in the announcement corresponds to these words.'
          : 'Nothing in the announcement corresponds to these words. The nearest statement is shown; it says something else.';
      case 'empty':
        return 'There are no words in this to check. Give the words that somebody is said to have said.';
      case 'too-long':
        return `This is ${count(finding.length)} characters long, and I check up to ${count(finding.limit)} at once. Give the part you want checked.`;
    }
  },

  /** Each difference in words, the most serious first. */
  differences: (differences: readonly Difference[]): readonly string[] => inOrder(differences).map(inWords),

  /** Each remark in a sentence, with the words of the source it speaks of. */
  remarks: (finding: Finding): readonly Remarked[] =>
    'remarks' in finding ? finding.remarks.map((remark) => remarked(remark)) : [],
} as const;

const calledOut: Record<Matters, string> = {
  negation: 'A negation differs, so the sense may be reversed.',
  number: 'A number differs.',
  name: 'A name differs.',
  date: 'A date differs.',
  place: 'A place differs.',
  antonym: 'A word is replaced by its opposite.',
};

const matter: Record<Matters, string> = {
  negation: 'negation',
  number: 'number',
  name: 'name',
  date: 'date',
  place: 'place',
  antonym: 'opposite',
};

const formNames: Record<Form, string> = {
  capitals: 'capital letters',
  'quotation-marks': 'quotation marks',
  dashes: 'dashes',
  spaces: 'spaces',
  punctuation: 'commas or other marks between words',
  'end-mark': 'the mark at the end',
  characters: 'the kind of characters it is written in',
  'invisible-characters': 'characters that cannot be seen',
  lookalikes: 'letters of another script that look the same',
};

const turns = {
  condition: 'a condition',
  exception: 'what limits it',
  hedge: 'what makes it less certain',
  negation: 'a negation',
} as const;

function inOrder(differences: readonly Difference[]): readonly Difference[] {
  const rank = ({ matters }: Difference) =>
    matters === null ? mattersInOrder.length : mattersInOrder.indexOf(matters);
  return [...differences].sort((a, b) => rank(a) - rank(b) || a.start - b.start);
}

function inWords({ op, said, alleged, matters }: Difference): string {
  const kind = matters === null ? '' : `${matter[matters]}: `;
  switch (op) {
    case 'insert':
      return `${kind}added: ${alleged}`;
    case 'delete':
      return `${kind}left out: ${said}`;
    case 'replace':
      return `${kind}${said} became ${alleged}`;
  }
}

/** A remark in a sentence, and which words of the source it speaks of; they are shown without marks of ours. */
export interface Remarked {
  readonly text: string;
  readonly words: readonly Span[];
}

function remarked(remark: Remark): Remarked {
  const plain = (text: string): Remarked => ({ text, words: [] });
  switch (remark.kind) {
    case 'form':
      return plain(`It differs only in ${list(remark.forms.map((form) => formNames[form]))}.`);
    case 'reported':
      return plain('Reported, not quoted: the article relays these words without quotation marks.');
    case 'partly-quoted':
      return plain('Partly quoted: the article puts only some of these words in quotation marks.');
    case 'left-out':
      return {
        text: `The excerpt leaves out ${turns[remark.turn]} that stands ${remark.side} it`,
        words: [remark.span],
      };
    case 'gap':
      return { text: 'Left out, as the quote itself shows', words: [remark.span] };
    case 'bracketed':
      return remark.span === null
        ? plain(`[${remark.alleged}] is added by whoever quotes, as the brackets show.`)
        : { text: `[${remark.alleged}] stands for other words, as the brackets show`, words: [remark.span] };
    case 'interrupted':
      return plain('The article interrupts these words to say whose they are.');
    case 'with-narration':
      return plain('Some of these words are the article’s own.');
    case 'several-speakers':
      return plain(`The words of several people are run together here: ${names(remark.people)}.`);
    case 'also-said-by':
      return plain(`The same words are also given as those of ${names(remark.people)}.`);
    case 'other-speaker':
      return plain(`Nor does the announcement give it as ${nameOf(remark.claimed)}'s.`);
    case 'spliced': {
      if (remark.with.length === 0) return plain('It is put together from separate statements.');
      const whose = [...new Set(remark.with.map(({ speaker }) => speaker?.name ?? 'the article itself'))];
      return {
        text: `It is put together from separate statements. Elsewhere (${list(whose)}) stands`,
        words: remark.with.flatMap(({ spans }) => spans),
      };
    }
    case 'perhaps-narration':
      return plain(
        'The article may be relaying this sentence or saying it itself; it does not make that clear.',
      );
    case 'other-script':
      return plain(
        'The quote is not in the language of the announcement. I compare exact words, so I cannot judge a translation.',
      );
    case 'reordered':
      return plain('Words of the statement are in another order.');
    case 'denied':
      return plain('The article introduces these words as ones that are denied.');
    case 'very-short':
      return plain('This is very short: finding so few words, or not, proves little.');
  }
}

function names(people: readonly Person[]): string {
  return list(people.map(({ name }) => name));
}

function nameOf(asked: Asked): string {
  return asked.kind === 'person' ? asked.person.name : `“${asked.name}”`;
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}

function count(characters: number): string {
  return new Intl.NumberFormat('en').format(characters);
}
