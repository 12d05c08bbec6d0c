import { addDays, day, type Day } from '../../domain/day.ts';
import { freshFacts, type CaseFacts, type StepFact } from '../../domain/facts.ts';
import { RATES } from '../../domain/interest/rates.ts';
import { money, type Money } from '../../domain/money.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Channel, PlannedStep, Strategy } from '../../domain/strategy.ts';
import { noticePeriodEnd } from '../../domain/posting.ts';
import type { CaseMaterial } from '../../prisma/course/caseWords.ts';
import { makePlan } from '../../prisma/plan.ts';
import type { DebtorProfile } from '../../prisma/profiles.ts';
import type { HistoryWords } from '../../templates/context.ts';
import { claimOf } from './claimOf.ts';
import type { Column } from './columns.ts';

/** The days of every case: the course crosses the half-year, so that its interest has two rates. */
export const ISSUED_ON = day('2025-10-13');
export const DUE_ON = day('2025-11-12');
const DELIVERED_ON = day('2025-10-10');
const PAID_ON = addDays(DUE_ON, 20);
const NUMBER = '2025/1042';
const AMOUNT_MINOR = 421_360;
export const CURRENCY = 'EUR';

/** One case while it is lived through. */
export type Life = {
  readonly column: Column;
  readonly plan: Plan;
  facts: CaseFacts;
  readonly history: HistoryWords[];
  readonly waivers: Day[];
  lastTalk: CaseMaterial['lastTalk'];
};

export const begin = (column: Column, strategy: Strategy): Life => {
  const { creditor, debtor, key } = column;
  const plan = makePlan({
    creditor,
    debtorId: key,
    debtor,
    // Steps that are off by default have their texts, too.
    strategy: { ...strategy, steps: strategy.steps.map((step) => ({ ...step, enabled: true })) },
    collection: 'transfer',
    year: Number(ISSUED_ON.slice(0, 4)),
    jitterMinutes: 0,
  });
  return { column, plan, facts: announced(plan), history: [], waivers: [], lastTalk: null };
};

const announced = (plan: Plan): CaseFacts =>
  freshFacts(plan, {
    balanceMinor: AMOUNT_MINOR,
    amountMinor: AMOUNT_MINOR,
    currency: CURRENCY,
    announcedOn: ISSUED_ON,
    postedOn: ISSUED_ON,
    dueOn: DUE_ON,
  });

/** What was paid by then is taken off. */
export const receive = (life: Life, today: Day): void => {
  const paid = paymentsOf(life, today).reduce((sum, { amount }) => sum + amount.minor, 0);
  life.facts = { ...life.facts, balanceMinor: AMOUNT_MINOR - paid };
};

const paymentsOf = ({ column: { paidMinor } }: Life, today: Day): { readonly on: Day; readonly amount: Money }[] =>
  paidMinor === null || PAID_ON > today ? [] : [{ on: PAID_ON, amount: money(paidMinor, CURRENCY) }];

export const settle = (life: Life, { key }: PlannedStep, outcome: Partial<StepFact>): void => {
  const steps = life.facts.steps.map((fact) => (fact.key === key ? { ...fact, ...outcome } : fact));
  life.facts = { ...life.facts, steps };
};

/** A letter is posted on the day it is made. */
export const post = (life: Life, { grants }: PlannedStep, channel: Channel, on: Day): void => {
  if (channel !== 'letter' && channel !== 'registered-letter') return;
  const { plan, facts } = life;
  const notice =
    grants?.kind === 'notice' ? { postedOn: on, periodEndsOn: noticePeriodEnd(plan, on, grants.days) } : facts.notice;
  life.facts = { ...facts, letterPostedOn: on, notice };
};

/** All that wording may speak of that day; `debtor` where he is reached in another way than usual. */
export const materialOf = (life: Life, today: Day, debtor: DebtorProfile): CaseMaterial => {
  const { column, plan, facts, history, waivers, lastTalk } = life;
  const payments = paymentsOf(life, today);
  return {
    plan,
    facts,
    parties: { creditor: column.creditor, debtor },
    invoice: invoiceOf(column),
    claim: claimOf(column, plan, facts, payments, [...waivers]),
    rates: RATES,
    payments,
    creditNotes: [],
    history: [...history],
    openInvoices: openInvoices(column, facts, today),
    lastTalk,
    own: {},
  };
};

const invoiceOf = ({ subject, orderReference, serviceReference }: Column): CaseMaterial['invoice'] => ({
  number: NUMBER,
  issuedOn: ISSUED_ON,
  dueOn: DUE_ON,
  amountMinor: BigInt(AMOUNT_MINOR),
  currency: CURRENCY,
  subject,
  details: {
    lines: [],
    deliveredOn: DELIVERED_ON,
    orderReference,
    serviceReference,
    collection: 'transfer',
    metadata: {},
  },
});

/** The case's own invoice, and one that falls due eleven days later. */
const openInvoices = ({ subject }: Column, facts: CaseFacts, today: Day): CaseMaterial['openInvoices'] => {
  const other = money(96_000, CURRENCY);
  const [issuedOn, dueOn] = [addDays(ISSUED_ON, 11), addDays(DUE_ON, 11)];
  const balance = money(facts.balanceMinor, CURRENCY);
  const amount = money(AMOUNT_MINOR, CURRENCY);
  return [
    { number: NUMBER, subject, issuedOn: ISSUED_ON, dueOn: DUE_ON, amount, balance, overdue: today > DUE_ON },
    { number: '2025/1077', subject, issuedOn, dueOn, amount: other, balance: other, overdue: today > dueOn },
  ];
};
