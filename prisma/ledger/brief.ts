import type { CaseBrief } from '../../api/schemas/caseBrief.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { balanceOf } from '../../domain/settlement.ts';
import { readLedger } from '../facts.ts';
import type { Prisma } from '../generated/client.ts';
import { key } from '../store.ts';

export type Brief = {
  readonly balance: { readonly minor: number; readonly currency: string };
  readonly brief: CaseBrief;
};

/** Balance and status of a case, for the answers of the ledger's routes. */
export const briefOf = async (db: Prisma.TransactionClient, ref: CaseRef): Promise<Brief> => {
  const invoice = await db.invoice.findUniqueOrThrow({ where: { creditorId_id: key(ref) } });
  return {
    balance: { minor: balanceOf(await readLedger(db, invoice)), currency: invoice.currency },
    brief: { status: invoice.status as CaseBrief['status'], outcome: invoice.outcome as CaseBrief['outcome'] },
  };
};
