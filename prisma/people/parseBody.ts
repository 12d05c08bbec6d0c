import type { z } from 'zod';
import { Refusal, type RefusalDetail } from '../../domain/refusal.ts';

/**
 * A body as its schema wants it; a field that is null counts as absent.
 * @throws Refusal VALIDATION with a pointer for each fault
 */
export const parseBody = <S extends z.ZodType>(schema: S, body: object, what: string): z.output<S> => {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
  const read = schema.safeParse(given, { reportInput: true });
  if (read.success) return read.data;
  const errors = read.error.issues.flatMap(details);
  throw new Refusal(
    'VALIDATION',
    `${what}: ${errors.map(({ pointer, detail }) => `${pointer || 'body'}: ${detail}`).join('; ')}`,
    errors,
  );
};

const details = (issue: z.core.$ZodIssue): RefusalDetail[] => {
  const pointer = issue.path.map((part) => `/${String(part)}`).join('');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      pointer: `${pointer}/${name}`,
      code: 'UNKNOWN_FIELD',
      detail: `expected nothing under ${name}, got a value`,
    }));
  const code = issue.input === undefined ? 'REQUIRED' : 'INVALID_VALUE';
  return [{ pointer, code, detail: issue.message }];
};
