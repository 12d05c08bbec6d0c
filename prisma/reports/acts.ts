import type { Act } from '../../templates/letters/reports.ts';
import type { Invoice, Prisma } from '../generated/client.ts';
import { act } from './act.ts';
import { moneyActs } from './moneyActs.ts';
import { reminderActs } from './reminderActs.ts';
import { talkActs } from './talkActs.ts';

/** All that happened to recover one invoice, by its real days; read from what is stored, nothing is made up. */
export const actsOf = async (db: Prisma.TransactionClient, invoice: Invoice): Promise<readonly Act[]> => {
  const acts = [
    ...(await reminderActs(db, invoice)),
    ...(await talkActs(db, invoice)),
    ...(await holdActs(db, invoice)),
    ...(await moneyActs(db, invoice)),
    ...endActs(invoice),
  ];
  // On one day the order of the list: what we did before what came of it.
  return acts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const holdActs = async (db: Prisma.TransactionClient, { creditorId, id }: Invoice): Promise<Act[]> => {
  const holds = await db.hold.findMany({ where: { creditorId, invoiceId: id }, orderBy: { openedAt: 'asc' } });
  return holds.flatMap(({ kind, openedOn, until, note, by, endedOn, endedBy }) => [
    act({ on: openedOn, kind: 'hold', result: kind, about: note, until, by }),
    ...(endedOn === null ? [] : [act({ on: endedOn, kind: 'hold-ended', result: kind, by: endedBy })]),
  ]);
};

const endActs = (invoice: Invoice): Act[] => {
  const { handedOverOn, closedOn, outcome } = invoice;
  return [
    ...(handedOverOn === null ? [] : [act({ on: handedOverOn, kind: 'handed-over' })]),
    ...(closedOn === null ? [] : [act({ on: closedOn, kind: 'closed', result: outcome })]),
  ];
};
