import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { countCases, countOpenTasks, countPayments } from '../prisma/counts.ts';
import type { Store } from '../prisma/store.ts';

export type Metrics = {
  readonly observe: RequestHandler;
  readonly contentType: string;
  readonly text: () => Promise<string>;
};

/** Everything of Prometheus is in this file: its client is about to change hands. */
export const createMetrics = (store: Store): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'huitaine_http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'huitaine_http_failures_total',
    help: 'Answers from 500 on',
    registers: [registry],
  });
  counted(registry, 'huitaine_cases', 'Cases by status', 'status', () => countCases(store));
  counted(registry, 'huitaine_open_tasks', 'Open tasks by kind', 'kind', () => countOpenTasks(store));
  counted(registry, 'huitaine_payments', 'Payments by status', 'status', () => countPayments(store));
  return {
    observe: (request, response, next) => {
      const stop = duration.startTimer();
      response.on('finish', () => {
        stop({
          method: request.method,
          route: String(response.locals['route'] ?? 'other'),
          status: String(response.statusCode),
        });
        if (response.statusCode >= 500) failures.inc();
      });
      next();
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
};

/** Asked of the database only when somebody looks. */
const counted = (
  registry: Registry,
  name: string,
  help: string,
  label: string,
  count: () => Promise<ReadonlyMap<string, number>>,
): void => {
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    async collect() {
      this.reset();
      for (const [value, rows] of await count()) this.set({ [label]: value }, rows);
    },
  });
};
