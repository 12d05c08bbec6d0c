import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { createHash } from 'node:crypto';
import { Problem } from './problem.ts';

/** Generous: it is there for a loop gone wild, not for a busy billing run. */
const PER_MINUTE = 60_000;

/** Counts by key, or by address where no key is sent. */
export const limitRequests = (perMinute = PER_MINUTE): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => {
      const key = request.get('authorization');
      return key === undefined
        ? ipKeyGenerator(request.ip ?? '')
        : createHash('sha256').update(key).digest('base64url');
    },
    handler: () => {
      throw new Problem(429, 'TOO_MANY_REQUESTS', `expected at most ${perMinute} requests a minute`, [], {
        'Retry-After': '60',
      });
    },
  });
