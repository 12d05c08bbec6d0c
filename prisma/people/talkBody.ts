import { z } from 'zod';
import { isDay } from '../../domain/day.ts';
import { CALL_OUTCOMES } from '../../domain/outcome.ts';

const words = (most: number): z.ZodString => z.string().trim().min(1, 'expected some text, got none').max(most);

export const Day = z.string().refine(isDay, 'expected a day as YYYY-MM-DD');
export const Email = z.email('expected an e-mail address');

export const Address = z.strictObject({
  lines: z.array(words(120)).min(1).max(6),
  postalCode: words(20),
  city: words(100),
  country: z.string().length(2),
});

export const Contact = z.strictObject({
  name: words(120),
  role: z.enum(['accounting', 'management', 'buyer', 'legal']).nullish(),
  email: Email.nullish(),
  phone: words(40).nullish(),
});

/** What a talk brought; which fields it needs depends on its outcome. */
export const TalkBody = z.strictObject({
  outcome: z.enum(CALL_OUTCOMES),
  channel: z.enum(['call', 'visit']).nullish(),
  contactId: words(64).nullish(),
  spokeTo: words(120).nullish(),
  notes: words(10_000).nullish(),
  summary: words(5000).nullish(),
  countsAsStep: words(64).nullish(),
  reason: words(1000).nullish(),
  /** The day that the outcome speaks of (promise, cheque, payment, proceedings); with any other outcome the day of the talk itself. */
  on: Day.nullish(),
  until: Day.nullish(),
  amount: z.strictObject({ minor: z.int().positive(), currency: z.string().length(3) }).nullish(),
  means: words(40).nullish(),
  trackingNumber: words(60).nullish(),
  address: z.union([Email, Address]).nullish(),
  contact: Contact.nullish(),
  proposal: words(2000).nullish(),
  satisfied: z.boolean().nullish(),
  invoiceReceived: z.boolean().nullish(),
});

export type TalkBody = z.output<typeof TalkBody>;
