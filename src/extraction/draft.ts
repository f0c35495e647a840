import type { Candidate as Claim, Draft } from '../announcement/draft.ts';
import { occurrences } from '../announcement/find-words.ts';
import { paragraphsOf } from '../announcement/paragraphs.ts';
import { draftOfText } from '../announcement/plain-text.ts';
import type { Span } from '../announcement/source.ts';
import { sha256, verify } from '../announcement/verify.ts';
import type { Candidate, Extraction } from './candidate.ts';
import { extract } from './extract.ts';
import { isSpanish } from './spanish.ts';

/** Below this a speaker is not claimed where no person has looked. */
const SURE = 0.6;

/** What an extraction claims about a text, to be written to a folder and looked through by a person. */
export function draftOfExtraction(text: string, extraction: Extraction, slug: string, file: string): Draft {
  const people = new People(text);
  const used = new Set<string>();
  const seen = new Set<string>();
  const statements = extraction.candidates.flatMap((candidate): Claim[] => {
    const spans = candidate.spans.filter(([start, end]) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
    const key = JSON.stringify(spans);
    if (spans.length === 0 || seen.has(key)) return [];
    seen.add(key);
    const pieces = spans.map(([start, end]) => text.slice(start, end));
    return [
      {
        id: `p${candidate.paragraph}s${nextNumber(used, candidate.paragraph)}`,
        kind: candidate.kind,
        words: pieces.length === 1 ? (pieces[0] ?? '') : pieces,
        paragraph: candidate.paragraph,
        also: [],
        ...claims(candidate, people),
        topics: [...candidate.topics],
        asks: [],
      },
    ];
  });
  const plain = draftOfText(text, slug, file).definition;
  const definition = {
    ...plain,
    label: plain.label.replace(/^["“„«'‘]+/, ''),
    language: languageOf(text),
    source: { file, sha256: sha256(text) },
    people: people.list,
    topics: extraction.topics.map(({ id, name }) => ({ id, name })),
    statements,
  };
  return { slug, file, sourceFile: file, text, definition, line: () => null };
}

/**
 * The draft without what `verify` refuses (words that stand twice in a paragraph, mostly), and the ids left out.
 * Each round leaves something out, so it ends.
 */
export function verifiable(draft: Draft): { readonly draft: Draft; readonly left: readonly string[] } {
  const left: string[] = [];
  let current = draft;
  while (current.definition.statements.length > 0) {
    const checked = verify(current);
    if (checked.kind === 'verified') return { draft: current, left };
    const refused = new Set(
      checked.faults.flatMap(({ statement }) => (statement === null ? [] : [statement])),
    );
    if (refused.size === 0) return { draft: current, left };
    left.push(...refused);
    const statements = current.definition.statements.filter(({ id }) => !refused.has(id));
    current = { ...current, definition: { ...current.definition, statements } };
  }
  return { draft: current, left };
}

/**
 * A plain article for answering questions at once: every sentence is a statement, as without an extractor, and
 * those that somebody surely said have their speaker, kind and cue. A sentence that is all quotation is quoted
 * without what stands around it; of others the whole sentence stays, so that nothing in it is lost to the search.
 */
export function draftOfArticle(text: string, slug: string, file: string): Draft {
  const plain = draftOfText(text, slug, file);
  if (plain.definition.statements.length === 0) return plain;
  const paragraphs = paragraphsOf(text);
  const { candidates } = extract(text);
  const byParagraph = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.kind === 'narration' || candidate.speaker === null || candidate.confidence < SURE) continue;
    byParagraph.set(candidate.paragraph, [...(byParagraph.get(candidate.paragraph) ?? []), candidate]);
  }
  const people = new People(text);
  const statements = plain.definition.statements.map((sentence): Claim => {
    const { from, paragraph, words } = sentence;
    if (
      from === undefined ||
      paragraph === undefined ||
      typeof words !== 'string' ||
      paragraphs[paragraph - 1] === undefined
    )
      return sentence;
    const whole: Span = [from, from + words.length];
    const said = mostOf(whole, byParagraph.get(paragraph) ?? []);
    if (said === null) return sentence;
    const claimed = { ...sentence, ...claims(said, people) };
    const pieces = said.spans.map((span) => overlap(span, whole)).filter(([start, end]) => end > start);
    const quoted = pieces.reduce((sum, [start, end]) => sum + end - start, 0);
    if (said.kind === 'direct') {
      const [first] = pieces;
      if (first === undefined || quoted < 0.6 * words.length) return { ...claimed, kind: 'mixed' };
      const own = pieces.map(([start, end]) => text.slice(start, end));
      return {
        ...claimed,
        kind: 'direct',
        from: first[0],
        words: own.length === 1 ? (own[0] ?? words) : own,
      };
    }
    return { ...claimed, kind: said.kind };
  });
  return admitted({ ...plain, definition: { ...plain.definition, people: people.list, statements } }, plain);
}

/** What `verify` refuses of a draft is taken back to the bare sentence. */
function admitted(draft: Draft, plain: Draft): Draft {
  const checked = verify(draft);
  if (checked.kind === 'verified') return draft;
  const refused = new Set(checked.faults.map(({ statement }) => statement));
  if (refused.has(null)) return plain;
  const statements = draft.definition.statements.map((one, index) =>
    refused.has(one.id) ? (plain.definition.statements[index] ?? one) : one,
  );
  return { ...draft, definition: { ...draft.definition, statements } };
}

/** The candidate that holds at least half of a sentence, or whose words are its greatest part. */
function mostOf(sentence: Span, candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  let most = 0.4 * (sentence[1] - sentence[0]);
  for (const candidate of candidates) {
    const held = candidate.spans.reduce((sum, span) => {
      const [start, end] = overlap(span, sentence);
      return sum + Math.max(0, end - start);
    }, 0);
    if (held > most) {
      best = candidate;
      most = held;
    }
  }
  return best;
}

function overlap(a: Span, b: Span): Span {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}

function claims(candidate: Candidate, people: People): { speaker?: string; cue?: string } {
  if (candidate.kind === 'narration') return {};
  const { speaker, cue } = candidate;
  const id = speaker === null ? null : people.idOf(speaker.name, speaker.role);
  return {
    ...(id === null ? {} : { speaker: id }),
    ...(cue === null ? {} : { cue }),
  };
}

/** Speakers met so far, each with an id made of the name's last word. */
class People {
  readonly #text: string;
  readonly list: { id: string; name: string; role?: string; aliases: string[] }[] = [];
  readonly #byName = new Map<string, string>();
  readonly #ids = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Null for a name that begins or ends inside a word of the text ("2Ana Duarte: …"): it is nobody's in print. */
  idOf(name: string, role: string | null): string | null {
    if (!this.#prints(name)) return null;
    const folded = name.normalize('NFKC').toLowerCase().trim();
    const known = this.#byName.get(folded);
    if (known !== undefined) return known;
    const stem =
      (name.match(/[\p{L}\p{N}-]+/gu)?.at(-1) ?? 'speaker').toLowerCase().replace(/^-+/, '').slice(0, 30) ||
      'speaker';
    let id = stem;
    for (let n = 2; this.#ids.has(id); n++) id = `${stem}-${n}`;
    this.#ids.add(id);
    this.#byName.set(folded, id);
    this.list.push({ id, name, ...(role === null || !this.#prints(role) ? {} : { role }), aliases: [] });
    return id;
  }

  #prints(words: string): boolean {
    return occurrences(this.#text, words, [0, this.#text.length]).length > 0;
  }
}

function nextNumber(used: Set<string>, paragraph: number): number {
  let n = 1;
  while (used.has(`${paragraph}/${n}`)) n++;
  used.add(`${paragraph}/${n}`);
  return n;
}

/** English or Spanish where their commonest words make up their usual share, else undetermined (BCP 47). */
function languageOf(text: string): string {
  const words =
    text
      .slice(0, 50_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) =>
    /^(?:the|of|and|to|in|that|is|was|for|on|with|he|she|it|said)$/.test(word),
  );
  if (isSpanish(text)) return 'es';
  return words.length > 0 && common.length / words.length > 0.12 ? 'en' : 'und';
}
