import { isFiniteVerb, isNominal } from './noun-phrase.ts';
import type { Entity, Mention } from './people.ts';
import { isHonorific, isOffice, isPersonNoun } from './titles.ts';
import type { Unit } from './unit.ts';

/** The role the text gives a person, exactly as printed: an apposition before a title, an earlier place before a later. */
export function findRoles(text: string, units: readonly Unit[], entities: readonly Entity[]): void {
  for (const entity of entities) {
    if (entity.kind === 'organisation') continue;
    let title: string | null = null;
    let apposition: string | null = null;
    let relative: string | null = null;
    for (const mention of entity.mentions.slice(0, 12)) {
      if (mention.quoted) continue;
      title = longer(title, titleRole(mention));
      const unit = units[mention.unit];
      if (unit === undefined) continue;
      apposition ??= after(text, unit, mention) ?? before(text, unit, mention);
      relative ??= clause(text, unit, mention);
    }
    entity.role = apposition ?? title ?? relative;
  }
}

function longer(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return b.length > a.length && b.endsWith(a) ? b : a;
}

function titleRole({ title }: Mention): string | null {
  const words = title.split(/\s+/).filter((word) => word !== '' && !isHonorific(word.toLowerCase()));
  if (!words.some((word) => isOffice(word.toLowerCase().replace(/,$/, '')))) return null;
  return words.length === title.split(/\s+/).length ? title : words.join(' ');
}

/** "Sun Li, deputy director of the institute, noted" */
function after(text: string, { items }: Unit, mention: Mention): string | null {
  const last = items.findIndex((item) => item.end === mention.end);
  let i = last + 1;
  if (last < 0) return null;
  // "Ana Duarte, 41, a baker", "Ana Duarte (D-Ohio), …"
  if (items[i]?.word === '(') while (i < items.length && items[i - 1]?.word !== ')') i++;
  if (items[i]?.word === ',' && items[i + 1]?.tag === 'NUM' && items[i + 2]?.word === ',') i += 2;
  if (!/^[,–—―]$/.test(items[i]?.word ?? '')) return null;
  const from = i + 1;
  let to = from;
  let holdsPerson = false;
  while (to < items.length && to - from < 40) {
    const item = items[to];
    if (item === undefined || item.quotation !== null || /^[.;:,—–―(]$|^--$/.test(item.word)) break;
    if (
      /^(?:who|which|whose|said|says|and)$/.test(item.lower) &&
      (item.lower !== 'and' || isFiniteVerb(items, to + 1))
    )
      break;
    if (isFiniteVerb(items, to) && !/(?:ed|en)$/.test(item.lower) && isNominal(items[to - 1])) return null;
    if (to - from < 12 && isPersonNoun(item.lower)) holdsPerson = true;
    to++;
  }
  const first = items[from];
  const end = items[to - 1];
  if (!holdsPerson || first === undefined || end === undefined || to <= from) return null;
  if (!isNominal(first) || /^(?:he|she|they|it|we|i)$/.test(first.lower)) return null;
  return text.slice(first.start, end.end);
}

/** "The company's managing director, Farid Benali, described" */
function before(text: string, { items }: Unit, mention: Mention): string | null {
  const first = items.findIndex((item) => item.start === mention.titleStart);
  if (first < 2 || items[first - 1]?.word !== ',') return null;
  let from = first - 1;
  while (from > 0 && first - from < 20) {
    const item = items[from - 1];
    if (item === undefined) break;
    const inside = item.tag === 'VERB' && /^(?:'s|the|an?)$/.test(items[from - 2]?.lower ?? '');
    if (!inside && !isNominal(item) && !/^(?:of|for|at|in)$/.test(item.lower)) break;
    from--;
    if (item.tag === 'DET' && !/^(?:of|for|at|in)$/.test(items[from - 1]?.lower ?? '')) break;
  }
  const opener = items[from];
  const end = items[first - 2];
  if (opener === undefined || end === undefined || from >= first - 1) return null;
  const possessive = items.slice(from, first - 1).some((item) => item.lower === "'s");
  if (opener.tag !== 'DET' && !possessive && opener.tag !== 'PRON') return null;
  if (!items.slice(from, first - 1).some((item) => isPersonNoun(item.lower))) return null;
  return text.slice(opener.start, end.end);
}

/** "Lakshmi Rao, who leads customer care, said" */
function clause(text: string, { items }: Unit, mention: Mention): string | null {
  const last = items.findIndex((item) => item.end === mention.end);
  if (last < 0 || items[last + 1]?.word !== ',' || items[last + 2]?.lower !== 'who') return null;
  if (
    !/^(?:leads|heads|runs|chairs|directs|manages|oversees|coaches|represents|owns|founded|teaches|edits|is|was|has|wrote|led|ran|headed)$/.test(
      items[last + 3]?.lower ?? '',
    )
  )
    return null;
  for (let i = last + 4; i < Math.min(items.length, last + 30); i++) {
    const item = items[i];
    if (item !== undefined && /^[,.;]$/.test(item.word))
      return text.slice(items[last + 2]?.start ?? 0, items[i - 1]?.end ?? 0);
  }
  return null;
}
