import { z } from 'zod';
import { CaseBrief } from './caseBrief.ts';
import { compact } from './compact.ts';
import { Balance, CivilDay, Iban, Id, Instant, Metadata, Money, optional, page, text } from './values.ts';

const Source = Id.default('api').meta({ description: 'Who reported it; a payment counts once by source and id.' });

const Payer = z
  .strictObject({ name: optional(text(200)), iban: optional(Iban), debtorId: optional(Id) })
  .meta({ id: 'Payer' });

const fields = {
  id: Id,
  source: Source,
  amount: Money,
  receivedOn: CivilDay,
  method: optional(z.enum(['transfer', 'direct-debit', 'card', 'cheque', 'cash', 'set-off', 'other'])),
  reference: optional(text(300)),
  payer: optional(Payer),
  metadata: Metadata.default({}),
};

/** Money for the invoice named in the path. */
export const InvoicePaymentBody = z.strictObject(fields).transform(compact).meta({ id: 'InvoicePayment' });
export type PaymentInput = z.output<typeof InvoicePaymentBody>;

export const AllocationInput = z.strictObject({ invoiceId: Id, amount: Money }).meta({ id: 'AllocationInput' });
export type AllocationInput = z.output<typeof AllocationInput>;

const Allocations = z
  .array(AllocationInput)
  .min(1)
  .max(200)
  .refine((all) => new Set(all.map(({ invoiceId }) => invoiceId)).size === all.length, {
    error: 'expected each invoice once',
  });

/** Money for the invoices named, or matched by reference, number, or the payer's known IBAN with an exact amount. */
export const PaymentBody = z
  .strictObject({ ...fields, allocations: optional(Allocations) })
  .transform(compact)
  .meta({ id: 'Payment' });
export type PaymentRequest = z.output<typeof PaymentBody>;

export const AllocationsBody = z.strictObject({ allocations: Allocations }).meta({ id: 'Allocations' });

export const ReversalBody = z
  .strictObject({
    id: Id,
    on: CivilDay,
    amount: optional(Money),
    kind: z.enum(['reversal', 'chargeback', 'returned-debit', 'unpaid-cheque', 'recall']).default('reversal'),
  })
  .transform(compact)
  .meta({
    id: 'Reversal',
    description: 'The money went back to the debtor; without an amount, all of it. The claim revives.',
  });

export const RefundBody = z
  .strictObject({ id: Id, on: CivilDay, amount: optional(Money) })
  .transform(compact)
  .meta({ id: 'Refund', description: 'We gave back what was too much; without an amount, all that is too much.' });

/** Which payment is meant when two sources use the same id. */
export const SourceQuery = z.strictObject({ source: Id.optional() });

const Returned = z.object({ id: Id, kind: z.string(), on: CivilDay, amount: Balance });

export const PaymentView = z
  .object({
    ...fields,
    amount: Balance,
    status: z.enum(['allocated', 'unmatched', 'waiting']),
    allocations: z.array(z.object({ invoiceId: Id, amount: Balance, balance: Balance, case: CaseBrief })),
    waitingFor: z.array(Id),
    unallocated: Balance.meta({ description: 'Neither allocated nor given back.' }),
    overpaid: Balance.meta({
      description: 'What the invoices it was allocated to received too much, all payments together.',
    }),
    reversals: z.array(Returned),
    refunds: z.array(Returned),
    proposal: z
      .object({
        debtorId: Id.nullable(),
        allocations: z.array(z.object({ invoiceId: Id, amount: Balance })),
        because: z.string(),
        /** Debtors whose money it could be as well; they aren't written to either. */
        others: z.array(Id).optional(),
      })
      .nullable()
      .meta({ description: 'For a person to confirm; nothing was allocated.' }),
    balance: Balance.nullable().meta({ description: "The invoice's, when the payment concerns exactly one." }),
    case: CaseBrief.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'PaymentView' });
export type PaymentView = z.output<typeof PaymentView>;

export const PaymentPage = page(PaymentView);
