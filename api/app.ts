import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { accessLog } from './log.ts';
import { limitRequests } from './limit.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { mount } from './mount.ts';
import { describeApi } from './openapi.ts';
import type { ApiDependencies } from './ports.ts';
import { Problem, problem } from './problem.ts';
import { referencePage } from './referencePage.ts';
import { route, type Route } from './route.ts';
import { routes } from './routes/table.ts';
import { namesWithSlashes } from './templateNames.ts';

/** The whole HTTP side; `extra` mounts further pages (the desk) before the 404. */
export const createApp = (dependencies: ApiDependencies, extra?: (app: Express) => void): Express => {
  const app = express();
  const metrics = createMetrics(dependencies.store);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(requestId, accessLog(dependencies.log), metrics.observe, secured);
  app.use(['/v1', '/webhooks'], limitRequests(dependencies.config.requestsPerMinute));
  app.use('/v1/templates', namesWithSlashes);
  mount(app, dependencies, [...routes, ...reflexive(dependencies.config.version, metrics)]);
  app.use('/docs', referencePage());
  extra?.(app);
  app.use((request) => {
    throw new Problem(
      404,
      'NOT_FOUND',
      `expected a path of the API (see /docs), got ${request.method} ${request.path}`,
    );
  });
  app.use(problem);
  return app;
};

/** The routes about the API itself; they are in the reference, too. */
const reflexive = (version: string, metrics: Metrics): readonly Route[] => {
  const about: readonly Route[] = [
    route(
      {
        method: 'get',
        path: '/metrics',
        summary: 'Figures for Prometheus',
        tag: 'System',
        access: 'public',
        responses: { 200: { description: 'Text', mediaType: 'text/plain' } },
      },
      async () => ({ status: 200, bytes: await metrics.text(), headers: { 'Content-Type': metrics.contentType } }),
    ),
    route(
      {
        method: 'get',
        path: '/openapi.json',
        summary: 'This description',
        tag: 'System',
        access: 'public',
        responses: { 200: { description: 'OpenAPI 3.1', mediaType: 'application/json' } },
      },
      async () => ({ status: 200, body: describeApi([...routes, ...about], version) }),
    ),
  ];
  return about;
};

const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id');
  response.setHeader('X-Request-Id', given !== undefined && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID());
  next();
};

/** Everything from this origin, nothing inline; plain http on one machine must keep working. */
const secured = helmet({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'upgrade-insecure-requests': null,
    },
  },
  strictTransportSecurity: false,
});
