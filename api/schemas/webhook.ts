import { z } from 'zod';
import { CivilDay, Id, Money } from './values.ts';

/** Senders' data may grow, and a payment isn't lost over a badly written payer: only what counts is strict. */
const Amount = z.object({ minor: Money.shape.minor, currency: Money.shape.currency });

const METHODS = ['transfer', 'direct-debit', 'card', 'cheque', 'cash', 'set-off', 'other'] as const;

const lenient = (most: number): z.ZodType<string | undefined> =>
  z
    .unknown()
    .optional()
    .transform((value) =>
      typeof value === 'string' && value.trim() !== ''
        ? value.replaceAll('\u0000', '').trim().slice(0, most)
        : undefined,
    );

const PayerIban = z
  .unknown()
  .optional()
  .transform((value) => {
    const iban = typeof value === 'string' ? value.replaceAll(/\s/g, '').toUpperCase() : '';
    return /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(iban) ? iban : undefined;
  });

const Payer = z
  .object({ name: lenient(200), iban: PayerIban, debtorId: Id.optional().catch(undefined) })
  .nullish()
  .catch(undefined)
  .transform((payer) => payer ?? undefined);

export const ReceivedData = z
  .object({
    id: Id,
    creditorId: Id.default('default'),
    amount: Amount,
    receivedOn: CivilDay,
    method: z
      .unknown()
      .optional()
      .transform((value) => (value == null ? undefined : (METHODS.find((known) => known === value) ?? 'other'))),
    reference: lenient(300),
    payer: Payer,
    allocations: z
      .array(z.object({ invoiceId: Id, amount: Amount }))
      .min(1)
      .max(200)
      .refine((all) => new Set(all.map(({ invoiceId }) => invoiceId)).size === all.length, {
        error: 'expected each invoice once',
      })
      .nullish()
      .transform((all) => all ?? undefined),
  })
  .meta({ id: 'PaymentReceived' });

export const ReturnData = z
  .object({
    id: Id,
    creditorId: Id.default('default'),
    paymentId: Id,
    on: CivilDay,
    amount: Amount.nullish().transform((amount) => amount ?? undefined),
  })
  .meta({ id: 'PaymentReturned' });

export const Envelope = z.object({ type: z.string().min(1).max(100), data: z.unknown() });

export const returnKind = (type: string): 'reversal' | 'refund' | null =>
  type === 'payment.reversed' ? 'reversal' : type === 'payment.refunded' ? 'refund' : null;

/** What the reference shows. */
export const WebhookShown = z
  .union([
    z.object({ type: z.literal('payment.received'), timestamp: z.string(), data: ReceivedData }),
    z.object({ type: z.enum(['payment.reversed', 'payment.refunded']), timestamp: z.string(), data: ReturnData }),
  ])
  .meta({ id: 'PaymentWebhook' });
