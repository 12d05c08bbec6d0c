import { createHash, randomUUID } from 'node:crypto';
import type { CaseRef } from '../domain/caseRef.ts';
import type { Day } from '../domain/day.ts';
import type { CaseFacts } from '../domain/facts.ts';
import { dayAt } from '../domain/instant.ts';
import type { Plan } from '../domain/plan.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Strategy } from '../domain/strategy.ts';
import type { Actor } from './actor.ts';
import { readFacts } from './facts.ts';
import type { Invoice, Prisma, PrismaClient } from './generated/client.ts';
import { project } from './projection.ts';

export { SYSTEM, WORKFLOW, type Actor } from './actor.ts';

export type Store = {
  readonly db: PrismaClient;
  /** Business time in epoch milliseconds. */
  readonly now: () => Promise<number>;
  readonly strategies: readonly Strategy[];
  /** At most so many minutes after the sending hour, from a hash of the debtor; 0 in tests. */
  readonly jitterMinutes: number;
  /** Runs `work` under the invoice's row lock; facts, projection and timeline are written in the same transaction. */
  readonly change: <T>(ref: CaseRef, actor: Actor, work: (tx: CaseTx) => Promise<T>) => Promise<T>;
  /** The facts as they are now, without a lock. */
  readonly read: (
    ref: CaseRef,
  ) => Promise<{ readonly plan: Plan; readonly facts: CaseFacts; readonly invoice: Invoice }>;
};

/** One case while its row is locked. */
export type CaseTx = {
  readonly db: Prisma.TransactionClient;
  readonly ref: CaseRef;
  readonly plan: Plan;
  readonly invoice: Invoice;
  readonly now: number;
  readonly today: Day;
  readonly actor: Actor;
  readonly facts: () => Promise<CaseFacts>;
  /** Writes a line of the timeline. */
  readonly note: (type: string, data: Prisma.InputJsonObject, stepKey?: string | null) => Promise<void>;
};

export type StoreOptions = {
  readonly db: PrismaClient;
  readonly now: () => Promise<number>;
  readonly strategies: readonly Strategy[];
  readonly jitterMinutes: number;
};

export const createStore = ({ db, now, strategies, jitterMinutes }: StoreOptions): Store => ({
  db,
  now,
  strategies,
  jitterMinutes,
  change: async (ref, actor, work) => {
    // Asked before the transaction: no network call inside one.
    const at = await now();
    return db.$transaction(async (client) => {
      const tx = await lock(client, ref, actor, at);
      const result = await work(tx);
      await project(tx);
      return result;
    });
  },
  read: async (ref) => {
    const invoice = await db.invoice.findUnique({ where: { creditorId_id: key(ref) } });
    if (!invoice) throw unknownInvoice(ref);
    return { plan: planOf(invoice), facts: await readFacts(db, invoice), invoice };
  },
});

const lock = async (client: Prisma.TransactionClient, ref: CaseRef, actor: Actor, now: number): Promise<CaseTx> => {
  await client.$queryRaw`SELECT 1 FROM "Invoice" WHERE "creditorId" = ${ref.creditorId} AND "id" = ${ref.invoiceId} FOR UPDATE`;
  const invoice = await client.invoice.findUnique({ where: { creditorId_id: key(ref) } });
  if (!invoice) throw unknownInvoice(ref);
  return caseTx(client, invoice, actor, now);
};

/** A locked case from its row; announce() uses it for the row that it has just written. */
export const caseTx = (client: Prisma.TransactionClient, invoice: Invoice, actor: Actor, now: number): CaseTx => {
  const plan = planOf(invoice);
  const ref = { creditorId: invoice.creditorId, invoiceId: invoice.id };
  const today = dayAt(now, plan.timeZone);
  return {
    db: client,
    ref,
    plan,
    invoice,
    now,
    today,
    actor,
    facts: () => readFacts(client, invoice),
    note: async (type, data, stepKey = null) => {
      await client.timelineEntry.create({
        data: { ...ref, on: today, at: new Date(now), type, actor: actor.name, stepKey, data },
      });
    },
  };
};

/** The composite key of the invoice's row. */
export const key = (ref: CaseRef): { creditorId: string; id: string } => ({
  creditorId: ref.creditorId,
  id: ref.invoiceId,
});

export const planOf = (invoice: Invoice): Plan => invoice.plan as unknown as Plan;

export const newId = (prefix: string): string => `${prefix}_${randomUUID().replaceAll('-', '')}`;

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const unknownInvoice = (ref: CaseRef): Refusal =>
  new Refusal(
    'NOT_FOUND',
    `expected an invoice of creditor ${ref.creditorId}, got the id ${ref.invoiceId}, which isn't announced`,
  );
