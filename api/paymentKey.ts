import { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';
import type { PaymentKey } from '../prisma/ledger/payment.ts';
import { sourcesOf } from '../prisma/ledger/paymentView.ts';
import type { ApiDependencies } from './ports.ts';
import { Problem } from './problem.ts';
import { Id } from './schemas/values.ts';

export const PaymentParams = z.object({ paymentId: Id });

/** The source may be left out while only one has used the id. */
export const paymentKey = async (
  { store }: ApiDependencies,
  creditorId: string,
  id: string,
  source: string | undefined,
): Promise<PaymentKey> => {
  if (source !== undefined) return { creditorId, source, id };
  const sources = await sourcesOf(store, creditorId, id);
  const [only] = sources;
  if (only === undefined) throw new Refusal('NOT_FOUND', `expected a recorded payment, got the id ${id}`);
  if (sources.length > 1)
    throw new Problem(
      400,
      'SOURCE_MISSING',
      `expected ?source= as one of ${sources.join(', ')}: each has a payment ${id}`,
      [{ parameter: 'source', code: 'REQUIRED', detail: `expected one of ${sources.join(', ')}` }],
    );
  return { creditorId, source: only, id };
};
