import type { Claim } from '../../domain/claim/claim.ts';
import { addBankDays } from '../../domain/calendar.ts';
import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import type { Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import { money, type Money } from '../../domain/money.ts';
import { lawOf, type Plan } from '../../domain/plan.ts';
import type { Column } from './columns.ts';

/** From posting to first presentation. */
const POST_DAYS = 2;

/** The claim as the ledger would hold it: what was paid, promised and presented so far. */
export const claimOf = (
  { creditor }: Column,
  plan: Plan,
  facts: CaseFacts,
  payments: readonly { readonly on: Day; readonly amount: Money }[],
  waivers: readonly Day[],
): Claim => {
  const first = facts.steps.find(({ key, status }) => key === BE_FIRST_REMINDER && status === 'done');
  return {
    law: lawOf(plan),
    policy: plan.accessories,
    amount: money(facts.amountMinor, facts.currency),
    dueOn: facts.dueOn,
    payments,
    creditNotes: [],
    imputation: creditor.imputation ?? 'principal-first',
    presentedOn: facts.notice === null ? null : addBankDays(facts.notice.postedOn, POST_DAYS),
    firstReminder: first?.on
      ? { sentOn: first.on, channel: first.channel === 'email' ? 'electronic' : 'postal' }
      : null,
    waivers,
    toleranceMinor: plan.toleranceMinor,
  };
};
