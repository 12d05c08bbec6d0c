import type { Claim } from '../../domain/claim/claim.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { freshFacts, type CaseFacts } from '../../domain/facts.ts';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import { money } from '../../domain/money.ts';
import { lawOf, type DebtorKind, type Plan } from '../../domain/plan.ts';
import type { Strategy } from '../../domain/strategy.ts';
import type { CallWords } from '../../templates/context.ts';
import { languageOf } from '../../templates/language.ts';
import { sampleDebtor } from '../../templates/samples/parties.ts';
import { sampleCall, SAMPLE_TEXTS } from '../../templates/samples/spoken.ts';
import type { CaseMaterial } from '../course/caseWords.ts';
import { makePlan } from '../plan.ts';
import type { CreditorProfile, DebtorProfile } from '../profiles.ts';

export const DEBTOR_KINDS: readonly DebtorKind[] = ['business', 'public', 'non-professional', 'consumer'];

export type SampleOptions = {
  readonly creditor: CreditorProfile;
  readonly kind: DebtorKind;
  /** The debtor's. */
  readonly country: string;
  readonly language: string;
  readonly strategy: Strategy;
  readonly today: Day;
  readonly rates: readonly RateRow[];
};

const AMOUNT_MINOR = 120_050;
const CURRENCY = 'EUR';

/** A made-up late invoice of this creditor, for seeing a text without a case. */
export const sampleCase = (options: SampleOptions): CaseMaterial => {
  const { creditor, kind, language, strategy, today, rates } = options;
  const { subject } = SAMPLE_TEXTS[languageOf(language)];
  const debtor = debtorOf(options);
  const dueOn = addDays(today, -20);
  const plan = makePlan({
    creditor,
    debtorId: 'sample',
    debtor,
    strategy,
    collection: 'transfer',
    year: Number(dueOn.slice(0, 4)),
    jitterMinutes: 0,
  });
  return {
    plan,
    facts: sampleFacts(plan, dueOn),
    parties: { creditor, debtor },
    invoice: {
      number: 'EX-2024-117',
      issuedOn: addDays(dueOn, -30),
      dueOn,
      amountMinor: BigInt(AMOUNT_MINOR),
      currency: CURRENCY,
      subject,
      details: {
        lines: [{ description: subject }],
        deliveredOn: addDays(dueOn, -32),
        orderReference: 'BC-4471',
        serviceReference: kind === 'public' ? 'SERVICE-12' : null,
        collection: 'transfer',
        metadata: {},
      },
    },
    claim: sampleClaim(plan, dueOn),
    rates,
    payments: [],
    creditNotes: [],
    history: [{ on: addDays(dueOn, 5), channel: 'email', summary: 'Facture EX-2024-117', exhibit: 2 }],
    openInvoices: [
      {
        number: 'EX-2024-117',
        subject,
        issuedOn: addDays(dueOn, -30),
        dueOn,
        amount: money(AMOUNT_MINOR, CURRENCY),
        balance: money(AMOUNT_MINOR, CURRENCY),
        overdue: true,
      },
    ],
    lastTalk: sampleTalk(today),
    own: {},
  };
};

/** The talk that a summary confirms. */
export const sampleTalk = (today: Day): CallWords =>
  sampleCall({
    on: addDays(today, -1),
    promise: { amount: money(AMOUNT_MINOR, CURRENCY), on: addDays(today, 7), means: 'transfer', tracking: null },
  });

const debtorOf = ({ kind, country, language }: SampleOptions): DebtorProfile => ({
  ...sampleDebtor({ kind, country }, language),
  language,
  contacts: [{ name: 'Mme Martin', role: 'accounting', email: 'compta@debiteur.example', phone: '+33 3 85 00 00 34' }],
  terms: { reference: 'Conditions générales de vente, article 6' },
});

const sampleFacts = (plan: Plan, dueOn: Day): CaseFacts =>
  freshFacts(plan, {
    balanceMinor: AMOUNT_MINOR,
    amountMinor: AMOUNT_MINOR,
    currency: CURRENCY,
    announcedOn: addDays(dueOn, -30),
    postedOn: addDays(dueOn, -30),
    dueOn,
  });

const sampleClaim = (plan: Plan, dueOn: Day): Claim => ({
  law: lawOf(plan),
  policy: plan.accessories,
  amount: money(AMOUNT_MINOR, CURRENCY),
  dueOn,
  payments: [],
  creditNotes: [],
  imputation: 'principal-first',
  presentedOn: null,
  firstReminder: null,
  waivers: [],
  toleranceMinor: plan.toleranceMinor,
});
