import { claimableFrom, legalWait } from '../domain/claim/firstReminder.ts';
import { isSettled, strongestHold, type CaseFacts } from '../domain/facts.ts';
import { explain, type Explanation } from '../domain/explanation.ts';
import { nextStep } from '../domain/course.ts';
import type { CaseRef } from '../domain/caseRef.ts';
import { overlay } from '../domain/overlay.ts';
import { dayAt } from '../domain/instant.ts';
import type { Plan } from '../domain/plan.ts';
import { paymentReference } from '../domain/references.ts';
import { factOf, timetable, type Dated } from '../domain/timetable.ts';
import type { Creditor, Invoice, Step } from './generated/client.ts';
import { readCreditor, readDetails } from './profiles.ts';
import type { Store } from './store.ts';

export type StepRow = {
  readonly key: string;
  readonly id: string;
  readonly action: string;
  readonly level: number;
  readonly approval: string;
  readonly plannedOn: string;
  readonly on: string | null;
  readonly at: string | null;
  readonly provisional: boolean;
  readonly status: string;
  readonly reason: string | null;
  readonly channel: string | null;
  readonly messageId: string | null;
  readonly documentId: string | null;
};

export type CaseView = Awaited<ReturnType<typeof caseView>>;

/** The whole answer of GET /v1/invoices/{id} except links and warnings. */
export const caseView = async (store: Store, ref: CaseRef) => {
  const now = await store.now();
  const { plan, facts, invoice } = await store.read(ref);
  const creditor = await store.db.creditor.findUniqueOrThrow({ where: { id: ref.creditorId } });
  const debtor = await store.db.debtor.findUniqueOrThrow({
    where: { creditorId_id: { creditorId: ref.creditorId, id: invoice.debtorId } },
  });
  const steps = await store.db.step.findMany({ where: ref, orderBy: { position: 'asc' } });
  const holds = await store.db.hold.findMany({ where: { ...ref, endedOn: null }, orderBy: { openedAt: 'asc' } });
  const sentence = explain(plan, facts, now);
  return {
    ...invoiceShape(invoice),
    debtor: { id: debtor.id, ...(debtor.profile as object) },
    balance: { minor: facts.balanceMinor, currency: facts.currency },
    payment: paymentShape(creditor, invoice),
    case: {
      status: invoice.status,
      outcome: facts.closed?.outcome ?? null,
      closedOn: facts.closed?.on ?? null,
      hold: strongestHold(facts)?.kind ?? null,
      holds: holds.map((hold) => ({
        id: hold.id,
        kind: hold.kind,
        until: hold.until,
        thenDo: hold.thenDo,
        openedOn: hold.openedOn,
        by: hold.by,
        note: hold.note,
      })),
      why: sentence.why,
      next: sentence.next,
      change: sentence.change,
      nextStep: nextStep(plan, facts)?.key ?? null,
      strategy: plan.strategyKey,
      strategyVersion: plan.strategyVersion,
      claimableFrom: claimableFrom(facts),
      timetable: stepRows(plan, facts, steps, now),
    },
  };
};

const invoiceShape = (invoice: Invoice) => {
  const details = readDetails(invoice);
  return {
    id: invoice.id,
    number: invoice.number,
    debtorId: invoice.debtorId,
    issuedOn: invoice.issuedOn,
    postedOn: invoice.postedOn,
    dueOn: invoice.dueOn,
    amount: { minor: Number(invoice.amountMinor), currency: invoice.currency },
    subject: invoice.subject,
    lines: details.lines,
    deliveredOn: details.deliveredOn,
    orderReference: details.orderReference,
    serviceReference: details.serviceReference ?? null,
    collection: details.collection,
    strategy: invoice.strategyKey,
    metadata: details.metadata,
    announcedOn: invoice.announcedOn,
  };
};

const paymentShape = (creditor: Creditor, invoice: Invoice) => {
  const { iban, bic } = readCreditor(creditor);
  return { iban: iban ?? null, bic: bic ?? null, reference: paymentReference(creditor.country, invoice.number) };
};

/** Every step of the strategy, with its expected or real day. */
export const stepRows = (plan: Plan, facts: CaseFacts, rows: readonly Step[], now: number): StepRow[] => {
  const dated = timetable(plan, facts, now);
  const today = dayAt(now, plan.timeZone);
  const next = nextStep(plan, facts)?.key;
  return plan.steps.flatMap((step, index): StepRow[] => {
    const row = rows.find((candidate) => candidate.key === step.key);
    const when = dated[index];
    if (!row || !when) return [];
    return [
      {
        key: step.key,
        id: step.id,
        action: step.action,
        level: step.level,
        approval: overlay(plan, step).approval.by,
        plannedOn: row.plannedOn,
        ...expectation(facts, row, when, step.key === next && legalWait(facts, step.key, today) !== null),
        channel: row.channel,
        messageId: row.messageId,
        documentId: row.documentId,
      },
    ];
  });
};

const expectation = (
  facts: CaseFacts,
  row: Step,
  when: Dated,
  waits: boolean,
): Pick<StepRow, 'on' | 'at' | 'provisional' | 'status' | 'reason'> => {
  if (isSettled(factOf(facts, row.key)))
    return {
      on: when.on,
      at: row.at?.toISOString() ?? null,
      provisional: false,
      status: row.status,
      reason: row.reason,
    };
  if (facts.closed)
    return {
      on: null,
      at: null,
      provisional: false,
      status: 'skipped',
      reason: `the case closed: ${facts.closed.outcome}`,
    };
  return {
    on: when.on,
    at: when.at === null ? null : new Date(when.at).toISOString(),
    provisional: when.provisional,
    status: when.late ? 'expired' : waits && row.status === 'planned' ? 'waiting-legal' : row.status,
    reason: row.reason,
  };
};

/** Why, next, and what would change it. */
export const explanationOf = async (store: Store, ref: CaseRef): Promise<Explanation> => {
  const now = await store.now();
  const { plan, facts } = await store.read(ref);
  return explain(plan, facts, now);
};

/** All that happened to a case, oldest first. */
export const timelineOf = async (store: Store, ref: CaseRef) => {
  await store.read(ref);
  const entries = await store.db.timelineEntry.findMany({ where: ref, orderBy: { id: 'asc' } });
  return entries.map((entry) => ({
    on: entry.on,
    at: entry.at.toISOString(),
    type: entry.type,
    actor: entry.actor,
    stepKey: entry.stepKey,
    data: entry.data,
  }));
};

export type InvoiceFilter = {
  readonly status?: string | undefined;
  readonly debtorId?: string | undefined;
  readonly number?: string | undefined;
  readonly updatedSince?: string | undefined;
};

/** One page of invoices by id, with what the projection knows of each case; `cursor` is the last id of the page before. */
export const listInvoices = async (
  store: Store,
  creditorId: string,
  filter: InvoiceFilter,
  page: { readonly limit: number; readonly cursor?: string | undefined },
) => {
  const rows = await store.db.invoice.findMany({
    where: {
      creditorId,
      ...(filter.status ? { status: filter.status } : {}),
      ...(filter.debtorId ? { debtorId: filter.debtorId } : {}),
      ...(filter.number ? { number: filter.number } : {}),
      ...(filter.updatedSince ? { updatedAt: { gte: new Date(filter.updatedSince) } } : {}),
      ...(page.cursor ? { id: { gt: page.cursor } } : {}),
    },
    orderBy: { id: 'asc' },
    take: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  return {
    data: shown.map((invoice) => ({
      ...invoiceShape(invoice),
      case: {
        status: invoice.status,
        outcome: invoice.outcome,
        nextStep: invoice.nextStepKey,
        nextAt: invoice.nextStepAt?.toISOString() ?? null,
      },
    })),
    nextCursor: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
};
