import type { Store } from '../store.ts';

/** The id of the invoice with that number or id; null = there is none. */
export const invoiceNumbered = async ({ db }: Store, creditorId: string, number: string): Promise<string | null> => {
  const found = await db.invoice.findFirst({
    where: { creditorId, OR: [{ number }, { id: number }] },
    select: { id: true },
  });
  return found?.id ?? null;
};
