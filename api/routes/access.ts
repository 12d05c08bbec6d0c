import { z } from 'zod';
import type { Responses, Scope } from '../route.ts';
import { PaymentView } from '../schemas/payment.ts';
import { Id } from '../schemas/values.ts';

export const READ: readonly Scope[] = ['billing', 'payments', 'operator', 'admin'];
export const BILLING: readonly Scope[] = ['billing', 'admin'];
export const PAYMENTS: readonly Scope[] = ['payments', 'billing', 'admin'];
export const OPERATOR: readonly Scope[] = ['operator', 'admin'];
export const ADMIN: readonly Scope[] = ['admin'];

export const InvoiceParams = z.object({ invoiceId: Id });
export const StepParams = z.object({
  invoiceId: Id,
  stepKey: z.string().regex(/^[a-z0-9:-]{1,64}$/, { error: 'expected a key of a step' }),
});

/** A payment's own id makes its recording repeatable. */
export const RECORDED: Responses = {
  201: { description: 'Recorded', schema: PaymentView },
  200: { description: 'Recorded before with the same content', schema: PaymentView },
};
