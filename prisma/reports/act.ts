import { dayAt } from '../../domain/instant.ts';
import { money, type Money } from '../../domain/money.ts';
import type { Act } from '../../templates/letters/reports.ts';
import type { Invoice } from '../generated/client.ts';
import { planOf } from '../store.ts';

/** An act of which only some things are to be said. */
export const act = (said: Pick<Act, 'on' | 'kind'> & Partial<Act>): Act => ({
  channel: null,
  step: null,
  level: null,
  to: null,
  result: null,
  about: null,
  amount: null,
  until: null,
  by: null,
  proof: null,
  ...said,
});

/** The civil day of an instant where the creditor is. */
export const dayIn = (invoice: Invoice, at: Date): string => dayAt(at.getTime(), planOf(invoice).timeZone);

export const amountIn = ({ currency }: Pick<Invoice, 'currency'>, minor: bigint | number): Money =>
  money(Number(minor), currency);
