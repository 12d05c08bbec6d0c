import { belgianWait } from '../interest/belgianConsumer.ts';
import type { Day } from '../day.ts';
import type { CaseFacts } from '../facts.ts';

/** The key of the free first reminder to a Belgian consumer (CDE XIX.2). */
export const BE_FIRST_REMINDER = 'be-first-reminder';

/** The first day on which a reminded Belgian consumer may be approached again; null while the reminder hasn't left. */
export const claimableFrom = ({ steps }: Pick<CaseFacts, 'steps'>): Day | null => {
  const sent = steps.find(({ key }) => key === BE_FIRST_REMINDER);
  if (sent?.status !== 'done' || sent.on === null) return null;
  return belgianWait({ sentOn: sent.on, channel: sent.channel === 'email' ? 'electronic' : 'postal' }).claimableFrom;
};
