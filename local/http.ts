import type { Secrets } from './secrets.ts';
import { apiUrl, type Settings } from './settings.ts';

type Answer = { readonly status: number; readonly text: string };

/** A call of the API with the key of this machine. */
export const call = async (
  settings: Settings,
  secrets: Pick<Secrets, 'apiKey'>,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer> => {
  const response = await fetch(`${apiUrl(settings)}${path}`, {
    method,
    headers: { authorization: `Bearer ${secrets.apiKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => {
    throw new Error(`${apiUrl(settings)} does not answer (${error.message}): is \`npm start\` running?`);
  });
  return { status: response.status, text: await response.text() };
};
