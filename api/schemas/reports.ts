import { z } from 'zod';
import { WARNINGS } from '../../domain/interest/request.ts';
import { Segment, UnofficialRates } from './statement.ts';
import { Balance, CivilDay, Id } from './values.ts';

const Warnings = z.array(z.enum(WARNINGS)).describe('Of the statement behind the figures.');

const Line = z.object({
  invoiceId: Id,
  number: z.string(),
  issuedOn: CivilDay,
  dueOn: CivilDay,
  overdue: z.boolean(),
  subject: z.string(),
  status: z.string().describe('Of the case, today.'),
  amount: Balance,
  paid: Balance.describe('What of the payments stayed with us.'),
  credited: Balance,
  settled: Balance.describe('Paid and credited together.'),
  payments: z.array(z.object({ on: CivilDay, amount: Balance })),
  principal: Balance,
  interest: Balance,
  indemnity: Balance,
  total: Balance,
  reference: z.string().describe('To be named in the transfer.'),
  promisedUntil: CivilDay.nullable().describe('A message promised: principal in by then, and nothing more is asked.'),
  claimableFrom: CivilDay.nullable(),
  missingFrom: CivilDay.nullable(),
  segments: z.array(Segment),
  unofficialRates: UnofficialRates,
  warnings: Warnings,
});

export const AccountView = z
  .object({
    debtorId: Id,
    name: z.string(),
    on: CivilDay,
    iban: z.string().nullable(),
    invoices: z.array(Line).describe('Those open on that day and not handed over, oldest due date first.'),
    totals: z.array(
      z.object({
        currency: z.string(),
        amount: Balance,
        settled: Balance,
        principal: Balance,
        interest: Balance,
        indemnity: Balance,
        total: Balance,
      }),
    ),
    payments: z.array(z.object({ on: CivilDay, number: z.string(), amount: Balance })),
  })
  .meta({ id: 'DebtorStatement' });

const Proof = z.object({
  messageId: z.string().nullable(),
  documentId: z.string().nullable(),
  documentNumber: z.string().nullable(),
  sha256: z.string().nullable(),
  postedOn: CivilDay.nullable(),
  presentedOn: CivilDay.nullable(),
  trackingNumber: z.string().nullable(),
});

const Act = z.object({
  on: CivilDay,
  kind: z.string(),
  channel: z.string().nullable(),
  step: z.string().nullable(),
  level: z.int().nullable(),
  to: z.string().nullable(),
  result: z.string().nullable(),
  about: z.string().nullable(),
  amount: Balance.nullable(),
  until: CivilDay.nullable(),
  by: z.string().nullable(),
  proof: Proof.nullable(),
});

export const ActivityView = z
  .object({
    from: CivilDay.nullable(),
    on: CivilDay.describe('The last day of the report, and that of its figures.'),
    invoices: z.array(
      z.object({
        invoiceId: Id,
        debtorId: Id,
        number: z.string(),
        debtor: z.string(),
        issuedOn: CivilDay,
        dueOn: CivilDay,
        subject: z.string(),
        amount: Balance,
        status: z.string(),
        outcome: z.string().nullable(),
        principal: Balance,
        interest: Balance,
        indemnity: Balance,
        total: Balance,
        unofficialRates: UnofficialRates,
        warnings: Warnings,
        acts: z.array(Act),
      }),
    ),
    totals: z.object({
      invoices: z.int(),
      written: z.int(),
      spoken: z.int(),
      inPerson: z.int(),
      vainCalls: z.int(),
      sums: z.array(
        z.object({
          currency: z.string(),
          received: Balance,
          principal: Balance,
          accessories: Balance,
          total: Balance,
        }),
      ),
    }),
  })
  .meta({ id: 'ActivityReport' });

export const ActivityQuery = z.strictObject({
  invoiceId: Id.optional(),
  debtorId: Id.optional(),
  from: CivilDay.optional(),
  to: CivilDay.optional(),
});
