import type { z } from 'zod';
import type { RefusalDetail } from '../domain/refusal.ts';
import { Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a body, field by field. */
export const invalidBody = (error: z.core.$ZodError): Problem => {
  const errors = error.issues
    .flatMap((issue) => describe(issue))
    .map(({ path, ...rest }) => ({ pointer: pointer(path), ...rest }));
  return new Problem(
    422,
    'VALIDATION',
    errors.map((one) => `${one.pointer || 'the body'}: ${one.detail}`).join('; '),
    errors,
  );
};

/** What is wrong with the path or the query. */
export const invalidParameter = (error: z.core.$ZodError): Problem => {
  const errors = error.issues
    .flatMap((issue) => describe(issue))
    .map(({ path, ...rest }) => ({ parameter: path.join('.'), ...rest }));
  return new Problem(
    400,
    'INVALID_PARAMETER',
    errors.map((one) => `${one.parameter}: ${one.detail}`).join('; '),
    errors,
  );
};

type Fault = Pick<RefusalDetail, 'code' | 'detail'> & { readonly path: readonly PropertyKey[] };

const describe = (issue: Issue): readonly Fault[] => {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: 'UNKNOWN_FIELD',
        detail: `expected only known fields, got ${key}`,
      }));
    case 'invalid_type':
      return [
        {
          path,
          code: issue.input === undefined ? 'REQUIRED' : 'INVALID_TYPE',
          detail: `${ownWords(issue) ?? `expected ${issue.expected}`}, got ${shown(issue.input)}`,
        },
      ];
    case 'invalid_value':
      return [
        {
          path,
          code: issue.input === undefined ? 'REQUIRED' : 'INVALID_VALUE',
          detail: `expected ${issue.values.map(shown).join(' or ')}, got ${shown(issue.input)}`,
        },
      ];
    case 'too_small':
      return [
        {
          path,
          code: 'TOO_SMALL',
          detail: `expected ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unit(issue.origin)}, got ${shown(issue.input)}`,
        },
      ];
    case 'too_big':
      return [
        {
          path,
          code: 'TOO_BIG',
          detail: `expected ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${unit(issue.origin)}, got ${shown(issue.input)}`,
        },
      ];
    case 'invalid_format':
      return [
        {
          path,
          code: 'INVALID_FORMAT',
          detail: `${ownWords(issue) ?? `expected ${FORMATS[issue.format] ?? issue.format}`}, got ${shown(issue.input)}`,
        },
      ];
    case 'custom':
      return [
        {
          path,
          code: typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'INVALID_VALUE',
          detail: withInput(issue.message, issue.input),
        },
      ];
    default:
      return [{ path, code: 'INVALID_VALUE', detail: `expected another shape, got ${shown(issue.input)}` }];
  }
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a calendar day as YYYY-MM-DD',
  datetime: 'an instant as 2026-11-02T09:00:00Z',
  email: 'an e-mail address',
  regex: 'another form',
};

/** Schemas that explain themselves start with "expected". */
const ownWords = (issue: Issue): string | null => (issue.message.startsWith('expected') ? issue.message : null);

const withInput = (message: string, input: unknown): string =>
  message.includes(', got ') || typeof input === 'object' ? message : `${message}, got ${shown(input)}`;

const unit = (origin: string): string => (origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '');

/** What came, short enough for an error message. */
const shown = (input: unknown): string => {
  if (input === undefined) return 'nothing';
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === 'object' && input !== null) return 'an object';
  const written = JSON.stringify(input) ?? typeof input;
  return written.length > 80 ? `${written.slice(0, 77)}…` : written;
};

/** JSON Pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
