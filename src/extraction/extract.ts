import { paragraphsOf } from '../announcement/paragraphs.ts';
import { findQuotations, type Quotation } from '../announcement/quotations.ts';
import type { Extraction } from './candidate.ts';
import { type Found, toCandidate } from './found.ts';
import { tagWords } from './part-of-speech.ts';
import { findPeople, type Mention } from './people.ts';
import { Reader } from './reader.ts';
import { findRoles } from './role.ts';
import { isSpanish, tagSpanish } from './spanish.ts';
import { findTopics } from './topics.ts';
import { findUnits, type Item, type Unit } from './unit.ts';

/** Finds who said what in a text; sentences nobody said are narration. Never throws, whatever the text. */
export function extract(text: string): Extraction {
  const paragraphs = paragraphsOf(text);
  const tagAt = isSpanish(text) ? tagSpanish(text) : tagWords(text);
  const quotations = findQuotations(text, paragraphs);
  const cut = findUnits(text, paragraphs, quotations, tagAt);
  const { entities, mentions } = findPeople(text, cut, tagAt);
  const units = withNames(cut, mentions);
  findRoles(text, units, entities);
  const reader = new Reader(text, units, entities, mentions);
  units.forEach((_, index) => {
    reader.read(index);
  });
  const topics = findTopics(units);
  const found = outermost(reader.found).sort((a, b) => startOf(a) - startOf(b));
  return {
    candidates: found.map((one) => toCandidate(text, one, units, topics)),
    topics,
    warnings: warningsFor(quotations, text),
  };
}

/** Names that are also words ("Josh Read") are names from now on, whatever the tagger thought. */
function withNames(units: readonly Unit[], mentions: readonly Mention[]): Unit[] {
  const byUnit = byUnitOf(mentions);
  return units.map((unit, index) => {
    const own = byUnit.get(index);
    if (own === undefined) return unit;
    let next = 0;
    const items = unit.items.map((item): Item => {
      while (next < own.length && (own[next]?.end ?? 0) < item.end) next++;
      const mention = own[next];
      const named = mention !== undefined && mention.start <= item.start && item.end <= mention.end;
      return named && item.tag !== 'PROPN' && /^\p{Lu}/u.test(item.word) ? { ...item, tag: 'PROPN' } : item;
    });
    return { ...unit, items };
  });
}

/** "He said she believes it is true" is one statement of his; what is within it is not listed again. */
function outermost(found: readonly Found[]): Found[] {
  const byUnit = byUnitOf(found);
  return found.filter((one) => {
    const [start, end] = [startOf(one), one.spans.at(-1)?.[1] ?? 0];
    return !(byUnit.get(one.unit) ?? []).some(
      (other) =>
        other !== one &&
        other.kind !== 'direct' &&
        other.spans.some(([from, to]) => from <= start && end <= to && to - from > end - start),
    );
  });
}

function byUnitOf<T extends { readonly unit: number }>(all: readonly T[]): Map<number, T[]> {
  const byUnit = new Map<number, T[]>();
  for (const one of all) {
    const own = byUnit.get(one.unit);
    if (own === undefined) byUnit.set(one.unit, [one]);
    else own.push(one);
  }
  return byUnit;
}

function startOf({ spans }: Found): number {
  return spans[0]?.[0] ?? 0;
}

function warningsFor(quotations: readonly Quotation[], text: string): string[] {
  return quotations
    .filter((one, i) => !one.closed && quotations[i + 1]?.continues !== true)
    .slice(0, 20)
    .map(
      (one) => `A quotation mark is not closed: ${text.slice(one.outerStart, one.outerStart + 40).trim()}…`,
    );
}
