import type { RequestHandler } from 'express';
import { pino, stdTimeFunctions, type Logger } from 'pino';
import { describeError } from './problem.ts';

export type Log = Logger;

/** JSON lines. What could be personal is never handed over; should it be, it's struck out. */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'iban',
        '*.iban',
        'email',
        '*.email',
        'body',
        '*.body',
        'payer',
        '*.payer',
      ],
      censor: '…',
    },
  });

export const silent: Log = pino({ level: 'silent' });

/** One line a request: the route's pattern instead of its path, so that no id or name gets into the log. */
export const accessLog =
  (log: Log = silent): RequestHandler =>
  (request, response, next) => {
    const from = performance.now();
    response.on('finish', () => {
      const { route, keyId, error } = response.locals as { route?: string; keyId?: string; error?: unknown };
      const line = {
        requestId: response.getHeader('X-Request-Id'),
        method: request.method,
        route: route ?? 'none',
        status: response.statusCode,
        ms: Math.round(performance.now() - from),
        ...(keyId ? { keyId } : {}),
        ...(error === undefined ? {} : { code: describeError(error).code }),
      };
      if (response.statusCode >= 500 && error !== undefined)
        log.error({ ...line, ...traceOf(error) }, 'request failed');
      else log.info(line, 'request');
    });
    next();
  };

/** Where it happened, without the message's values: an error of the database may quote a row. */
const traceOf = (error: unknown): { readonly error: string; readonly where: readonly string[] } => {
  if (!(error instanceof Error)) return { error: typeof error, where: [] };
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const where = (error.stack ?? '')
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 8)
    .map((frame) => frame.trim());
  return { error: `${error.name}${code}`, where };
};
