import type { Responses } from '../route.ts';
import { InvoiceAnswer } from '../schemas/invoiceView.ts';
import { OPERATOR } from './access.ts';

export const CASE_AFTER: Responses = { 200: { description: 'The case after it', schema: InvoiceAnswer } };

/** What all acts of an operator on a case have in common. */
export const act = {
  method: 'post',
  tag: 'Cases',
  access: OPERATOR,
  act: 'person',
  repeats: 'idempotency-key',
  responses: CASE_AFTER,
} as const;
