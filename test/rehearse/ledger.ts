import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type LedgerRow = {
  readonly invoice: string;
  readonly customer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amountMinor: number;
  readonly disputed: boolean;
  readonly settledOn: string;
};

/** Weekdays and leap days repeat after 28 years. */
const SHIFT_YEARS = 28;
const COLUMNS = ['invoice', 'customer', 'issuedOn', 'dueOn', 'amount', 'disputed', 'settledOn'] as const;

/** Reads a ledger of past invoices, its days moved 28 years ahead; `settleShift` = days by which payments come later. */
export const readLedgerFile = (file: string, settleShift: number): readonly LedgerRow[] => {
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  return rows.map((row, index) => {
    const missing = COLUMNS.filter((column) => !row[column]);
    if (missing.length > 0)
      throw new Error(`line ${index + 2}: expected ${COLUMNS.join(', ')}, got no ${missing.join(', ')}`);
    return {
      invoice: row['invoice'] ?? '',
      customer: row['customer'] ?? '',
      issuedOn: shifted(row['issuedOn'] ?? '', 0),
      dueOn: shifted(row['dueOn'] ?? '', 0),
      amountMinor: Math.round(Number(row['amount']) * 100),
      disputed: row['disputed'] === 'yes',
      settledOn: shifted(row['settledOn'] ?? '', settleShift),
    };
  });
};

const shifted = (day: string, days: number): string => {
  const [year, ...rest] = day.split('-');
  const moved = Date.parse(`${Number(year) + SHIFT_YEARS}-${rest.join('-')}T00:00:00Z`);
  if (Number.isNaN(moved)) throw new Error(`expected a day as YYYY-MM-DD, got ${day}`);
  return new Date(moved + days * 86_400_000).toISOString().slice(0, 10);
};
