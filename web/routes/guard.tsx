import express, { type RequestHandler } from 'express';
import type { ApiDependencies } from '../../api/ports.ts';
import { deskCreditor, deskCreditors } from '../../prisma/desk/creditors.ts';
import { sendPage } from '../answer.ts';
import { readCookie } from '../cookies.ts';
import { stillOpens } from '../key.ts';
import { ProblemPage } from '../pages/problem.tsx';
import { fromHere } from '../sameOrigin.ts';
import { SESSION_COOKIE, type Sessions } from '../session.ts';
import { readerOf, visitOf, type On } from '../visit.ts';

/** Whatever changes something comes from the desk's own pages. */
export const onlyFromHere: RequestHandler = (request, response, next) => {
  if (fromHere(request)) return next();
  const reader = readerOf(request);
  sendPage(
    response,
    <ProblemPage reader={reader} title={reader.words.problems.refused} text={reader.words.problems.otherSite} />,
    403,
  );
};

const form = express.urlencoded({ extended: false, limit: '300kb', parameterLimit: 200 });

/** Lets in who is signed in, with what every page knows; others are asked to sign in and come back. */
export const signedIn =
  (deps: ApiDependencies, sessions: Sessions): On =>
  (handler) => [
    onlyFromHere,
    async (request, response, next) => {
      response.locals['route'] = request.route?.path ?? 'desk';
      const token = readCookie(request.get('cookie'), SESSION_COOKIE);
      const session = sessions.find(token);
      const creditor =
        session && (await stillOpens(deps, session)) ? await deskCreditor(deps.store, session.creditorId) : null;
      if (!session || !creditor) {
        sessions.end(token);
        // A part of a page can't show the door: the whole page goes there.
        if (request.get('hx-request') !== undefined)
          return void response.status(204).set('HX-Redirect', '/sign-in').end();
        const next_ = request.method === 'GET' ? `?next=${encodeURIComponent(request.originalUrl)}` : '';
        return response.redirect(303, `/sign-in${next_}`);
      }
      response.locals['keyId'] = session.keyId;
      response.locals['visit'] = {
        session,
        creditor,
        creditors: session.boundTo === null ? await deskCreditors(deps.store) : [],
      };
      next();
    },
    form,
    async (request, response) => {
      const { session, creditor, creditors } = response.locals['visit'] as Entered;
      await handler(await visitOf(deps, request, session, creditor, creditors), request, response);
    },
  ];

type Entered = {
  readonly session: NonNullable<ReturnType<Sessions['find']>>;
  readonly creditor: NonNullable<Awaited<ReturnType<typeof deskCreditor>>>;
  readonly creditors: Awaited<ReturnType<typeof deskCreditors>>;
};
