import { z } from 'zod';
import { CONFIDENCES, RATE_SERIES } from '../../domain/interest/rateTable.ts';
import { REGIME_RULES, type Regime } from '../../domain/interest/regimes.ts';
import { RATE_FLAGS } from '../../prisma/rates.ts';
import { RateBody } from '../../prisma/people/completionBodies.ts';
import { WARNINGS } from '../../domain/interest/request.ts';
import { Segment, UnofficialRates } from './statement.ts';
import { Balance, CivilDay, Instant, Money, Percentage, optional, page } from './values.ts';

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
    segments: z.array(Segment),
    openPrincipal: Balance,
    through: CivilDay.describe('The last day for which interest is stated.'),
    unofficialRates: UnofficialRates,
    warnings: z.array(z.enum(WARNINGS)),
    claimableFrom: CivilDay.nullable().describe('Belgian consumers: the first day on which anything may be claimed.'),
  })
  .meta({ id: 'LatePaymentStatement' });

const Figure = {
  ratePct: z.string().describe('Percent per year, as a decimal string.'),
  confidence: z.enum(CONFIDENCES).describe('From the surest on; unofficial and derived are flagged wherever used.'),
  source: z.string(),
};

const Before = z.object(Figure).nullable();

const RateView = z
  .object({
    series: z.enum(RATE_SERIES),
    from: CivilDay,
    to: CivilDay,
    ...Figure,
    why: z.string().nullable().describe('Null for a row that ships with the app.'),
    by: z.string().nullable().describe('The person who entered it.'),
    recordedAt: Instant.nullable(),
    replaces: Before.describe('What was in force before it.'),
    flags: z.array(z.enum(RATE_FLAGS)),
  })
  .meta({ id: 'Rate' });

export const RatesView = page(RateView);

export const RateFilters = z.strictObject({ series: z.enum(RATE_SERIES).optional() });

/** More than all series of ten years. */
const MOST_RATES = 100;

/** What PUT takes: one rate, or a list of them. */
export const RatesShown = z.union([RateBody, z.array(RateBody).min(1).max(MOST_RATES)]);

/** Read by the shape that came, so that a fault is told with its field. */
export const RatesBody = z.unknown().transform((given, context): z.output<typeof RatesShown> => {
  const schema = Array.isArray(given) ? z.array(RateBody).min(1).max(MOST_RATES) : RateBody;
  const read = schema.safeParse(given, { reportInput: true });
  if (read.success) return read.data;
  context.issues.push(...read.error.issues.map((issue) => ({ ...issue, input: issue.input }) as z.core.$ZodRawIssue));
  return z.NEVER;
});

export const ProposalsView = z
  .object({
    data: z.array(
      z.object({
        rate: RateBody.describe('As PUT /v1/rates takes it.'),
        because: z.enum(['missing', 'differs', 'confirms']),
        observedOn: CivilDay.describe('The change that was in force on the first day.'),
        inForce: Before,
      }),
    ),
    latest: z.object({ on: CivilDay, ratePct: z.string() }).describe('The newest value that the ECB gives.'),
  })
  .meta({ id: 'RateProposals' });
