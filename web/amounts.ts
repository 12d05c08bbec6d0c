import { digitsOf } from './formats.ts';

/** What a person typed as an amount, in minor units; null when it is none. Takes 1 200,50 and 1,200.50 alike. */
export const readAmount = (text: string, currency: string): number | null => {
  const compact = text.replaceAll(/[\s\u00a0\u202f'’]|€|[A-Z]{3}/g, '');
  const [, whole, fraction = ''] = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(compact) ?? [];
  if (whole === undefined) return null;
  const digits = digitsOf(currency);
  if (fraction.length > digits) return null;
  return Number(`${whole.replaceAll(/[.,]/g, '')}${fraction.padEnd(digits, '0')}`);
};
