import type { Store } from '../store.ts';

/** What became of a webhook. */
export type DeliveryResult = 'stored' | 'unknown-type' | 'unreadable' | 'refused' | 'waiting';

export type Delivery = {
  readonly source: string;
  readonly webhookId: string;
  readonly type: string | null;
  readonly body: Uint8Array;
  readonly result: DeliveryResult;
  /** The payment that this one came before. */
  readonly waitsFor?: string;
};

/** True when a webhook of this id has been dealt with; one that was refused or unreadable may be sent again. */
export const wasDelivered = async ({ db }: Store, source: string, webhookId: string): Promise<boolean> => {
  const row = await db.webhookDelivery.findUnique({
    where: { source_webhookId: { source, webhookId } },
    select: { result: true },
  });
  return row !== null && row.result !== 'unreadable' && row.result !== 'refused';
};

/** Keeps a webhook as received, with the last thing that became of it. */
export const keepDelivery = async (
  { db }: Store,
  { source, webhookId, body, ...rest }: Delivery,
  receivedAt: Date,
): Promise<void> => {
  const data = { type: rest.type, result: rest.result, waitsFor: rest.waitsFor ?? null };
  await db.webhookDelivery.upsert({
    where: { source_webhookId: { source, webhookId } },
    create: { source, webhookId, body: Uint8Array.from(body), receivedAt, ...data },
    update: data,
  });
};

/** Webhooks about a payment that came before the payment itself, in the order received. */
export const deliveriesWaitingFor = (
  { db }: Store,
  source: string,
  waitsFor: string,
): Promise<readonly { readonly webhookId: string; readonly type: string | null; readonly body: Uint8Array }[]> =>
  db.webhookDelivery.findMany({
    where: { source, waitsFor, result: 'waiting' },
    select: { webhookId: true, type: true, body: true },
    orderBy: { receivedAt: 'asc' },
  });
