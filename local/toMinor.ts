/** "1200.50" or "1200,5" as a whole number of the currency's smallest unit, without ever passing through a fraction. */
export const toMinor = (text: string, currency: string): number => {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const [, whole = '', fraction = ''] = /^(\d+)(?:[.,](\d+))?$/.exec(text) ?? [];
  if (!whole || fraction.length > digits) throw new Error(`Not an amount in ${currency}: ${text}`);
  return Number(whole + fraction.padEnd(digits, '0'));
};
