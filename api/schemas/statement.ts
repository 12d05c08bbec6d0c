import { z } from 'zod';
import { CONFIDENCES } from '../../domain/interest/rateTable.ts';
import { REGIME_RULES, type Regime } from '../../domain/interest/regimes.ts';
import { WARNINGS } from '../../domain/interest/request.ts';
import { CaseStatus, Outcome } from './caseBrief.ts';
import { Balance, CivilDay, Id } from './values.ts';

export const StatementQuery = z.strictObject({
  on: CivilDay.optional().describe("The day of the statement; the creditor's today when missing."),
});

const Movement = z.object({ on: CivilDay, amount: Balance });

const Clause = z.object({
  interest: z.boolean(),
  ratePct: z.string().nullable().describe('Where the contract names one; never above the cap.'),
  indemnity: z.boolean(),
  indemnityMinor: z.int().nullable(),
});

const RegimeChosen = z
  .object({
    key: z.enum(Object.keys(REGIME_RULES) as [Regime, ...Regime[]]).nullable(),
    country: z.enum(['FR', 'BE', 'EU']),
    reason: z.string().describe('Why this law applies.'),
    contractRate: z.string().nullable().describe('Percent per year, with CONTRACT only.'),
    creditorSize: z.enum(['sme', 'large']),
    clause: Clause.nullable().describe("What a Belgian consumer's contract allows."),
  })
  .describe('Which law rules this debtor and invoice; without a key nothing besides the principal may be asked.');

const Published = z.object({ confidence: z.enum(CONFIDENCES), source: z.string() });

/** The figure behind a segment's rate, for the calculator, too. */
export const Segment = z.object({
  from: CivilDay,
  to: CivilDay,
  days: z.int(),
  ratePct: z.string(),
  outstanding: Balance,
  published: Published.nullable().describe('The figure behind the rate; null: the contract names it.'),
});

export const UnofficialRates = z
  .array(z.object({ from: CivilDay, to: CivilDay, ratePct: z.string(), ...Published.shape }))
  .describe('The rates behind the figures that nobody official published: to be verified.');

const Interest = z.object({
  amount: Balance.describe('All that accrued and is not waived.'),
  from: CivilDay.nullable(),
  through: CivilDay.nullable().describe('The last day counted.'),
  ratePct: z.string().nullable().describe('Of the last day counted.'),
  perDay: Balance.nullable().describe('About what each further day adds.'),
  segments: z.array(Segment),
});

const Accessories = z.object({
  policy: z.enum(['waive-if-paid-by', 'claim', 'never']),
  asked: z.boolean().describe('False: the policy, the law or the currency asks the principal only.'),
  waived: z.boolean().describe('A printed promise was kept: nothing besides the principal is owed any more.'),
  promises: z.array(
    z.object({
      payBy: CivilDay.describe('Printed in a message that left.'),
      kept: z.boolean().nullable().describe('null: there is still time.'),
    }),
  ),
});

const cents = (minor: number) => ({ minor, currency: 'EUR' });

const SECONDARY = {
  confidence: 'secondary',
  source: "a third party's list of ECB changes; agrees with what was announced",
} as const;

/** 10,000 € due on 30 April 2025, 3,000 € of it paid on 15 June. */
export const STATEMENT_EXAMPLE = {
  invoiceId: 'F-1',
  number: '2025/0042',
  on: '2025-08-31',
  dueOn: '2025-04-30',
  case: { status: 'chasing', outcome: null },
  regime: {
    key: 'FR_B2B_DEFAULT',
    country: 'FR',
    reason: "a business: the creditor's law, FR",
    contractRate: null,
    creditorSize: 'large',
    clause: null,
  },
  amount: cents(1_000_000),
  payments: [{ on: '2025-06-15', amount: cents(300_000) }],
  refunds: [],
  creditNotes: [],
  principal: cents(700_000),
  interest: {
    amount: cents(34_802),
    from: '2025-05-01',
    through: '2025-08-31',
    ratePct: '12.15',
    perDay: cents(233),
    segments: [
      {
        from: '2025-05-01',
        to: '2025-06-15',
        days: 46,
        ratePct: '13.15',
        outstanding: cents(1_000_000),
        published: SECONDARY,
      },
      {
        from: '2025-06-16',
        to: '2025-06-30',
        days: 15,
        ratePct: '13.15',
        outstanding: cents(700_000),
        published: SECONDARY,
      },
      {
        from: '2025-07-01',
        to: '2025-08-31',
        days: 62,
        ratePct: '12.15',
        outstanding: cents(700_000),
        published: SECONDARY,
      },
    ],
  },
  indemnity: cents(4_000),
  notClaimed: cents(0),
  total: cents(738_802),
  accessories: { policy: 'claim', asked: true, waived: false, promises: [] },
  formalNoticeOn: null,
  firstReminder: null,
  imputation: 'principal-first',
  claimableFrom: null,
  missingFrom: null,
  unofficialRates: [],
  warnings: [],
} as const;

export const StatementView = z
  .object({
    invoiceId: Id,
    number: z.string(),
    on: CivilDay,
    dueOn: CivilDay,
    case: z.object({ status: CaseStatus, outcome: Outcome.nullable() }),
    regime: RegimeChosen,
    amount: Balance,
    payments: z.array(Movement).describe('What of each payment stayed with us, up to the day.'),
    refunds: z.array(Movement).describe('What we gave back because it was too much.'),
    creditNotes: z.array(Movement.extend({ effect: z.enum(['from-start', 'from-issue']) })),
    principal: Balance,
    interest: Interest,
    indemnity: Balance,
    notClaimed: Balance.describe('Left when the case closed, and asked no more.'),
    total: Balance.describe(
      'Principal, interest and indemnity, less what was paid beyond the principal and what is not claimed.',
    ),
    accessories: Accessories,
    formalNoticeOn: CivilDay.nullable().describe('First presentation of the formal notice in force.'),
    firstReminder: z.object({ sentOn: CivilDay, channel: z.enum(['electronic', 'postal']) }).nullable(),
    imputation: z.enum(['principal-first', 'interest-first']),
    claimableFrom: CivilDay.nullable().describe('Belgian consumers: the first day on which anything may be claimed.'),
    missingFrom: CivilDay.nullable().describe(
      'The first late day without a published rate; nothing counts from it on.',
    ),
    unofficialRates: UnofficialRates,
    warnings: z.array(z.enum(WARNINGS)),
  })
  .meta({ id: 'InvoiceStatement', examples: [STATEMENT_EXAMPLE as unknown as Record<string, unknown>] });
