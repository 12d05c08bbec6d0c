import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Refusal } from '../../domain/refusal.ts';
import { isAway } from '../../prisma/away.ts';
import { sendPage } from '../answer.ts';
import { ProblemPage } from '../pages/problem.tsx';
import { statusOf } from '../statusOf.ts';
import { readerOf } from '../visit.ts';

/** What goes wrong on a page is said on a page. */
export const failure: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error);
  const reader = readerOf(request);
  const { problems, refusals } = reader.words;
  response.locals['error'] = error;
  if (error instanceof Refusal) {
    const notFound = error.code === 'NOT_FOUND';
    const title = notFound ? problems.notFound : problems.refused;
    return sendPage(
      response,
      <ProblemPage
        reader={reader}
        title={title}
        text={notFound ? problems.notFoundText : refusals.codes[error.code]}
      />,
      statusOf(error),
    );
  }
  if (isAway(error))
    return sendPage(response, <ProblemPage reader={reader} title={problems.away} text={problems.awayText} />, 503);
  const requestId = String(response.getHeader('X-Request-Id') ?? '');
  return sendPage(
    response,
    <ProblemPage reader={reader} title={problems.failed} text={problems.failedText} requestId={requestId} />,
    500,
  );
};

/** A browser gets a page where there is none; programs get the API's answer. */
export const nowhere: RequestHandler = (request, response, next) => {
  const wanted = request.method === 'GET' && request.get('accept')?.includes('text/html') === true;
  if (!wanted || /^\/(v1|webhooks)(\/|$)/.test(request.path)) return next();
  const reader = readerOf(request);
  sendPage(
    response,
    <ProblemPage reader={reader} title={reader.words.problems.notFound} text={reader.words.problems.notFoundText} />,
    404,
  );
};
