import { z } from 'zod';
import type { Reversal } from '../generated/client.ts';
import { stored } from '../stored.ts';

const Shares = z.array(z.object({ invoiceId: z.string(), amountMinor: z.int() }).readonly()).readonly();

/** What went back out of one invoice, whole minor units. */
export type Share = z.output<typeof Shares>[number];

export type WithShares = Pick<Reversal, 'source' | 'paymentId' | 'id' | 'shares'>;

/** From which invoices a reversal or refund took its money. @throws DamagedRow */
export const readShares = ({ source, paymentId, id, shares }: WithShares): readonly Share[] =>
  stored(Shares, shares, `the shares of what went back as ${id} of payment ${source}/${paymentId}`);

/** What of it came from this invoice. */
export const shareOf = (row: WithShares, invoiceId: string): number =>
  readShares(row)
    .filter((share) => share.invoiceId === invoiceId)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
