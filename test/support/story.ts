import { expect } from 'vitest';
import type { Answer, Call } from './call.ts';
import { aCreditor } from './parties.ts';

export { aCreditor, aDebtor, anInvoice, euros } from './parties.ts';

/** The answer's body, after a check of its status; a problem shows itself. */
export const ok = (answer: Answer, ...statuses: number[]): any => {
  const wanted = statuses.length > 0 ? statuses : [200, 201];
  expect(wanted, JSON.stringify(answer.body)).toContain(answer.status);
  return answer.body;
};

/** Sets up the creditor `default`. */
export const setUp = async (call: Call, given: Record<string, unknown> = {}): Promise<void> => {
  ok(await call('PUT', '/v1/creditors/default', { ...aCreditor, ...given }));
};
