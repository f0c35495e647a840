import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BulletinStore } from '../bulletins/bulletin-store.ts';
import type { Observer } from '../discord/observer.ts';

/** Counts what the bot does, for Prometheus. Labels name kinds of things: no people, no servers, no words. */
export interface Metrics {
  readonly observer: Observer;
  /** An answer or a finding was given, of this kind. */
  answered(what: 'question' | 'check', kind: string): void;
  /** The exposition format, version 0.0.4; rejects where the database does not answer. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsParts {
  readonly bulletins: Pick<BulletinStore, 'due' | 'counts'>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Seconds; Discord drops an interaction after three. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

export function createMetrics({ bulletins, clock }: MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const events = new Counter({
    name: 'verbatim_events_total',
    help: 'Commands, buttons, forms, suggestions and messages dealt with',
    labelNames: ['occasion', 'name', 'handling'],
    registers,
  });
  const seconds = new Histogram({
    name: 'verbatim_event_seconds',
    help: 'From the arrival of an event until it was dealt with',
    labelNames: ['occasion'],
    buckets,
    registers,
  });
  const answers = new Counter({
    name: 'verbatim_answers_total',
    help: 'Answers to questions and checks, by their kind',
    labelNames: ['what', 'kind'],
    registers,
  });
  const calls = new Counter({
    name: 'verbatim_rest_requests_total',
    help: 'Requests to the REST API by their HTTP status; none: no answer came',
    labelNames: ['call', 'status'],
    registers,
  });
  new Gauge({
    name: 'verbatim_bulletins',
    help: 'Bulletins kept, by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const [state, count] of await bulletins.counts()) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'verbatim_bulletins_oldest_due_seconds',
    help: 'For how long the bulletin that waits longest has been due; 0 where none is',
    registers,
    async collect() {
      const now = clock();
      const [oldest] = await bulletins.due(now, 1);
      this.set(oldest?.wakeAt == null ? 0 : (now - oldest.wakeAt) / 1_000);
    },
  });

  return {
    observer: {
      handled({ occasion, name, handling, seconds: taken }) {
        events.inc({ occasion, name, handling });
        seconds.observe({ occasion }, taken);
      },
      called: ({ call, status }) => calls.inc({ call, status }),
    },
    answered: (what, kind) => answers.inc({ what, kind }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
