import { Prisma } from './generated/client.ts';
import { balanceOf, settlementOf } from '../domain/settlement.ts';
import type { Outcome } from '../domain/facts.ts';
import { dropReservations } from './course/reservation.ts';
import { readLedger } from './facts.ts';
import { accessoriesOf } from './ledger/accessories.ts';
import { askAboutAccessories, forgetAccessories } from './ledger/accessoriesTask.ts';
import { key, type CaseTx } from './store.ts';
import { endHolds, withdrawSteps, withdrawTasks } from './withdraw.ts';

/**
 * Call after writing ledger rows: closes the case at once when the balance is within tolerance and nothing besides is
 * asked, reopens it when that no longer holds, withdraws what the new amount made stale.
 * `reaction` = the debtor himself moved (a part payment).
 */
export const ledgerChanged = async (tx: CaseTx, reaction?: 'payment'): Promise<void> => {
  const invoice = await tx.db.invoice.findUniqueOrThrow({ where: { creditorId_id: key(tx.ref) } });
  const ledger = await readLedger(tx.db, invoice);
  const outcome = settlementOf(ledger);
  const byMoney = invoice.outcome === 'paid' || invoice.outcome === 'credited';
  if (invoice.closedOn && !byMoney) return undefined;
  if (outcome)
    return principalIn(tx, outcome, { closed: invoice.closedOn !== null, byPayment: reaction !== undefined });
  await forgetAccessories(tx);
  if (invoice.closedOn) return reopen(tx);
  await withdrawStale(tx, balanceOf(ledger));
  if (reaction) await react(tx, reaction);
  return undefined;
};

/** Interest and indemnity left over keep the case open only where they are claimed by a posted notice (case.md, "Money"). */
const principalIn = async (
  tx: CaseTx,
  outcome: 'paid' | 'credited',
  { closed, byPayment }: { readonly closed: boolean; readonly byPayment: boolean },
): Promise<void> => {
  // Money that comes never reopens a case.
  if (closed && byPayment) return;
  const accessories = await accessoriesOf(tx);
  const claimed =
    outcome === 'paid' &&
    tx.plan.accessories === 'claim' &&
    accessories.noticed &&
    accessories.leftMinor > tx.plan.toleranceMinor;
  if (!claimed && closed) return;
  if (!claimed) {
    const { balanceMinor } = await tx.facts();
    await closeCase(tx, outcome, { balanceMinor, accessoriesMinor: accessories.leftMinor });
    return;
  }
  if (closed) await reopen(tx);
  if (await askAboutAccessories(tx, accessories)) await stopCourse(tx, 'the principal is in');
};

/** What is left unasked when a case closes, in whole minor units. */
export type Difference = { readonly balanceMinor: number; readonly accessoriesMinor?: number };

/** Ends the case: drafts, tasks, holds and unposted letters are withdrawn in the same transaction. */
export const closeCase = async (
  tx: CaseTx,
  outcome: Outcome,
  { balanceMinor, accessoriesMinor = 0 }: Difference,
): Promise<void> => {
  await withdrawTasks(tx, QUESTIONS_OF_MONEY);
  await stopCourse(tx, `case closed: ${outcome}`);
  await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { closedOn: tx.today, outcome } });
  await tx.note('closed', { outcome, differenceMinor: balanceMinor, accessoriesMinor });
};

/** They concern the money itself, whatever becomes of the case. */
const QUESTIONS_OF_MONEY: readonly string[] = ['refund', 'allocate-payment'];

/** Nothing asks for a principal that is in: what waits to be sent, decided or resumed is withdrawn. */
const stopCourse = async (tx: CaseTx, why: string): Promise<void> => {
  await withdrawSteps(tx, why, 'planned');
  await withdrawTasks(tx, [...QUESTIONS_OF_MONEY, 'accessories']);
  await dropReservations(tx);
  await tx.db.message.updateMany({
    where: { ...tx.ref, status: 'pending', reminderKey: null, kind: { not: 'receipt' } },
    data: { status: 'withdrawn' },
  });
  await endHolds(tx);
  await tx.db.invoice.update({ where: { creditorId_id: key(tx.ref) }, data: { reaction: Prisma.DbNull } });
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
