import type { StatementDefinition } from '../announcement/definition.ts';
import type { Draft } from '../announcement/draft.ts';
import type { Fault } from '../announcement/fault.ts';
import type { Statement, StatementKind } from '../announcement/statement.ts';
import { sha256, verify } from '../announcement/verify.ts';

/** What a moderator has decided about a proposal. */
export type Verdict = 'open' | 'accepted' | 'dropped';

/** A statement that a program proposes, as it would be used. */
export interface Proposal {
  readonly statement: StatementDefinition;
  /** 0..1: how often proposals found in this way are right. */
  readonly confidence: number;
  /** How it was found, in a few words. */
  readonly reason: string;
  readonly verdict: Verdict;
}

type Claims = Pick<Draft['definition'], 'label' | 'language' | 'people' | 'topics'> & {
  readonly link?: string | undefined;
};

/** A text with what is proposed to be said in it, as far as a moderator has looked through it. */
export interface Review extends Claims {
  readonly text: string;
  /** In the order of the text; never more or fewer than at the beginning. */
  readonly proposals: readonly Proposal[];
}

/** One decision about a review. `at` is the proposal's place, from 0. */
export type Step =
  | { readonly kind: 'judge'; readonly at: number; readonly verdict: Verdict }
  /** Accepts every open proposal at least that sure. */
  | { readonly kind: 'accept-above'; readonly confidence: number }
  | { readonly kind: 'call'; readonly at: number; readonly as: StatementKind }
  /** `speaker` is the id of one of the review's people, or null for nobody named. */
  | { readonly kind: 'attribute'; readonly at: number; readonly speaker: string | null }
  | {
      readonly kind: 'attribute-new';
      readonly at: number;
      readonly name: string;
      readonly role: string | null;
    };

export type Taken =
  | { readonly kind: 'taken'; readonly review: Review }
  /** The text does not bear it out. */
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'no-such-proposal' };

/** Takes one step. What a moderator changes is compared with the text at once; the review itself is not altered. */
export function take(review: Review, step: Step): Taken {
  if (step.kind === 'accept-above') {
    const proposals = review.proposals.map((one) =>
      one.verdict === 'open' && one.confidence >= step.confidence
        ? { ...one, verdict: 'accepted' as const }
        : one,
    );
    return { kind: 'taken', review: { ...review, proposals } };
  }
  const proposal = review.proposals[step.at];
  if (proposal === undefined) return { kind: 'no-such-proposal' };
  if (step.kind === 'judge') {
    return { kind: 'taken', review: withProposal(review, step.at, { ...proposal, verdict: step.verdict }) };
  }
  const { people, statement } = changed(review, proposal.statement, step);
  const next = withProposal({ ...review, people }, step.at, { ...proposal, statement });
  const verified = verify(draftOf(next, [statement], 'review'));
  return verified.kind === 'verified'
    ? { kind: 'taken', review: next }
    : { kind: 'refused', faults: verified.faults };
}

/** A proposal as the statement it would be; null where there is none at that place, or the text does not bear it out. */
export function statementAt(review: Review, at: number): Statement | null {
  const proposal = review.proposals[at];
  if (proposal === undefined) return null;
  const verified = verify(draftOf(review, [proposal.statement], 'review'));
  return verified.kind === 'verified' ? (verified.value.statements[0] ?? null) : null;
}

/** What a review would make of its text: the accepted proposals and nothing else. */
export function draftOfReview(review: Review, slug: string): Draft {
  const accepted = review.proposals.filter(({ verdict }) => verdict === 'accepted');
  return draftOf(
    review,
    accepted.map(({ statement }) => statement),
    slug,
  );
}

/** How many proposals have each verdict. */
export function tally({ proposals }: Review): Readonly<Record<Verdict, number>> {
  const count = { open: 0, accepted: 0, dropped: 0 };
  for (const { verdict } of proposals) count[verdict] += 1;
  return count;
}

/** Place of the next open proposal after `at`, going round; null where none is open. */
export function nextOpen({ proposals }: Review, at: number): number | null {
  for (let step = 1; step <= proposals.length; step += 1) {
    const place = (at + step) % proposals.length;
    if (proposals[place]?.verdict === 'open') return place;
  }
  return null;
}

function draftOf(review: Review, statements: readonly StatementDefinition[], slug: string): Draft {
  const { text, label, link, language, topics } = review;
  const speaking = new Set(statements.map(({ speaker }) => speaker));
  const definition = {
    label,
    ...(link === undefined ? {} : { link }),
    language,
    source: { file: 'source.txt', sha256: sha256(text) },
    people: review.people.filter(({ id }) => speaking.has(id)),
    topics,
    statements: [...statements],
    notSaid: [],
    synonyms: [],
  };
  return { slug, file: 'announcement.yaml', sourceFile: 'source.txt', text, definition, line: () => null };
}

function withProposal(review: Review, at: number, proposal: Proposal): Review {
  return { ...review, proposals: review.proposals.with(at, proposal) };
}

function changed(
  { people }: Review,
  statement: StatementDefinition,
  step: Extract<Step, { readonly kind: 'call' | 'attribute' | 'attribute-new' }>,
): { readonly people: Review['people']; readonly statement: StatementDefinition } {
  const { speaker: _speaker, cue, ...words } = statement;
  switch (step.kind) {
    case 'call':
      return {
        people,
        statement: step.as === 'narration' ? { ...words, kind: step.as } : { ...statement, kind: step.as },
      };
    case 'attribute': {
      if (step.speaker === null) return { people, statement: { ...words, ...(cue ? { cue } : {}) } };
      return { people, statement: spokenBy(statement, step.speaker) };
    }
    case 'attribute-new': {
      const known = people.find(({ name }) => name === step.name);
      const id = known?.id ?? newId(step.name, people);
      const role = step.role === null ? {} : { role: step.role };
      const person = { id, name: step.name, ...role, aliases: known?.aliases ?? [] };
      const others = people.filter((one) => one !== known);
      return { people: [...others, person], statement: spokenBy(statement, id) };
    }
  }
}

/** Narration that gets a speaker was no narration. */
function spokenBy(statement: StatementDefinition, speaker: string): StatementDefinition {
  return { ...statement, speaker, kind: statement.kind === 'narration' ? 'indirect' : statement.kind };
}

function newId(name: string, people: Review['people']): string {
  const stem = /[\p{L}\p{N}]+$/u.exec(name)?.[0].toLowerCase().slice(0, 30) ?? 'speaker';
  let id = stem;
  for (let number = 2; people.some((person) => person.id === id); number += 1) id = `${stem}-${number}`;
  return id;
}
