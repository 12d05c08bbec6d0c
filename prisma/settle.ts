import { Prisma } from './generated/client.ts';
import { balanceOf, settlementOf } from '../domain/settlement.ts';
import type { Outcome } from '../domain/facts.ts';
import { dropReservations } from './course/reservation.ts';
import { readLedger } from './facts.ts';
import { key, type CaseTx } from './store.ts';
import { endHolds, withdrawSteps, withdrawTasks } from './withdraw.ts';

/**
 * Call after writing ledger rows: closes the case at once when the balance is within tolerance, reopens it when it no
 * longer is, withdraws what the new amount made stale. `reaction` = the debtor himself moved (a part payment).
 */
export const ledgerChanged = async (tx: CaseTx, reaction?: 'payment'): Promise<void> => {
  const invoice = await tx.db.invoice.findUniqueOrThrow({ where: { creditorId_id: key(tx.ref) } });
  const ledger = await readLedger(tx.db, invoice);
  const outcome = settlementOf(ledger);
  const byMoney = invoice.outcome === 'paid' || invoice.outcome === 'credited';
  if (outcome && !invoice.closedOn) return closeCase(tx, outcome, { balanceMinor: balanceOf(ledger) });
  if (!outcome && invoice.closedOn && byMoney) return reopen(tx);
  if (outcome || invoice.closedOn) return undefined;
  await withdrawStale(tx, balanceOf(ledger));
  if (reaction) await react(tx, reaction);
  return undefined;
};

/** Ends the case: drafts, tasks, holds and unposted letters are withdrawn in the same transaction. */
export const closeCase = async (tx: CaseTx, outcome: Outcome, data: { balanceMinor: number }): Promise<void> => {
  await withdrawSteps(tx, `case closed: ${outcome}`, 'planned');
  await withdrawTasks(tx);
  await dropReservations(tx);
  await tx.db.message.updateMany({
    where: { ...tx.ref, status: 'pending', reminderKey: null, kind: { not: 'receipt' } },
    data: { status: 'withdrawn' },
  });
  await endHolds(tx);
  await tx.db.invoice.update({
    where: { creditorId_id: key(tx.ref) },
    data: { closedOn: tx.today, outcome, reaction: Prisma.DbNull },
  });
  await tx.note('closed', { outcome, differenceMinor: data.balanceMinor });
};

const reopen = async (tx: CaseTx): Promise<void> => {
  await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { closedOn: null, outcome: null } });
  await tx.note('reopened', {});
};

/** A text bound to another amount can't be approved or posted any more. */
const withdrawStale = async (tx: CaseTx, balanceMinor: number): Promise<void> => {
  const drafts = await tx.db.draft.findMany({
    where: { ...tx.ref, status: { in: ['open', 'approved'] }, balanceMinor: { not: BigInt(balanceMinor) } },
    select: { stepKey: true },
  });
  const letters = await tx.db.document.findMany({
    where: { ...tx.ref, stepKey: { not: null }, postedOn: null, voidedOn: null },
    select: { stepKey: true },
  });
  const texts = [...drafts, ...letters];
  const open = await tx.db.step.findMany({
    where: { ...tx.ref, status: { in: ['awaiting-approval', 'task-open', 'due'] } },
    select: { key: true },
  });
  const stale = open
    .filter(({ key: stepKey }) => texts.some((text) => text.stepKey === stepKey))
    .map((step) => step.key);
  if (stale.length > 0)
    await withdrawSteps(tx, `the amount owed changed to ${balanceMinor} (minor units)`, 'due', stale);
};

/** The debtor's last sign of life; conditions on silence look at it until a person has answered. */
export const react = async (tx: CaseTx, kind: string): Promise<void> => {
  await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { reaction: { on: tx.today, kind } } });
};
