import express, { Router } from 'express';
import type { ApiDependencies } from '../../api/ports.ts';
import { deskCreditor } from '../../prisma/desk/creditors.ts';
import { cookie, readCookie } from '../cookies.ts';
import { filled, valuesOf } from '../forms/values.ts';
import { isLanguage } from '../language.ts';
import { SESSION_COOKIE, type Sessions } from '../session.ts';
import { localPath } from '../visit.ts';

const YEAR = 365 * 86_400;

/** What a reader sets for himself: language, keys, and whose desk he looks at. */
export const settings = (deps: ApiDependencies, sessions: Sessions): Router => {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '20kb' });
  const secure = deps.config.deskUrl?.startsWith('https:') === true;
  router.post('/language', form, (request, response) => {
    const values = valuesOf(request.body);
    const { language } = values;
    if (isLanguage(language))
      response.append('Set-Cookie', cookie('language', { value: language, maxAge: YEAR, httpOnly: true, secure }));
    response.redirect(303, localPath(values['back']));
  });
  router.post('/keys', form, (request, response) => {
    const values = valuesOf(request.body);
    response.append(
      'Set-Cookie',
      cookie('keys', { value: values['keys'] === 'off' ? 'off' : 'on', maxAge: YEAR, httpOnly: true, secure }),
    );
    response.redirect(303, localPath(values['back']));
  });
  router.post('/creditor', form, async (request, response) => {
    const token = readCookie(request.get('cookie'), SESSION_COOKIE);
    const session = sessions.find(token);
    const wanted = filled(valuesOf(request.body), 'creditorId') ?? '';
    if (token !== undefined && session?.boundTo === null && (await deskCreditor(deps.store, wanted)))
      sessions.change(token, wanted);
    response.redirect(303, '/');
  });
  return router;
};
