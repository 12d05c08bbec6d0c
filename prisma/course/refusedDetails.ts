import type { Prisma } from '../generated/client.ts';
import type { WordingRefused } from '../../templates/wordingFault.ts';

/** What a task tells of a text that must not leave: in English, and by rule for the desk's own words. */
export const refusedDetails = ({ message, faults }: WordingRefused): Prisma.InputJsonObject => ({
  question: message,
  faults: faults.map(({ code, rule, values }) => ({ code, rule, values: [...values] })),
});
