import type { CaseRef } from '../../domain/caseRef.ts';
import { readShares } from '../ledger/shares.ts';
import type { MoneyJson } from '../profiles.ts';
import type { Store } from '../store.ts';

export type TalkRow = {
  readonly on: string;
  readonly at: Date;
  readonly by: string;
  readonly outcome: string;
  readonly spokeTo: string | null;
  readonly notes: string | null;
  readonly channel: string;
};

/** The talks of a case, newest first. */
export const talksOf = ({ db }: Store, ref: CaseRef): Promise<readonly TalkRow[]> =>
  db.call.findMany({
    where: ref,
    orderBy: { at: 'desc' },
    select: { on: true, at: true, by: true, outcome: true, spokeTo: true, notes: true, channel: true },
  });

export type LedgerLine = {
  readonly kind: 'payment' | 'reversal' | 'credit-note';
  readonly on: string;
  readonly amount: MoneyJson;
  readonly note: string | null;
};

/** What was paid, went back or was credited, in the order of its days. */
export const ledgerOf = async ({ db }: Store, ref: CaseRef): Promise<readonly LedgerLine[]> => {
  const allocations = await db.allocation.findMany({ where: ref, include: { payment: true } });
  const notes = await db.creditNote.findMany({ where: ref });
  const reversals = await db.reversal.findMany({
    where: {
      creditorId: ref.creditorId,
      kind: 'reversal',
      payment: { allocations: { some: { invoiceId: ref.invoiceId } } },
    },
  });
  const { currency } = await db.invoice.findUniqueOrThrow({
    where: { creditorId_id: { creditorId: ref.creditorId, id: ref.invoiceId } },
    select: { currency: true },
  });
  const back = reversals.flatMap((row) =>
    readShares(row)
      .filter(({ invoiceId }) => invoiceId === ref.invoiceId)
      .map(({ amountMinor }): LedgerLine => ({
        kind: 'reversal',
        on: row.on,
        amount: { minor: amountMinor, currency },
        note: null,
      })),
  );
  const lines: LedgerLine[] = [
    ...allocations.map(({ payment, amountMinor }): LedgerLine => ({
      kind: 'payment',
      on: payment.receivedOn,
      amount: { minor: -Number(amountMinor), currency },
      note: payment.reference,
    })),
    ...notes.map((note): LedgerLine => ({
      kind: 'credit-note',
      on: note.issuedOn,
      amount: { minor: -Number(note.amountMinor), currency },
      note: note.reason,
    })),
    ...back,
  ];
  return lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

export type LetterRow = {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly filename: string;
  readonly madeOn: string;
  readonly plannedPosting: string | null;
  readonly printedDate: string | null;
  readonly postedOn: string | null;
  readonly voidedOn: string | null;
};

/** One letter's dates, without its bytes; null when there is none. */
export const letterOf = ({ db }: Store, creditorId: string, id: string): Promise<LetterRow | null> =>
  db.document.findFirst({
    where: { id, creditorId },
    select: {
      id: true,
      kind: true,
      number: true,
      filename: true,
      madeOn: true,
      plannedPosting: true,
      printedDate: true,
      postedOn: true,
      voidedOn: true,
    },
  });
