import { z } from 'zod';
import type { Day } from '../../domain/day.ts';

/** An id in the caller's own words, unique per creditor. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9._~:-]{1,64}$/, { error: 'expected 1 to 64 characters out of A-Z a-z 0-9 . _ ~ : -' })
  .meta({ id: 'Id', examples: ['F-2026-0042'] });

/** The one place where text becomes a Day; the bounds keep calendars computable. */
export const CivilDay = z.iso
  .date({ abort: true, error: 'expected a calendar day as YYYY-MM-DD' })
  .refine((text) => text >= '1970-01-01' && text < '2200-01-01', { error: 'expected a day from 1970 to 2199' })
  .meta({ id: 'Day', description: "A civil day in the creditor's time zone, YYYY-MM-DD." }) as unknown as z.ZodType<
  Day,
  string
>;

export const Instant = z.iso.datetime().meta({ id: 'Instant', description: 'RFC 3339, UTC.' });

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { abort: true })
  .refine((code) => currencies.has(code), { error: 'expected a currency code of ISO 4217' })
  .meta({ examples: ['EUR'] });

/** More than nothing, whole minor units, including VAT. */
export const Money = z
  .strictObject({ minor: z.int().positive(), currency: Currency })
  .meta({ id: 'Money', description: 'Whole minor units (cents) of a currency, more than 0.' });

/** An amount in an answer: a balance may be 0, or negative when too much was paid. */
export const Balance = z.object({ minor: z.int(), currency: z.string() }).meta({ id: 'Balance' });

export const Percentage = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/, { error: 'expected a percentage as 12.5, with at most four decimals' })
  .meta({ description: 'Percent per year, as a decimal string.', examples: ['12.40'] });

export const Country = z.string().regex(/^[A-Z]{2}$/, { error: 'expected a country code of two capital letters' });

export const Language = z.string().regex(/^[a-z]{2}$/, { error: 'expected a language code of two small letters' });

export const TimeZone = z.string().max(64).refine(isTimeZone, { error: 'expected an IANA time zone as Europe/Paris' });

export const Email = z.email().max(254);

export const Phone = z
  .string()
  .regex(/^\+?[0-9][0-9 ()./-]{4,29}$/, { error: 'expected a phone number as +33145678901' });

export const Iban = z.string().regex(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/, { error: 'expected an IBAN without spaces' });

export const Bic = z.string().regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, { error: 'expected a BIC of 8 or 11 characters' });

/** Text that says something: spaces alone don't count. */
export const text = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** May be missing or null: null = absent. */
export const optional = <T extends z.ZodType>(schema: T): z.ZodOptional<z.ZodNullable<T>> => schema.nullish();

export const Metadata = z
  .record(text(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 20, { error: 'expected at most 20 pairs' })
  .meta({ id: 'Metadata', description: "The caller's own data, up to 20 pairs." });

export const Address = z
  .strictObject({
    lines: z.array(text(120)).min(1).max(6),
    postalCode: text(20),
    city: text(100),
    country: Country,
  })
  .meta({ id: 'Address' });

export const Registration = z.strictObject({ scheme: text(40), value: text(60) }).meta({ id: 'Registration' });

/** A list's answer: the next page's cursor, null on the last. */
export const page = <T extends z.ZodType>(
  item: T,
): z.ZodObject<{ data: z.ZodArray<T>; nextCursor: z.ZodNullable<z.ZodString> }> =>
  z.object({ data: z.array(item), nextCursor: z.string().nullable() });

/** What every list takes. */
export const Paging = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
