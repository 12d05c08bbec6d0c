import { z } from 'zod';
import { CONFIDENCES, RATE_SERIES } from '../../domain/interest/rateTable.ts';
import { REGIME_RULES, type Regime } from '../../domain/interest/regimes.ts';
import { WARNINGS } from '../../domain/interest/request.ts';
import { Balance, CivilDay, Money, Percentage, optional } from './values.ts';

/** More movements than one invoice ever has. */
const MOST = 500;

export const LatePaymentBody = z
  .strictObject({
    regime: z.enum(Object.keys(REGIME_RULES) as [Regime, ...Regime[]]),
    contractRate: optional(Percentage).describe('With CONTRACT, and only there.'),
    principal: Money,
    dueOn: CivilDay.describe('The printed due day, working day or not.'),
    payments: z
      .array(z.strictObject({ on: CivilDay, amount: Money }))
      .max(MOST)
      .default([]),
    creditNotes: z
      .array(
        z.strictObject({
          on: CivilDay,
          amount: Money,
          effect: optional(z.enum(['from-start', 'from-issue'])).describe(
            'from-issue when missing: owed until its day.',
          ),
        }),
      )
      .max(MOST)
      .default([]),
    statementOn: optional(CivilDay).describe(
      'The last day that counts; when missing, the day of the last payment or credit note.',
    ),
    imputation: optional(z.enum(['principal-first', 'interest-first'])).describe('principal-first when missing.'),
    formalNoticeOn: optional(CivilDay).describe('The day of first presentation.'),
    firstReminder: optional(z.strictObject({ sentOn: CivilDay, channel: z.enum(['electronic', 'postal']) })).describe(
      'The free first reminder to a Belgian consumer.',
    ),
    creditorSize: optional(z.enum(['sme', 'large'])).describe('large when missing.'),
    contractClause: optional(z.boolean()).describe('The contract allows interest and indemnity; no when missing.'),
    openingJudgmentOn: optional(CivilDay).describe('Interest stops on the eve.'),
    onUnknownRate: optional(z.enum(['refuse', 'stop'])).describe('refuse (RATE_UNKNOWN) when missing.'),
  })
  .meta({ id: 'LatePaymentRequest' });

export const LatePaymentView = z
  .object({
    interest: Balance,
    openInterest: Balance.describe('What of the interest no payment has settled.'),
    fixedIndemnity: Balance,
    segments: z.array(
      z.object({ from: CivilDay, to: CivilDay, days: z.int(), ratePct: z.string(), outstanding: Balance }),
    ),
    openPrincipal: Balance,
    through: CivilDay.describe('The last day for which interest is stated.'),
    warnings: z.array(z.enum(WARNINGS)),
    claimableFrom: CivilDay.nullable().describe('Belgian consumers: the first day on which anything may be claimed.'),
  })
  .meta({ id: 'LatePaymentStatement' });

export const RateView = z
  .object({
    series: z.enum(RATE_SERIES),
    from: CivilDay,
    to: CivilDay,
    ratePct: z.string().describe('Percent per year, as a decimal string.'),
    confidence: z.enum(CONFIDENCES).describe('unofficial and derived rates are flagged wherever they are used.'),
    source: z.string(),
  })
  .meta({ id: 'Rate' });
