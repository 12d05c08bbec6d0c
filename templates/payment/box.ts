import { amountsIn } from '../amounts.ts';
import type { WordingContext } from '../context.ts';
import { formatsFor } from '../formats.ts';
import type { Token } from '../markdown.ts';
import { askedOf } from '../words.ts';

/**
 * The payment box among a text's tokens, as the indices of its first and last token. Null when no table is one: a
 * person who changed what is to be paid gets no code that says otherwise.
 */
export const paymentBox = (
  tokens: readonly Token[],
  context: WordingContext,
): { readonly from: number; readonly to: number } | null => {
  for (const [from, token] of tokens.entries()) {
    if (token.type !== 'table_open') continue;
    const to = tokens.findIndex(({ type }, index) => index > from && type === 'table_close');
    const table = tokens.slice(from, to);
    if (statesPayment(table, context) && (asks(table, context) || saidElsewhere(tokens, context))) return { from, to };
  }
  return null;
};

/** True for the tokens of a table of two columns with the very IBAN and reference of the code, and no other amount. */
export const statesPayment = (table: readonly Token[], context: WordingContext): boolean => {
  const columns = table.slice(
    0,
    table.findIndex(({ type }) => type === 'tr_close'),
  );
  if (columns.filter(({ type }) => type === 'th_open').length !== 2) return false;
  const said = new Set(cellsOf(table).map(compact));
  const { iban, reference } = context.payment;
  if (iban === null || !said.has(compact(iban)) || !said.has(compact(reference))) return false;
  return asks(table, context) || cellsOf(table).every((cell) => amountsIn(cell).length === 0);
};

/** A box may leave the amount to the text above it, unless that speaks of several: an agreement's, or several invoices'. */
const saidElsewhere = (tokens: readonly Token[], context: WordingContext): boolean =>
  context.call === null && context.openInvoices.length <= 1 && asks(tokens, context);

const asks = (tokens: readonly Token[], context: WordingContext): boolean => {
  const asked = askedOf(context);
  const written = compact(formatsFor(context.language).money(asked));
  return cellsOf(tokens).some(
    (cell) => compact(cell) === written || amountsIn(cell).some(({ minor }) => minor === asked.minor),
  );
};

const cellsOf = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(({ content }) => content).join(''));

const compact = (text: string): string => text.replaceAll(/\s/g, '');
