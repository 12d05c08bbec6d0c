import { flagged } from '../course/unofficial.ts';
import { DECIDE_WITHIN, within } from '../course/within.ts';
import type { Prisma } from '../generated/client.ts';
import type { CaseTx } from '../store.ts';
import { closeTask, openTask } from '../tasks.ts';
import type { Accessories } from './accessories.ts';

/** Asks a person what becomes of interest and indemnity once the principal is in; false = it was asked before. */
export const askAboutAccessories = async (tx: CaseTx, accessories: Accessories): Promise<boolean> => {
  const task = { title: titleOf(accessories), details: detailsOf(accessories) };
  const open = await openAccessoriesTask(tx);
  if (open) {
    await tx.db.task.update({ where: { id: open.id }, data: task });
    return false;
  }
  if (await handedOver(tx)) return false;
  await openTask(tx, {
    kind: 'accessories',
    ...task,
    deadline: within(tx, tx.today, DECIDE_WITHIN, 'escalate'),
  });
  return true;
};

/** The question has lost its object: the principal is open again. What a person gave up then is owed again, too. */
export const forgetAccessories = async (tx: CaseTx): Promise<void> => {
  const open = await openAccessoriesTask(tx);
  if (open) await closeTask(tx, open.id, 'withdrawn', { reason: 'the principal is open again' });
  const decided = await tx.db.task.findMany({
    where: { ...tx.ref, kind: 'accessories', status: 'done' },
    select: { id: true, result: true },
  });
  for (const { id, result } of decided)
    await tx.db.task.update({
      where: { id },
      data: { result: { ...(result as Prisma.InputJsonObject), lapsed: true } },
    });
};

const openAccessoriesTask = (tx: CaseTx): Promise<{ readonly id: string } | null> =>
  tx.db.task.findFirst({ where: { ...tx.ref, kind: 'accessories', status: 'open' }, select: { id: true } });

/** A person has passed them on: only money or he himself closes the case. */
const handedOver = async (tx: CaseTx): Promise<boolean> => {
  const [last] = await tx.db.task.findMany({
    where: { ...tx.ref, kind: 'accessories', status: 'done' },
    orderBy: { closedAt: 'desc' },
    take: 1,
  });
  const result = last?.result as { decision?: string; lapsed?: boolean } | null | undefined;
  return result?.decision === 'hand-over' && result.lapsed !== true;
};

const titleOf = ({ leftMinor, statement }: Accessories): string =>
  `the principal is in, ${amountText(leftMinor)} ${statement.amount.currency} of interest and indemnity are left: waive, hand over or write off?`;

const amountText = (minor: number): string => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

/** The amount and how it was counted. */
const detailsOf = ({ leftMinor, statement }: Accessories): Prisma.InputJsonObject => {
  const { on, regime, interest, indemnity, accrued, missingFrom, unofficialRates } = statement;
  return {
    amountMinor: leftMinor,
    currency: statement.amount.currency,
    on,
    regime,
    interestMinor: interest.minor,
    indemnityMinor: indemnity.minor,
    paidMinor: interest.minor + indemnity.minor - leftMinor,
    from: accrued?.from ?? null,
    through: accrued?.through ?? null,
    missingFrom,
    ...flagged(unofficialRates),
    segments: (accrued?.segments ?? []).map(({ from, to, days, ratePct, outstanding }) => ({
      from,
      to,
      days,
      ratePct,
      outstandingMinor: outstanding.minor,
    })),
  };
};
