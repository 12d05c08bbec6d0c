import { Problem } from './problem.ts';

export const etag = (version: number): string => `"${version}"`;

/** The version in If-Match; null without the header. `*` can't name one. */
export const ifMatch = (header: string | undefined): number | null => {
  if (header === undefined) return null;
  const [, version] = /^"(\d{1,9})"$/.exec(header.trim()) ?? [];
  if (version === undefined)
    throw new Problem(
      400,
      'IF_MATCH_INVALID',
      `expected If-Match with the ETag last read, as "3", got ${header.slice(0, 40)}`,
    );
  return Number(version);
};

export const stale = (version: number): Problem =>
  new Problem(412, 'VERSION_STALE', `expected If-Match: ${etag(version)}, the version on record; read it again`, [], {
    ETag: etag(version),
  });

export const unasked = (version: number): Problem =>
  new Problem(428, 'IF_MATCH_MISSING', 'expected the header If-Match with the ETag last read, got none', [], {
    ETag: etag(version),
  });
