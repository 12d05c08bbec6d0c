import { BE_FIRST_REMINDER } from '../../domain/claim/firstReminder.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { overlay } from '../../domain/overlay.ts';
import { payBy } from '../../domain/payBy.ts';
import type { Plan } from '../../domain/plan.ts';
import { paymentReference } from '../../domain/references.ts';
import type { Channel, PlannedStep } from '../../domain/strategy.ts';
import type { WordingContext } from '../context.ts';
import { enclosuresOf } from '../enclosures.ts';
import { greetingOf } from '../greeting.ts';
import type { Language } from '../language.ts';
import type { SampleDebtor } from './debtors.ts';
import { eur, sampleStatement, sampleWait, type SampleClaim } from './figures.ts';
import { creditorInWords, sampleCreditor, sampleDebtor } from './parties.ts';
import { SAMPLE_TEXTS } from './spoken.ts';

/** How a made-up case differs from one of which everything is known and nothing is paid. */
export type Variation = {
  readonly name: string;
  readonly known: 'all' | 'little';
  readonly partPaid: boolean;
  readonly ratesThrough: string | null;
  readonly ratesFrom: SampleClaim['ratesFrom'];
  /** Days of the invoice. */
  readonly issuedOn: string;
  readonly dueOn: string;
};

export type SampleSpeaking = {
  readonly debtor: SampleDebtor;
  readonly language: Language;
  readonly plan: Plan;
  readonly step: PlannedStep;
  readonly channel: Channel;
  readonly variation: Variation;
};

const AMOUNT = eur(120_050);
const FIRST_REMINDER_ON = '2031-02-18';

/** A made-up case as wording sees it, with the figures, law and announcements that a real one would have. */
export const sampleContext = (speaking: SampleSpeaking): WordingContext => {
  const { debtor, language, plan, step, channel, variation } = speaking;
  const { known, partPaid, issuedOn, dueOn } = variation;
  const texts = SAMPLE_TEXTS[language];
  const today = dayOf(step);
  const creditor = creditorInWords(sampleCreditor(debtor.creditorCountry, language));
  const paid: Pick<SampleClaim, 'payments' | 'creditNotes'> =
    partPaid && step.level > 0
      ? {
          payments: [{ on: '2031-02-27', amount: eur(40_000) }],
          creditNotes: [{ on: '2031-02-28', amount: eur(10_000) }],
        }
      : { payments: [], creditNotes: [] };
  const balance = paid.payments.length > 0 ? eur(70_050) : AMOUNT;
  const isFirst = step.id === BE_FIRST_REMINDER;
  const claim: SampleClaim = {
    ...paid,
    law: debtor.law,
    policy: plan.accessories,
    amount: AMOUNT,
    dueOn,
    remindedOn: debtor.law.country === 'BE' && debtor.kind === 'consumer' && !isFirst ? FIRST_REMINDER_ON : null,
    ratesThrough: variation.ratesThrough,
    ratesFrom: variation.ratesFrom,
  };
  const announces = overlay(plan, step).announces;
  const history = known === 'little' || step.level === 0 || isFirst ? [] : texts.history;
  const name = known === 'little' ? null : 'Mme Martin';
  const registered = channel === 'registered-letter';
  return {
    today,
    language,
    law: debtor.law.country,
    creditor,
    debtor: sampleDebtor(debtor, language),
    contact: {
      name,
      greeting: greetingOf(name, language),
      email: known === 'little' ? null : 'compta@brasserie.example',
      phone: known === 'little' ? null : '03 85 00 00 34',
    },
    sender:
      known === 'little'
        ? { name: creditor.name, role: null, email: creditor.email, phone: null }
        : { name: 'Julien Faure', role: 'Administration', email: creditor.email, phone: creditor.phone },
    invoice: {
      number: 'F-2031-0117',
      issuedOn,
      dueOn,
      deliveredOn: known === 'little' ? null : addDays(issuedOn as Day, -2),
      amount: AMOUNT,
      subject: texts.subject,
      lines: [texts.subject],
      orderReference: known === 'little' ? null : 'BC-4471',
      serviceReference: known === 'little' || debtor.kind !== 'public' ? null : 'SERV-12',
    },
    balance,
    statement: sampleStatement(claim, today),
    legalWait: isFirst ? sampleWait(claim, balance, today, channel !== 'email') : null,
    ...paid,
    payment: {
      iban: known === 'little' ? null : creditor.iban,
      bic: known === 'little' ? null : creditor.bic,
      reference: known === 'little' ? 'RF18F20310117' : 'F-2031-0117',
    },
    bank: { through: addDays(today as Day, -1) },
    announces,
    accessories: plan.accessories,
    level: step.level,
    stepId: step.id,
    repetition: Number(/:(\d+)$/.exec(step.key)?.[1] ?? 1),
    channel,
    payBy: payBy(plan, step, today as Day),
    noticeOn: announces.includes('notice-next') ? '2031-03-25' : null,
    notice:
      step.grants?.kind === 'notice'
        ? {
            number: '2031-0007',
            plannedPosting: '2031-04-04',
            deadline: addDays('2031-04-09' as Day, step.grants.days),
            grantedDays: step.grants.days,
          }
        : null,
    history,
    terms: known === 'little' ? null : texts.terms,
    personalLine: null,
    openInvoices: openInvoices(language, variation, balance, today).map((open) => ({
      ...open,
      reference: paymentReference(creditor.country, open.number),
    })),
    call: null,
    enclosures: registered ? enclosuresOf('F-2031-0117', history, language) : [],
    own: {},
  };
};

/** A day that fits the step: before the due date, after it, past a Belgian consumer's wait, after the last reminder. */
const dayOf = ({ id, level }: PlannedStep): string => {
  if (id === BE_FIRST_REMINDER) return FIRST_REMINDER_ON;
  return ['2031-02-10', '2031-03-04', '2031-03-10', '2031-04-02', '2031-04-28'][level] ?? '2031-03-04';
};

const openInvoices = (
  language: Language,
  { issuedOn, dueOn }: Variation,
  balance: WordingContext['balance'],
  today: string,
): Omit<WordingContext['openInvoices'][number], 'reference'>[] => [
  {
    number: 'F-2031-0117',
    subject: SAMPLE_TEXTS[language].subject,
    issuedOn,
    dueOn,
    amount: AMOUNT,
    balance,
    overdue: today > dueOn,
  },
  {
    number: 'F-2031-0142',
    subject: SAMPLE_TEXTS[language].later,
    issuedOn: '2031-02-10',
    dueOn: '2031-05-12',
    amount: eur(84_000),
    balance: eur(84_000),
    overdue: false,
  },
];
