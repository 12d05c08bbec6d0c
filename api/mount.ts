import express, { type Express, type Request as Received, type RequestHandler, type Response } from 'express';
import { identify } from './access.ts';
import { onceByKey } from './idempotency.ts';
import type { ApiDependencies } from './ports.ts';
import { Problem } from './problem.ts';
import type { Incoming, Reply, Route } from './route.ts';

const LARGEST_BODY = 1_000_000;

/** Hangs the route table into Express: reads the body, identifies the sender, validates, runs, answers. */
export const mount = (app: Express, dependencies: ApiDependencies, routes: readonly Route[]): void => {
  for (const route of routes) app[route.method](route.path, ...bodyReader(route), handle(dependencies, route));
};

const handle =
  (dependencies: ApiDependencies, route: Route): RequestHandler =>
  async (received, response) => {
    response.locals['route'] = route.path;
    const header = (name: string): string | undefined => received.get(name);
    const sender = await identify(dependencies, route, header);
    response.locals['keyId'] = sender.keyId;
    const incoming: Incoming = {
      params: received.params,
      query: received.query,
      body: bodyOf(route, received),
      raw: Buffer.isBuffer(received.body) ? received.body : Buffer.alloc(0),
      header,
      sender,
      requestId: String(response.getHeader('X-Request-Id') ?? ''),
    };
    const work = route.accept(incoming);
    const run = (): Promise<Reply> => work(dependencies);
    const repeatable = route.method === 'post' && route.repeats === 'idempotency-key';
    answer(response, repeatable ? await onceByKey(dependencies, received, incoming, run) : await run());
  };

/** A signature is made over bytes, so those routes get them unread. */
const bodyReader = (route: Route): readonly RequestHandler[] => {
  if (route.raw) return [express.raw({ type: () => true, limit: route.largest ?? LARGEST_BODY })];
  return route.body
    ? [express.json({ limit: LARGEST_BODY, type: ['application/json', 'application/*+json'], strict: false })]
    : [];
};

const bodyOf = (route: Route, received: Received): unknown => {
  if (route.raw || !route.body) return undefined;
  const sent =
    received.headers['transfer-encoding'] !== undefined || Number(received.headers['content-length'] ?? 0) > 0;
  if (sent && !received.is(['application/json', 'application/*+json']))
    throw new Problem(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      `expected Content-Type: application/json, got ${received.get('content-type') ?? 'none'}`,
    );
  if (sent && JSON.stringify(received.body).includes('\\u0000'))
    throw new Problem(
      400,
      'MALFORMED_JSON',
      'expected text without the character U+0000, got it somewhere in the body',
    );
  return sent ? received.body : {};
};

const answer = (response: Response, { status, body, bytes, headers }: Reply): void => {
  response.status(status).set({ 'Cache-Control': 'no-store', ...headers });
  if (bytes !== undefined) response.send(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
  else if (body === undefined) response.end();
  else response.json(body);
};
