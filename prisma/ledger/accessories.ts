import type { Claim, ClaimStatement } from '../../domain/claim/claim.ts';
import { statementOf } from '../../domain/claim/statement.ts';
import { later, type Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import { readClaim } from '../claim.ts';
import { readFacts } from '../facts.ts';
import type { Invoice, Prisma } from '../generated/client.ts';
import { readCreditor } from '../profiles.ts';
import { rateTable } from '../rates.ts';
import { planOf, type CaseTx } from '../store.ts';

/** What is owed besides the principal, in whole minor units. */
export type Accessories = {
  readonly statement: ClaimStatement;
  /** Not yet covered by what was paid beyond the principal, nor given up by a person. */
  readonly leftMinor: number;
  /** A formal notice (or neutral letter) that asks for them was posted. */
  readonly noticed: boolean;
};

/** Interest and indemnity of the locked case as they stand today. */
export const accessoriesOf = async (tx: CaseTx): Promise<Accessories> => {
  const invoice = await tx.db.invoice.findUniqueOrThrow({
    where: { creditorId_id: { creditorId: tx.ref.creditorId, id: tx.ref.invoiceId } },
  });
  const facts = await tx.facts();
  const statement = await stated(tx.db, invoice, facts, () => tx.today);
  const { total, notClaimed, principal } = statement;
  const open = total.minor + notClaimed.minor - principal.minor;
  return {
    statement,
    leftMinor: Math.max(0, open - (await givenUp(tx.db, invoice))),
    noticed: facts.notice !== null,
  };
};

/**
 * Paid beyond all that was asked, in whole minor units. Once a notice asked for interest and indemnity, money beyond the
 * principal pays these first.
 */
export const paidTooMuch = async (
  db: Prisma.TransactionClient,
  invoice: Invoice,
  balanceMinor: number,
): Promise<number> => {
  if (balanceMinor >= 0) return 0;
  const facts = await readFacts(db, invoice);
  if (facts.notice === null) return -balanceMinor;
  // The principal is in: nothing accrues after the last movement, whatever today is.
  const { interest, indemnity } = await stated(db, invoice, facts, lastMovement);
  const asked = interest.minor + indemnity.minor - (await givenUp(db, invoice));
  return Math.max(0, -balanceMinor - Math.max(0, asked));
};

const stated = async (
  db: Prisma.TransactionClient,
  invoice: Invoice,
  facts: CaseFacts,
  on: (claim: Claim) => Day,
): Promise<ClaimStatement> => {
  const creditor = readCreditor(await db.creditor.findUniqueOrThrow({ where: { id: invoice.creditorId } }));
  const claim = await readClaim(db, { invoice, plan: planOf(invoice), facts, creditor });
  return statementOf(claim, on(claim), await rateTable(db));
};

const lastMovement = ({ dueOn, payments, creditNotes }: Claim): Day =>
  [...payments, ...creditNotes].map(({ on }) => on).reduce(later, dueOn);

/** What a person said is not asked any more; void once the principal was open again. */
const givenUp = async (db: Prisma.TransactionClient, { creditorId, id }: Invoice): Promise<number> => {
  const decided = await db.task.findMany({
    where: { creditorId, invoiceId: id, kind: 'accessories', status: 'done' },
    select: { result: true },
  });
  return decided
    .map(({ result }) => result as { decision?: string; accessoriesMinor?: number; lapsed?: boolean } | null)
    .filter((result) => result?.decision === 'waive' && result.lapsed !== true)
    .reduce((sum, result) => sum + (result?.accessoriesMinor ?? 0), 0);
};
