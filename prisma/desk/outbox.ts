import type { Store } from '../store.ts';

export type OutboxRow = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly mode: string | null;
  readonly subject: string;
  readonly recipients: readonly { readonly name: string; readonly address: string; readonly copy: boolean }[];
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly failure: string | null;
  readonly invoice: { readonly id: string; readonly number: string } | null;
};

export const MESSAGES_PER_PAGE = 50;

/** One page of messages, newest first; of one invoice when it is named. */
export const outboxOf = async (
  { db }: Store,
  creditorId: string,
  { page, invoiceId }: { readonly page: number; readonly invoiceId?: string },
): Promise<{ readonly rows: readonly OutboxRow[]; readonly total: number }> => {
  const where = { creditorId, ...(invoiceId === undefined ? {} : { invoiceId }) };
  const [found, total] = await Promise.all([
    db.message.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * MESSAGES_PER_PAGE,
      take: MESSAGES_PER_PAGE,
      select: {
        ...{
          id: true,
          kind: true,
          status: true,
          mode: true,
          subject: true,
          recipients: true,
          createdAt: true,
          sentAt: true,
          failure: true,
        },
        invoice: { select: { id: true, number: true } },
      },
    }),
    db.message.count({ where }),
  ]);
  return {
    rows: found.map((row) => ({ ...row, recipients: row.recipients as unknown as OutboxRow['recipients'] })),
    total,
  };
};
