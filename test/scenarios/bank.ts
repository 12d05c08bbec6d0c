import { Webhook } from 'standardwebhooks';
import { WEBHOOK_SECRET, type World } from '../support/world.ts';

/** A bank that reports by signed webhook; answers the status. */
export type Bank = {
  /** A delivery of its own each time, unless `webhookId` repeats one. */
  readonly reports: (type: string, data: object, webhookId?: string) => Promise<number>;
};

let deliveries = 0;

export const bankOf = ({ url }: World): Bank => ({
  reports: async (type, data, webhookId = `msg_${(deliveries += 1)}`) => {
    // Signatures age by the machine's clock, as in production; business time doesn't enter here.
    const signedAt = new Date();
    const body = JSON.stringify({ type, timestamp: signedAt.toISOString(), data });
    const response = await fetch(`${url}/webhooks/payments/bank`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': webhookId,
        'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1000)),
        'webhook-signature': new Webhook(WEBHOOK_SECRET).sign(webhookId, signedAt, body),
      },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  },
});
