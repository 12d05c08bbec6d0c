import express, { Router, type Request, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { ApiDependencies } from '../../api/ports.ts';
import { deskCreditor, deskCreditors } from '../../prisma/desk/creditors.ts';
import { sendPage } from '../answer.ts';
import { cookie, readCookie } from '../cookies.ts';
import { filled, valuesOf } from '../forms/values.ts';
import { openDesk } from '../key.ts';
import { SignIn } from '../pages/signIn.tsx';
import { SESSION_COOKIE, SESSION_SECONDS, type Sessions } from '../session.ts';
import { localPath, readerOf } from '../visit.ts';

const ATTEMPTS_A_MINUTE = 20;

/** Signing in and out. */
export const door = (deps: ApiDependencies, sessions: Sessions): Router => {
  const router = Router();
  const secure = deps.config.deskUrl?.startsWith('https:') === true;
  const form = express.urlencoded({ extended: false, limit: '20kb' });
  const limited = rateLimit({
    windowMs: 60_000,
    limit: ATTEMPTS_A_MINUTE,
    skipSuccessfulRequests: true,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: (request, response) => show(request, response, { status: 429, fault: 'tooMany' }),
  });
  router.get('/sign-in', (request, response) => show(request, response, { status: 200, fault: null }));
  router.post('/sign-in', limited, form, async (request, response) => {
    const values = valuesOf(request.body);
    const name = filled(values, 'name')?.slice(0, 120) ?? null;
    const key = await openDesk(deps, filled(values, 'key') ?? '');
    if (!key) return show(request, response, { status: 401, fault: 'wrongKey' });
    if (name === null) return show(request, response, { status: 422, fault: 'noName' });
    const creditorId = key.boundTo ?? (await firstCreditor(deps));
    if (creditorId === null) return show(request, response, { status: 409, fault: 'noCreditor' });
    // A new token at each sign-in: nobody can lay one ready.
    sessions.end(readCookie(request.get('cookie'), SESSION_COOKIE));
    const token = sessions.begin({
      keyId: key.keyId,
      boundTo: key.boundTo,
      creditorId,
      actor: { name, kind: key.kind, boundTo: key.boundTo },
    });
    response.append(
      'Set-Cookie',
      cookie(SESSION_COOKIE, { value: token, maxAge: SESSION_SECONDS, httpOnly: true, secure }),
    );
    response.redirect(303, localPath(values['next']));
  });
  router.post('/sign-out', (request, response) => {
    sessions.end(readCookie(request.get('cookie'), SESSION_COOKIE));
    response.append('Set-Cookie', cookie(SESSION_COOKIE, { value: '', maxAge: 0, httpOnly: true, secure }));
    response.redirect(303, '/sign-in');
  });
  return router;
};

type Shown = { readonly status: number; readonly fault: Parameters<typeof SignIn>[0]['fault'] };

const show = (request: Request, response: Response, { status, fault }: Shown): void => {
  const values = valuesOf(request.body);
  const next = values['next'] ?? request.query['next'];
  sendPage(
    response,
    <SignIn reader={readerOf(request)} name={values['name'] ?? ''} next={localPath(next)} fault={fault} />,
    status,
  );
};

/** Where a key is bound to none: `default`, else the first by name. */
const firstCreditor = async ({ store }: ApiDependencies): Promise<string | null> => {
  if (await deskCreditor(store, 'default')) return 'default';
  return (await deskCreditors(store))[0]?.id ?? null;
};
