import type { RequestHandler } from 'express';

/** The last part of a path that isn't part of a name. */
const ACTS = ['preview', 'test'];

/**
 * A text's name has slashes. As one part of a path they are written %2F, which programs do by themselves;
 * a person may type them as they are: /v1/templates/messages/fr/common/reminder.
 */
export const namesWithSlashes: RequestHandler = (request, _response, next) => {
  const [path = '', query] = request.url.split('?');
  const parts = path.split('/').filter((part) => part !== '');
  const act = request.method === 'POST' && ACTS.includes(parts.at(-1) ?? '') ? parts.pop() : undefined;
  if (parts.length > 1)
    request.url = `/${parts.join('%2F')}${act === undefined ? '' : `/${act}`}${query === undefined ? '' : `?${query}`}`;
  next();
};
