import { day, daysBetween } from '../domain/day.ts';
import { isSettled } from '../domain/facts.ts';
import { dayAt } from '../domain/instant.ts';
import { overlay } from '../domain/overlay.ts';
import type { Plan } from '../domain/plan.ts';
import { Refusal } from '../domain/refusal.ts';
import { factOf, timetable } from '../domain/timetable.ts';
import type { Announcement, Warning } from './announcement.ts';
import { sameContent } from './content.ts';
import { readFacts } from './facts.ts';
import type { Invoice, Prisma } from './generated/client.ts';
import { writeInline } from './inline.ts';
import { makePlan } from './plan.ts';
import type { CreditorProfile, DebtorProfile } from './profiles.ts';
import { project } from './projection.ts';
import { settleStep } from './steps.ts';
import { caseTx, type Actor, type CaseTx, type Store } from './store.ts';

/** A term beyond this many days between businesses is over the legal maximum (art. L. 441-10 code de commerce; law of 2 Aug 2002). */
const LEGAL_TERM_DAYS = 60;

export type Announced = { readonly created: boolean; readonly warnings: readonly Warning[] };

/**
 * Writes an invoice with its timetable in one transaction; idempotent by its id.
 * @throws Refusal INVOICE_CONFLICT (other content under the same id), VALIDATION (unknown debtor, strategy or step)
 */
export const announce = async (
  store: Store,
  creditorId: string,
  announcement: Announcement,
  actor: Actor,
): Promise<Announced> => {
  const at = await store.now();
  return store.db.$transaction(async (db) => {
    // Two announcements of one id at once: the second waits here and then finds the first.
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${creditorId}/${announcement.id}`}, 0))`;
    const known = await db.invoice.findUnique({ where: { creditorId_id: { creditorId, id: announcement.id } } });
    if (known) return repeat(known, announcement);
    const creditor = await db.creditor.findUnique({ where: { id: creditorId } });
    if (!creditor) throw new Refusal('NOT_FOUND', `expected a creditor, got the id ${creditorId}, which doesn't exist`);
    const { debtorId, profile, warnings } = await debtorOf(db, creditorId, announcement, at);
    const plan = planFor(store, creditor.profile as unknown as CreditorProfile, debtorId, profile, announcement, at);
    const invoice = await writeInvoice(db, creditorId, debtorId, announcement, plan, at);
    const tx = caseTx(db, invoice, actor, at);
    await writeSteps(tx);
    await tx.note('announced', {
      amountMinor: announcement.amount.minor,
      dueOn: announcement.dueOn,
      strategy: plan.strategyKey,
    });
    await skipFromTheStart(tx, announcement.startAt ?? null);
    await writeInline(tx, announcement);
    await expireLate(tx);
    await project(tx);
    return {
      created: true,
      warnings: [...warnings, ...termWarning(announcement, plan), ...mandatoryWarning(announcement, plan)],
    };
  });
};

const repeat = (known: Invoice, announcement: Announcement): Announced => {
  if (sameContent(known.request, announcement)) return { created: false, warnings: [] };
  throw new Refusal(
    'INVOICE_CONFLICT',
    `expected the content first announced under ${known.id} on ${known.announcedOn}, got another; change an invoice by PATCH`,
  );
};

const debtorOf = async (
  db: Prisma.TransactionClient,
  creditorId: string,
  { debtor, debtorId }: Announcement,
  at: number,
): Promise<{ debtorId: string; profile: DebtorProfile; warnings: Warning[] }> => {
  const id = debtor?.id ?? debtorId ?? '';
  const known = await db.debtor.findUnique({ where: { creditorId_id: { creditorId, id } } });
  if (!debtor) {
    if (!known) throw invalid('/debtorId', `expected a known debtor or an embedded one, got the id ${id}`);
    return { debtorId: id, profile: known.profile as unknown as DebtorProfile, warnings: [] };
  }
  const { id: _, ...profile } = debtor;
  if (known) {
    const differs = !sameContent(known.profile, profile);
    return {
      debtorId: id,
      profile: known.profile as unknown as DebtorProfile,
      warnings: differs
        ? [
            {
              code: 'DEBTOR_DIFFERS',
              detail: `debtor ${id} exists with other data; nothing was overwritten, change it by PUT /v1/debtors/${id}`,
            },
          ]
        : [],
    };
  }
  const { kind, name, country, language } = profile;
  const when = new Date(at);
  await db.debtor.create({
    data: { creditorId, id, kind, name, country, language, profile: profile, createdAt: when, updatedAt: when },
  });
  return { debtorId: id, profile, warnings: [] };
};

const planFor = (
  store: Store,
  creditor: CreditorProfile,
  debtorId: string,
  debtor: DebtorProfile,
  announcement: Announcement,
  at: number,
): Plan => {
  const wanted = announcement.strategy ?? creditor.defaultStrategy ?? 'progressive';
  const strategy = store.strategies.find((candidate) => candidate.key === wanted);
  if (!strategy)
    throw invalid(
      '/strategy',
      `expected one of ${store.strategies.map((known) => known.key).join(', ')}, got ${wanted}`,
    );
  return makePlan({
    creditor,
    debtorId,
    debtor,
    strategy,
    collection: announcement.collection ?? 'transfer',
    year: Number(dayAt(at, creditor.timeZone).slice(0, 4)),
    jitterMinutes: store.jitterMinutes,
  });
};

const writeInvoice = (
  db: Prisma.TransactionClient,
  creditorId: string,
  debtorId: string,
  announcement: Announcement,
  plan: Plan,
  at: number,
): Promise<Invoice> =>
  db.invoice.create({
    data: {
      creditorId,
      id: announcement.id,
      number: announcement.number ?? announcement.id,
      debtorId,
      issuedOn: announcement.issuedOn,
      postedOn: announcement.postedOn ?? announcement.issuedOn,
      dueOn: announcement.dueOn,
      amountMinor: BigInt(announcement.amount.minor),
      currency: announcement.amount.currency,
      subject: announcement.subject ?? null,
      details: {
        lines: announcement.lines ?? [],
        deliveredOn: announcement.deliveredOn ?? null,
        orderReference: announcement.orderReference ?? null,
        serviceReference: announcement.serviceReference ?? null,
        collection: announcement.collection ?? 'transfer',
        metadata: announcement.metadata ?? {},
      },
      request: announcement,
      strategyKey: plan.strategyKey,
      strategyVersion: plan.strategyVersion,
      plan: plan,
      announcedOn: dayAt(at, plan.timeZone),
      announcedAt: new Date(at),
      priorReminders: announcement.priorReminders ?? [],
      status: 'starting',
      updatedAt: new Date(at),
    },
  });

const writeSteps = async (tx: CaseTx): Promise<void> => {
  const rows = tx.plan.steps.map((step, position) => ({
    ...tx.ref,
    key: step.key,
    position,
    plannedOn: tx.invoice.dueOn,
    status: 'planned',
  }));
  await tx.db.step.createMany({ data: rows });
  const facts = await readFacts(tx.db, tx.invoice);
  for (const { key, own } of timetable(tx.plan, facts, tx.now))
    await tx.db.step.update({ where: { creditorId_invoiceId_key: { ...tx.ref, key } }, data: { plannedOn: own } });
};

/** What is known on the first day never to happen is said at once: the debtor's kind, a step switched off, `startAt`. */
const skipFromTheStart = async (tx: CaseTx, startAt: string | null): Promise<void> => {
  const start = startAt === null ? 0 : tx.plan.steps.findIndex((step) => step.key === startAt);
  if (start < 0)
    throw invalid('/startAt', `expected one of ${tx.plan.steps.map((step) => step.key).join(', ')}, got ${startAt}`);
  for (const [position, step] of tx.plan.steps.entries()) {
    const { skip } = overlay(tx.plan, step);
    const reason = position < start && !step.mandatory ? `the course began at ${startAt} by a person's decision` : skip;
    if (reason !== null) await settleStep(tx, step.key, { status: 'skipped', reason });
  }
};

/** Steps whose last day has passed expire; the first that can still happen is where the course stands. */
export const expireLate = async (tx: CaseTx): Promise<void> => {
  const facts = await tx.facts();
  const open = timetable(tx.plan, facts, tx.now).filter(({ key }) => !isSettled(factOf(facts, key)));
  const next = open.findIndex(({ late }) => !late);
  for (const row of open.slice(0, next < 0 ? open.length : next))
    await settleStep(tx, row.key, { status: 'expired', reason: `its last day had passed on ${tx.today}` });
};

const termWarning = (announcement: Announcement, plan: Plan): Warning[] => {
  const days = daysBetween(day(announcement.issuedOn), day(announcement.dueOn));
  if (plan.debtorKind !== 'business' || days <= LEGAL_TERM_DAYS) return [];
  return [
    {
      code: 'TERM_OVER_LEGAL_MAXIMUM',
      detail: `a term of ${days} days is over the legal maximum of ${LEGAL_TERM_DAYS} between businesses`,
    },
  ];
};

/** `startAt` leaves out what the law doesn't ask for. */
const mandatoryWarning = ({ startAt }: Announcement, plan: Plan): Warning[] => {
  const start = plan.steps.findIndex(({ key }) => key === startAt);
  return plan.steps
    .filter(({ mandatory }, position) => mandatory && position < start)
    .map(({ key }) => ({
      code: 'STEP_MANDATORY',
      detail: `${key} comes before ${startAt} all the same: without it nothing may be claimed`,
    }));
};

const invalid = (pointer: string, detail: string): Refusal =>
  new Refusal('VALIDATION', detail, [{ pointer, code: 'invalid', detail }]);
