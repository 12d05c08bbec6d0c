import type { Money } from '../money.ts';
import { compactReference, isIban, isRfReference } from '../references.ts';

/** A transfer that somebody is asked to make. */
export type Transfer = {
  readonly name: string;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly amount: Money;
  /** ISO 11649 ("RF…") or anything else that is to be written on the transfer. */
  readonly reference: string;
};

/** A code of version 13 with error correction M holds so many bytes; the guidelines allow no larger one. */
const BYTES = 331;
const NAME = 70;
const TEXT = 140;
const LARGEST_MINOR = 99_999_999_999;

/**
 * What a banking app reads from the code (EPC069-12: "BCD", version 002, UTF-8, SCT): one element a line, empty ones at
 * the end left out. Null where no such code may be drawn: without a valid IBAN, in another currency than the euro,
 * below one cent or above 999,999,999.99, or for an account outside the EEA without its BIC.
 */
export const epcPayload = ({ name, iban, bic, amount, reference }: Transfer): string | null => {
  const account = compactReference(iban ?? '');
  const { minor, currency } = amount;
  if (!isIban(account) || currency !== 'EUR' || minor < 1 || minor > LARGEST_MINOR) return null;
  if (!bic && !EEA.has(account.slice(0, 2))) return null;
  const lines = (payee: string): string =>
    ['BCD', '002', '1', 'SCT', bic ?? '', payee, account, euros(minor), '', ...remittance(reference)]
      .join('\n')
      .trimEnd();
  const payee = oneLine(name);
  return payee === '' ? null : lines(shortened(payee, NAME, BYTES - bytesOf(lines(''))));
};

/**
 * The structured or the unstructured element, never both. A Belgian communication is text: the structured element is
 * for ISO 11649. Belgian banks are said to take twelve checked digits between +++ as structured wherever they stand;
 * our own matching reads them either way.
 */
const remittance = (reference: string): readonly [structured: string, text: string] => {
  const compact = compactReference(reference);
  return isRfReference(compact) ? [compact, ''] : ['', shortened(oneLine(reference), TEXT, TEXT)];
};

/** Whole cents written as euros, with both decimals. */
const euros = (minor: number): string => `EUR${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** As many characters as the element and the bytes that are left allow. */
const shortened = (text: string, characters: number, bytes: number): string => {
  let kept = Array.from(text).slice(0, characters);
  while (bytesOf(kept.join('')) > bytes) kept = kept.slice(0, -1);
  return kept.join('').trim();
};

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The IBANs of these countries need no BIC. */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);
