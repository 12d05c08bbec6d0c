import { z } from 'zod';
import { CaseBrief } from './caseBrief.ts';
import { compact } from './compact.ts';
import { Balance, CivilDay, Id, Instant, Money, optional, text } from './values.ts';

const fields = {
  id: Id,
  amount: Money,
  issuedOn: CivilDay,
  effect: z
    .enum(['from-start', 'from-issue'])
    .default('from-start')
    .meta({ description: 'from-start: never owed, no interest on it. from-issue: goodwill.' }),
  reason: optional(text(1000)),
};

export const CreditNoteBody = z.strictObject(fields).transform(compact).meta({ id: 'CreditNote' });
export type CreditNoteInput = z.output<typeof CreditNoteBody>;

export const CreditNoteView = z
  .object({ ...fields, amount: Balance, invoiceId: Id, balance: Balance, case: CaseBrief, recordedAt: Instant })
  .meta({ id: 'CreditNoteView' });
export type CreditNoteView = z.output<typeof CreditNoteView>;
