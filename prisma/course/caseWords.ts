import type { Claim } from '../../domain/claim/claim.ts';
import type { Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import { money } from '../../domain/money.ts';
import { overlay } from '../../domain/overlay.ts';
import { payBy } from '../../domain/payBy.ts';
import { lawOf, type Plan } from '../../domain/plan.ts';
import { noticePeriodEnd, plannedPosting } from '../../domain/posting.ts';
import { paymentReference } from '../../domain/references.ts';
import { isPosted, type Channel, type PlannedStep } from '../../domain/strategy.ts';
import { sendingInstant, timetable } from '../../domain/timetable.ts';
import type { CallWords, WordingContext } from '../../templates/context.ts';
import { enclosuresOf } from '../../templates/enclosures.ts';
import { greetingOf } from '../../templates/greeting.ts';
import { languageOf } from '../../templates/language.ts';
import type { Invoice } from '../generated/client.ts';
import { contactFor, type Parties } from './circumstances.ts';
import { claimWords } from './claimWords.ts';
import { creditorPhone, creditorWords, debtorWords, invoiceWords } from './partyWords.ts';

/** What is said, by which step and on which day. */
export type Speaking = {
  readonly step: PlannedStep;
  readonly channel: Channel;
  readonly today: Day;
  /** The instant of the text, in epoch milliseconds: once the post has left, a letter goes with the next one. Absent = in the morning. */
  readonly at?: number;
  readonly noticeNumber?: string;
  readonly call?: CallWords;
  readonly personalLine?: string | null;
  /** The day of the statement; absent = today. */
  readonly statedOn?: Day;
};

/** An open invoice as the ledger has it; its reference follows from its number. */
export type OpenInvoice = Omit<WordingContext['openInvoices'][number], 'reference'>;

/** All that a case's wording depends on, read from the ledger (`wordingContext`) or made up for a gallery. */
export type CaseMaterial = Pick<WordingContext, 'payments' | 'creditNotes' | 'history' | 'own'> & {
  readonly openInvoices: readonly OpenInvoice[];
  readonly plan: Plan;
  readonly facts: CaseFacts;
  readonly parties: Pick<Parties, 'creditor' | 'debtor'>;
  readonly invoice: Pick<Invoice, 'number' | 'issuedOn' | 'dueOn' | 'amountMinor' | 'currency' | 'subject' | 'details'>;
  readonly claim: Claim;
  readonly rates: readonly RateRow[];
  /** The last talk in which somebody was reached. */
  readonly lastTalk: CallWords | null;
};

/** Steps whose text recalls what was agreed in the last talk. */
const RECALLS: readonly string[] = ['email-reminder', 'follow-up-call'];

/** The facts that wording may speak of, for one step (or the step that an answer belongs to); pure. */
export const caseWords = (material: CaseMaterial, speaking: Speaking): WordingContext => {
  const { plan, facts, invoice, history } = material;
  const { creditor, debtor } = material.parties;
  const { step, channel, today } = speaking;
  const contact = contactFor(debtor, channel);
  const language = languageOf(debtor.language);
  const grantedDays = step.grants?.kind === 'notice' ? step.grants.days : null;
  const postedOn = plannedPosting(plan, today, speaking.at ?? 0);
  const sentOn = isPosted(channel) ? postedOn : today;
  return {
    today,
    language,
    law: lawOf(plan).country,
    creditor: creditorWords(creditor, debtor.country),
    // What a text says follows the law that the case began with, as what it announces does.
    debtor: { ...debtorWords(debtor), kind: plan.debtorKind },
    contact: {
      name: contact?.name ?? null,
      greeting: greetingOf(contact?.name ?? null, language),
      email: contact?.email ?? null,
      phone: contact?.phone ?? null,
    },
    sender: {
      name: creditor.signatory?.name ?? creditor.name,
      role: creditor.signatory?.role ?? null,
      email: creditor.replyTo ?? creditor.email,
      phone: creditorPhone(creditor, debtor.country),
    },
    invoice: invoiceWords(invoice),
    balance: money(facts.balanceMinor, facts.currency),
    ...claimWords(material, speaking),
    payments: material.payments,
    creditNotes: material.creditNotes,
    payment: {
      iban: creditor.iban ?? null,
      bic: creditor.bic ?? null,
      reference: paymentReference(creditor.country, invoice.number),
    },
    bank: { through: today },
    announces: overlay(plan, step).announces,
    accessories: plan.accessories,
    level: step.level,
    stepId: step.id,
    repetition: Number(/:(\d+)$/.exec(step.key)?.[1] ?? 1),
    channel,
    payBy: payBy(plan, step, sentOn),
    noticeOn: expectedNotice(plan, facts, step, sentOn),
    notice:
      grantedDays === null
        ? null
        : {
            number: speaking.noticeNumber ?? '',
            plannedPosting: postedOn,
            deadline: noticePeriodEnd(plan, postedOn, grantedDays),
            grantedDays,
          },
    history,
    terms: debtor.terms
      ? {
          reference: debtor.terms.reference,
          paymentClause: debtor.terms.paymentClause ?? null,
          interestClause: debtor.terms.interestClause ?? null,
          retentionOfTitle: debtor.terms.retentionOfTitle ?? false,
          acceptedOn: debtor.terms.acceptedOn ?? null,
        }
      : null,
    personalLine: speaking.personalLine ?? null,
    openInvoices:
      step.scope === 'debtor'
        ? material.openInvoices.map((open) => ({ ...open, reference: paymentReference(creditor.country, open.number) }))
        : [],
    call: speaking.call ?? (RECALLS.includes(step.id) ? material.lastTalk : null),
    own: material.own,
    enclosures: channel === 'registered-letter' ? enclosuresOf(invoice.number, history, language) : [],
  };
};

/** The day on which the next formal notice is expected if this step is done on that day; only where the step announces it. */
const expectedNotice = (plan: Plan, facts: CaseFacts, step: PlannedStep, sentOn: Day): string | null => {
  if (!overlay(plan, step).announces.includes('notice-next')) return null;
  const done = facts.steps.map((fact): CaseFacts['steps'][number] =>
    fact.key === step.key ? { ...fact, status: 'done', on: sentOn, contact: true } : fact,
  );
  const rows = timetable(plan, { ...facts, steps: done }, sendingInstant(plan, sentOn));
  const notice = plan.steps.findIndex((candidate) => candidate.action === 'registered-letter');
  return rows[notice]?.on ?? null;
};
