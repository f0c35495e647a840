import type { Person } from '../../announcement/statement.ts';
import type { AskedWord } from '../asks.ts';
import type { AnswerKind } from '../language.ts';
import type { Grade } from '../necessity.ts';

/** How a word of the question meets a term of the index. */
export interface TermMatch {
  /** 0..1 */
  readonly strength: number;
  /** "same", "stem", "family", "compound", "misspelt", "synonym", "translation", "joined", "letters" */
  readonly how: string;
}

/** A word of the question that can be looked for. */
export interface QuestionTerm {
  /** As typed. */
  readonly asked: string;
  readonly word: string;
  /** Position among the question's tokens. */
  readonly at: number;
  /** A word of asking or chatting: it may help to find, and is not missed. */
  readonly light: boolean;
  /** Terms of the index it meets. */
  readonly matches: ReadonlyMap<number, TermMatch>;
  /** 0..1, rarity among the statements. */
  readonly local: number;
  /** 0..1, rarity in general. */
  readonly rarity: number;
  /** Some statement has it, or what it meets. */
  readonly known: boolean;
  readonly number: boolean;
  /** How likely an answer has it; null where nobody graded it. */
  readonly grade: Grade | null;
  /** Looks like a proper name. */
  readonly name: boolean;
}

/** What a question asks, as far as words tell. */
export interface Question {
  readonly language: string;
  readonly terms: readonly QuestionTerm[];
  readonly kind: AnswerKind | null;
  /** People whose words are asked for; null where anybody's are. */
  readonly speakers: readonly Person[] | null;
  /** The name asked for that nobody in the announcement has. */
  readonly unknownSpeaker: string | null;
  /** The people of whom alone it asks who they are: "who is NAME"; empty for any other question. */
  readonly identified: readonly Person[];
  /** People named otherwise. */
  readonly mentioned: readonly Person[];
  /** For comparing with ways of asking that were written down; made when first looked at. */
  readonly words: readonly AskedWord[];
  /** The asker speaks of themselves: "my laptop", "how do I". */
  readonly personal: boolean;
  readonly talk: 'greeting' | 'thanks' | 'empty' | null;
}
