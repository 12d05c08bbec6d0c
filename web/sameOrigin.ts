import type { Request } from 'express';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** True unless the request changes something and comes from another site: browsers say where a request began. */
export const fromHere = (request: Request): boolean => {
  if (SAFE.includes(request.method)) return true;
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === request.get('host');
};
