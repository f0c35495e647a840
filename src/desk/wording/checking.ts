import { type Statement, wordsAt } from '../../announcement/statement.ts';
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
        return `The announcement has this otherwise.${called}`;
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
          : 'Nothing in the announcement corresponds to these words. The nearest statement is shown, and is another one.';
      case 'empty':
        return 'There are no words in this to check. Give the words that somebody is said to have said.';
      case 'too-long':
        return `This is ${count(finding.length)} characters long, and I check up to ${count(finding.limit)} at once. Give the part you want checked.`;
    }
  },

  /** Each difference in words, the most serious first. */
  differences: (differences: readonly Difference[]): readonly string[] => inOrder(differences).map(inWords),

  /** Each remark in a sentence. */
  remarks: (finding: Finding): readonly string[] =>
    'remarks' in finding ? finding.remarks.map((remark) => inSentence(remark, finding)) : [],
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
      return `${kind}“${alleged}” was added`;
    case 'delete':
      return `${kind}“${said}” was left out`;
    case 'replace':
      return `${kind}“${said}” became “${alleged}”`;
  }
}

function inSentence(remark: Remark, finding: Finding): string {
  const slice = (span: readonly [number, number]) =>
    'passage' in finding ? wordsAt(finding.passage.statement.source, span) : '';
  switch (remark.kind) {
    case 'form':
      return `It differs only in ${list(remark.forms.map((form) => formNames[form]))}.`;
    case 'reported':
      return 'Reported, not quoted: the article relays these words without quotation marks.';
    case 'partly-quoted':
      return 'Partly quoted: the article puts only some of these words in quotation marks.';
    case 'left-out':
      return `The excerpt leaves out ${turns[remark.turn]} that stands ${
        remark.side === 'before' ? 'before' : 'after'
      } it: “${slice(remark.span)}”`;
    case 'gap':
      return `Left out, as the quote itself shows: “${slice(remark.span)}”`;
    case 'bracketed':
      return remark.span === null
        ? `“[${remark.alleged}]” is added by whoever quotes, as the brackets show.`
        : `“[${remark.alleged}]” stands for “${slice(remark.span)}”, as the brackets show.`;
    case 'interrupted':
      return 'The article interrupts these words to say whose they are.';
    case 'with-narration':
      return 'Some of these words are the article’s own.';
    case 'several-speakers':
      return `The words of several people are run together here: ${list(remark.people.map(({ name }) => name))}.`;
    case 'also-said-by':
      return `The same words are also given as those of ${list(remark.people.map(({ name }) => name))}.`;
    case 'other-speaker':
      return `And ${nameOf(remark.claimed)} is not the one the announcement names for it.`;
    case 'spliced':
      return `It is put together from separate statements. The other part: ${list(
        remark.with.map(
          ({ spans, statement }) =>
            `“${spans.map((span) => wordsAt(statement.source, span)).join(' … ')}”, ${whose(statement)}`,
        ),
      )}.`;
    case 'reordered':
      return 'Words of the statement are in another order.';
    case 'denied':
      return `The article says of these words: “${remark.cue}”.`;
    case 'very-short':
      return 'This is very short, so it says little that the words are there or not.';
  }
}

function nameOf(asked: Asked): string {
  return asked.kind === 'person' ? asked.person.name : `“${asked.name}”`;
}

function whose({ speaker }: Statement): string {
  return speaker === null ? 'the article itself' : speaker.name;
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}

function count(characters: number): string {
  return new Intl.NumberFormat('en').format(characters);
}
