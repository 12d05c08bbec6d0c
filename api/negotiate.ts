import { Problem } from './problem.ts';

export const JSON_TYPE = 'application/json';
export const CSV_TYPE = 'text/csv';
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The offered media type that the Accept header likes best; equally liked, the first offered. Without a header the first.
 * Throws Problem 406.
 */
export const preferred = <T extends string>(accept: string | undefined, offered: readonly [T, ...T[]]): T => {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const ranges = accept.split(',').map(range);
  const liked = offered.map((type) => ({ type, q: liking(ranges, type) })).filter(({ q }) => q > 0);
  const [best] = liked.sort((a, b) => b.q - a.q);
  if (best) return best.type;
  throw new Problem(406, 'NOT_ACCEPTABLE', `expected Accept to allow ${offered.join(' or ')}, got ${accept}`);
};

type Range = { readonly type: string; readonly q: number };

const range = (text: string): Range => {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const q = weight === undefined ? 1 : Number(weight.slice(2));
  return { type, q: Number.isFinite(q) ? q : 0 };
};

/** The most specific range that covers the type decides (RFC 9110, 12.5.1). */
const liking = (ranges: readonly Range[], type: string): number => {
  const [kind = ''] = type.split('/');
  for (const name of [type, `${kind}/*`, '*/*']) {
    const found = ranges.find((one) => one.type === name);
    if (found) return found.q;
  }
  return 0;
};
