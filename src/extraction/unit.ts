import type { Quotation } from '../announcement/quotations.ts';
import type { Span } from '../announcement/source.ts';
import type { TagAt } from './part-of-speech.ts';
import { type Token, tokenize } from './token.ts';

/** A word, or a whole quotation taken as one word of the sentence around it. */
export interface Item extends Token {
  readonly quotation: Quotation | null;
}

/** A sentence of the reporter's, with its quotations as items. */
export interface Unit {
  readonly items: readonly Item[];
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly paragraph: number;
}

/** Longer sentences are cut: no sentence of prose is as long, and every later step looks at all of one. */
const LONGEST_UNIT = 400;

export function findUnits(
  text: string,
  paragraphs: readonly Span[],
  quotations: readonly Quotation[],
  tagAt: TagAt,
): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  paragraphs.forEach(([start, end], index) => {
    const items: Item[] = [];
    let at = start;
    for (; ; next++) {
      const quotation = quotations[next];
      if (quotation === undefined || quotation.outerStart >= end) break;
      if (isPartOfSentence(text, quotation, start)) continue;
      for (const token of tokenize(text, at, quotation.outerStart, tagAt))
        items.push({ ...token, quotation: null });
      items.push(quotationItem(text, quotation));
      at = quotation.outerEnd;
    }
    for (const token of tokenize(text, at, end, tagAt)) items.push({ ...token, quotation: null });
    let from = 0;
    items.forEach((_, i) => {
      if (i + 1 < items.length && !endsUnit(text, items, i) && i - from < LONGEST_UNIT) return;
      const own = items.slice(from, i + 1);
      const [first, last] = [own[0], own.at(-1)];
      if (first !== undefined && last !== undefined) {
        units.push({ items: own, start: first.start, end: last.end, paragraph: index + 1 });
      }
      from = i + 1;
    });
  });
  return units;
}

function quotationItem(text: string, quotation: Quotation): Item {
  const { outerStart, outerEnd } = quotation;
  return {
    start: outerStart,
    end: outerEnd,
    word: text.slice(outerStart, outerEnd),
    lower: '"',
    tag: 'QUOTE',
    quotation,
  };
}

/**
 * A nickname, a title or a phrase held at arm's length is read as words of the sentence (the "Green Wall" plan);
 * only its few words without a mark at their end tell it from "No," she said.
 */
function isPartOfSentence(
  text: string,
  { start, end, outerStart, closed }: Quotation,
  paragraph: number,
): boolean {
  if (!closed || end - start > 60) return false;
  const inner = text.slice(start, end);
  if (/[,.?!…—-]\s*$/.test(inner) || (inner.match(/\S+/g) ?? []).length > 3) return false;
  const before = text.slice(Math.max(paragraph, outerStart - 12), outerStart).trimEnd();
  return before !== '' && !/[.?!:,;—–―-]$/.test(before);
}

const OPENING_WORD =
  /^(?:The|A|An|He|She|It|They|We|I|You|In|On|At|But|And|Or|So|If|As|When|While|This|That|These|Those|His|Her|Its|Their|There|For|From|After|Before|By|With|To|Not|No|Yet|Some|Many|Most|According|Asked|Mr\.|Ms\.|Mrs\.)$/;

function endsUnit(text: string, items: readonly Item[], i: number): boolean {
  const item = items[i];
  const following = items[i + 1];
  if (item === undefined || following === undefined) return true;
  const gap = following.start > item.end;
  const upper = following.quotation !== null || /^[\p{Lu}\p{N}$£€#@([*•–—―-]/u.test(following.word);
  if (item.quotation !== null) {
    const last =
      text
        .slice(item.quotation.start, item.quotation.end)
        .trimEnd()
        .replace(/['’)\]]+$/, '')
        .at(-1) ?? '';
    if (!/[.?!…]/.test(last) || !item.quotation.closed) return false;
    if (following.quotation !== null) return gap;
    if (!upper || /^[–—―(-]/.test(following.word)) return false;
    return last === '.' || last === '…' ? true : !cueFollowsSoon(items, i + 1);
  }
  if (/^(?:[.?!…]|\.{2,})$/.test(item.word)) return gap && upper;
  // "… in the U.S. The plan …"
  if (/^(?:\p{Lu}\.){2,}$|^(?:Jr|Sr|Inc|Corp|Co|Ltd|etc|[ap]\.m)\.$/u.test(item.word))
    return OPENING_WORD.test(following.word);
  // A bracket or a stray mark after the full stop.
  if (/^[)\]'’"”»]$/.test(item.word) && /^[.?!]$/.test(items[i - 1]?.word ?? '')) return gap && upper;
  return false;
}

/** "Why?" Ms. Okoro asked: the sentence goes on although the quotation ended with a question mark. */
function cueFollowsSoon(items: readonly Item[], from: number): boolean {
  for (let i = from; i < Math.min(items.length, from + 12); i++) {
    const item = items[i];
    if (item === undefined || item.quotation !== null || /^[.?!;:]$/.test(item.word)) return false;
    if (
      i > from &&
      /^(?:said|says|asked|asks|added|wrote|shouted|exclaimed|replied|tweeted|told|yelled|answered|continued|wondered|declared|cried|joked|quipped)$/.test(
        item.lower,
      )
    )
      return true;
    if (item.tag === 'VERB' || item.tag === 'AUX') return false;
  }
  return false;
}
