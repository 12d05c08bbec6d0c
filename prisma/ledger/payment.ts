import type { PaymentRequest } from '../../api/schemas/payment.ts';
import { Refusal } from '../../domain/refusal.ts';
import { sameContent } from '../content.ts';
import type { Payment, Prisma } from '../generated/client.ts';

/** Which payment: what counts once. */
export type PaymentKey = { readonly creditorId: string; readonly source: string; readonly id: string };

export type Allocating = { readonly invoiceId: string; readonly minor: number };

type Standing = {
  readonly status: 'allocated' | 'unmatched' | 'waiting';
  readonly waitingFor?: readonly string[];
  readonly proposal?: Prisma.InputJsonObject;
};

/** Writes the payment unless its id is taken; false = somebody has written it before. */
export const insertPayment = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  payment: PaymentRequest,
  standing: Standing,
  at: Date,
): Promise<boolean> => {
  const { count } = await db.payment.createMany({
    data: {
      creditorId,
      source: payment.source,
      id: payment.id,
      amountMinor: BigInt(payment.amount.minor),
      currency: payment.amount.currency,
      receivedOn: payment.receivedOn,
      method: payment.method ?? null,
      reference: payment.reference ?? null,
      ...(payment.payer ? { payer: payment.payer } : {}),
      payerIban: payment.payer?.iban ?? null,
      metadata: payment.metadata,
      request: payment,
      status: standing.status,
      waitingFor: [...(standing.waitingFor ?? [])],
      ...(standing.proposal ? { proposal: standing.proposal } : {}),
      recordedAt: at,
    },
    skipDuplicates: true,
  });
  return count === 1;
};

export const findPayment = (
  db: Prisma.TransactionClient,
  { creditorId, source, id }: PaymentKey,
): Promise<Payment | null> => db.payment.findUnique({ where: { creditorId_source_id: { creditorId, source, id } } });

/** Waits for whoever changes the payment now; taken after the invoice's lock, never before. */
export const lockPayment = async (
  db: Prisma.TransactionClient,
  { creditorId, source, id }: PaymentKey,
): Promise<Payment> => {
  await db.$queryRaw`SELECT 1 FROM "Payment" WHERE "creditorId" = ${creditorId} AND "source" = ${source} AND "id" = ${id} FOR UPDATE`;
  return db.payment.findUniqueOrThrow({ where: { creditorId_source_id: { creditorId, source, id } } });
};

/** How exactly a repeat must say the same: a bank may word its second notice otherwise, but not with another amount. */
export type Sameness = 'content' | 'money';

/** @throws Refusal PAYMENT_CONFLICT */
export const requireSame = (known: Payment, payment: PaymentRequest, sameness: Sameness): void => {
  const same =
    sameness === 'content'
      ? sameContent(known.request, payment)
      : known.amountMinor === BigInt(payment.amount.minor) && known.currency === payment.amount.currency;
  if (!same)
    throw new Refusal(
      'PAYMENT_CONFLICT',
      `expected the payment first recorded as ${known.source}/${known.id} (${known.amountMinor} ${known.currency}, received on ${known.receivedOn}), got other content`,
    );
};

/** What the caller said about where the money belongs. */
export const wishes = (known: Pick<Payment, 'request'>): readonly Allocating[] =>
  ((known.request as unknown as PaymentRequest).allocations ?? []).map(({ invoiceId, amount }) => ({
    invoiceId,
    minor: amount.minor,
  }));

export const keyOf = ({ creditorId, source, id }: PaymentKey): PaymentKey => ({ creditorId, source, id });
