import { z } from 'zod';
import type { Scope } from '../route.ts';
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
