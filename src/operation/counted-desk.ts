import type { Desk } from '../desk/desk.ts';
import type { Metrics } from './metrics.ts';

/** The same desk, with the kinds of its answers counted. */
export function countedDesk(desk: Desk, { answered }: Pick<Metrics, 'answered'>): Desk {
  return {
    ...desk,
    ask(question) {
      const answer = desk.ask(question);
      answered('question', answer.outcome.kind);
      return answer;
    },
    check(quote) {
      const checked = desk.check(quote);
      answered('check', checked.finding.kind);
      return checked;
    },
    checkMessage(...about) {
      const checked = desk.checkMessage(...about);
      for (const { finding } of checked) answered('check', finding.kind);
      return checked;
    },
  };
}
