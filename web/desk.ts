import { Router, type Express } from 'express';
import type { ApiDependencies } from '../api/ports.ts';
import { assets } from './routes/assets.ts';
import { door } from './routes/door.tsx';
import { mountTexts } from './routes/drafts.ts';
import { failure, nowhere } from './routes/failure.tsx';
import { onlyFromHere, signedIn } from './routes/guard.tsx';
import { mountLetterhead } from './routes/letterhead.tsx';
import { mountWordings } from './routes/texts.tsx';
import { mountInvoices } from './routes/invoices.tsx';
import { mountMessages } from './routes/messages.tsx';
import { mountQueue } from './routes/queue.tsx';
import { settings } from './routes/settings.ts';
import { mountTasks } from './routes/tasks.ts';
import { createSessions, type Sessions } from './session.ts';

/** Hangs the operator's pages into the app, beside the API: they call the same functions that it does. */
export const mountDesk = (app: Express, deps: ApiDependencies, sessions: Sessions = createSessions()): void => {
  const router = Router();
  const on = signedIn(deps, sessions);
  router.use(assets());
  router.use(['/sign-in', '/sign-out', '/language', '/keys', '/creditor'], onlyFromHere);
  router.use(door(deps, sessions), settings(deps, sessions));
  mountQueue(router, on);
  mountTasks(router, on);
  mountTexts(router, on);
  mountInvoices(router, on);
  mountMessages(router, on);
  mountWordings(router, on);
  mountLetterhead(router, on);
  router.use(nowhere);
  router.use(failure);
  app.use(router);
};
