import { Refusal } from '../../domain/refusal.ts';
import { readAmount } from '../amounts.ts';

export type Values = Readonly<Record<string, string>>;

/** What a form sent, line ends as we store them; a name sent twice keeps its first value. */
export const valuesOf = (body: unknown): Values => {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, first.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '')]] : [];
    }),
  );
};

/** A text that was filled in, else null. */
export const filled = (values: Values, name: string): string | null => {
  const text = (values[name] ?? '').trim();
  return text === '' ? null : text;
};

export type Amount = { readonly minor: number; readonly currency: string };

/** @throws Refusal VALIDATION with the pointer of the body's field */
export const amountIn = (values: Values, name: string, currency: string, pointer: string): Amount | null => {
  const text = filled(values, name);
  if (text === null) return null;
  const minor = readAmount(text, currency);
  if (minor !== null && minor > 0) return { minor, currency };
  throw new Refusal('VALIDATION', `expected an amount, got ${text}`, [
    { pointer, code: 'AMOUNT', detail: `expected an amount, got ${text}` },
  ]);
};
