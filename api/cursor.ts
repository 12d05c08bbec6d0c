import { Problem } from './problem.ts';

/** An opaque cursor over the sort keys of the last row shown. */
export const cursorTo = (last: readonly string[] | null): string | null =>
  last === null ? null : Buffer.from(JSON.stringify(last)).toString('base64url');

/** The sort keys in a cursor; null on the first page. */
export const afterCursor = (cursor: string | undefined, keys: number): readonly string[] | null => {
  if (cursor === undefined) return null;
  const read = decode(cursor);
  if (Array.isArray(read) && read.length === keys && read.every((part) => typeof part === 'string')) return read;
  throw new Problem(400, 'INVALID_PARAMETER', 'cursor: expected the nextCursor of an earlier answer', [
    { parameter: 'cursor', code: 'INVALID_VALUE', detail: 'expected the nextCursor of an earlier answer' },
  ]);
};

const decode = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};
