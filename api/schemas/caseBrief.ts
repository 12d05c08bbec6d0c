import { z } from 'zod';

export const CaseStatus = z.enum(['starting', 'chasing', 'on-hold', 'handed-over', 'closed']);
export const Outcome = z.enum(['paid', 'credited', 'written-off', 'irrecoverable', 'cancelled']);

/** What a ledger entry did to the case. */
export const CaseBrief = z.object({ status: CaseStatus, outcome: Outcome.nullable() }).meta({ id: 'CaseBrief' });
export type CaseBrief = z.output<typeof CaseBrief>;
