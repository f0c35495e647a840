import { listAt } from '../index/lists.ts';
import type { Evidence } from '../outcome.ts';
import { featureNamed } from './feature-names.ts';
import { type QuestionView, termWeight } from './features.ts';
import type { Ranked } from './rank.ts';

/** Which word of the question met which of the statement, and what was missed, with weights. */
export function explain(view: QuestionView, { doc, features }: Ranked): readonly Evidence[] {
  const { terms, index, total, meetings } = view;
  const own = new Set(listAt(index.terms, doc));
  const frame = meetings.frame(doc);
  const label = meetings.label(doc);
  const topic = meetings.topic(doc);
  const evidence: Evidence[] = [];
  terms.forEach((term, at) => {
    const worth = termWeight(term) / total;
    let met: { id: number; strength: number; how: string } | null = null;
    for (const [id, { strength, how }] of term.matches) {
      if (own.has(id) && strength > (met?.strength ?? 0)) met = { id, strength, how };
    }
    if (met !== null) {
      const printed = index.vocabulary.term(met.id);
      const shown = printed.startsWith('#') ? '(same meaning)' : printed;
      evidence.push({ asked: term.asked, met: shown, how: met.how, weight: worth * met.strength });
    } else if ((frame[at] ?? 0) > 0) {
      evidence.push({
        asked: term.asked,
        met: '(its sentence)',
        how: 'sentence',
        weight: worth * (frame[at] ?? 0),
      });
    } else if ((label[at] ?? 0) > 0) {
      evidence.push({
        asked: term.asked,
        met: '(its speaker)',
        how: 'speaker',
        weight: worth * (label[at] ?? 0),
      });
    } else if ((topic[at] ?? 0) > 0) {
      evidence.push({
        asked: term.asked,
        met: '(its topic)',
        how: 'topic',
        weight: worth * (topic[at] ?? 0),
      });
    } else if (!term.light) {
      evidence.push({
        asked: term.asked,
        met: '',
        how: term.known ? 'missing here' : 'said nowhere',
        weight: -worth,
      });
    }
  });
  const asks = featureNamed(features, 'asks');
  if (asks > 0) evidence.push({ asked: '', met: '', how: 'asks', weight: asks });
  return evidence.sort((a, b) => b.weight - a.weight);
}
