import { amountsIn } from '../amounts.ts';
import type { WordingContext } from '../context.ts';
import type { Token } from '../markdown.ts';
import { askedOf } from '../words.ts';

/**
 * The payment box among a text's tokens, as the indices of its first and last token: the table of two columns that
 * states the very IBAN, amount and reference of the code. Null when no table does: a person who changed what is to be
 * paid gets no code that says otherwise.
 */
export const paymentBox = (
  tokens: readonly Token[],
  context: WordingContext,
): { readonly from: number; readonly to: number } | null => {
  for (const [from, token] of tokens.entries()) {
    if (token.type !== 'table_open') continue;
    const to = tokens.findIndex(({ type }, index) => index > from && type === 'table_close');
    if (statesPayment(tokens.slice(from, to), context)) return { from, to };
  }
  return null;
};

/** True for the tokens of one table that says what the code says. */
export const statesPayment = (table: readonly Token[], context: WordingContext): boolean => {
  const cells = table.filter(({ type }) => type === 'inline').map(words);
  const columns = table.slice(
    0,
    table.findIndex(({ type }) => type === 'tr_close'),
  );
  if (columns.filter(({ type }) => type === 'th_open').length !== 2) return false;
  const said = new Set(cells.map(compact));
  const { iban, reference } = context.payment;
  return (
    iban !== null &&
    said.has(compact(iban)) &&
    said.has(compact(reference)) &&
    cells.some((cell) => amountsIn(cell).some(({ minor }) => minor === askedOf(context).minor))
  );
};

const words = (inline: Token): string => (inline.children ?? []).map(({ content }) => content).join('');

const compact = (text: string): string => text.replaceAll(/\s/g, '');
