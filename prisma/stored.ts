import type { z } from 'zod';

/** A row's JSON isn't what the app writes: somebody changed it by hand. Names the row and what lacks, no value of it. */
export class DamagedRow extends Error {
  override readonly name = 'DamagedRow';
}

/**
 * JSON of a row, looked at once where it is read; what the schema doesn't know stays in it.
 * @throws DamagedRow
 */
export const stored = <T>(schema: z.ZodType<T>, json: unknown, what: string): T => {
  const { error } = schema.safeParse(json);
  if (!error) return json as T;
  const faults = error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new DamagedRow(`expected ${what} as the app writes it, got ${faults.join('; ')}`);
};
