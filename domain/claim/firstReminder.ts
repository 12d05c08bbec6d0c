import { belgianWait, type FirstReminder } from '../interest/belgianConsumer.ts';
import type { Day } from '../day.ts';
import { isSettled, type CaseFacts, type StepFact } from '../facts.ts';
import type { Plan } from '../plan.ts';

/** The key of the free first reminder to a Belgian consumer (CDE XIX.2). */
export const BE_FIRST_REMINDER = 'be-first-reminder';

/** The free first reminder as it really left; null while it hasn't. */
export const sentFirstReminder = ({ steps }: Pick<CaseFacts, 'steps'>): FirstReminder | null => {
  const sent = steps.find(({ key }) => key === BE_FIRST_REMINDER);
  return sent?.status === 'done' && sent.on !== null ? leavingOn(sent, sent.on) : null;
};

/** The first day on which a reminded Belgian consumer may be approached again; null while the reminder hasn't left. */
export const claimableFrom = (facts: Pick<CaseFacts, 'steps'>): Day | null => {
  const sent = sentFirstReminder(facts);
  return sent && belgianWait(sent).claimableFrom;
};

/** The same if the reminder leaves on a day: by post where that is known, else by e-mail. */
export const waitAfter = (step: Way, sentOn: Day): Day => belgianWait(leavingOn(step, sentOn)).claimableFrom;

type Way = Pick<StepFact, 'channel' | 'viaChannel'>;

const leavingOn = ({ channel, viaChannel }: Way, sentOn: Day): FirstReminder => ({
  sentOn,
  channel: (channel ?? viaChannel ?? 'email') === 'email' ? 'electronic' : 'postal',
});

/** The day before which the law lets nobody be asked for this step, null when that day has come or there is none. */
export const legalWait = (facts: Pick<CaseFacts, 'steps'>, stepKey: string, today: Day): Day | null => {
  const from = stepKey === BE_FIRST_REMINDER ? null : claimableFrom(facts);
  return from !== null && today < from ? from : null;
};

/** The claim is overdue and the law lets nobody ask for it: the free first reminder hasn't left, or its days still run. */
export const mustBeSilent = (plan: Plan, facts: Pick<CaseFacts, 'steps' | 'dueOn'>, today: Day): boolean => {
  if (!plan.steps.some(({ key }) => key === BE_FIRST_REMINDER)) return false;
  const from = claimableFrom(facts);
  return from === null ? facts.dueOn < today : today < from;
};

/** Does the plan have the free first reminder before this step? */
export const comesAfterFirstReminder = (plan: Plan, stepKey: string): boolean => {
  const first = plan.steps.findIndex(({ key }) => key === BE_FIRST_REMINDER);
  return first >= 0 && plan.steps.findIndex(({ key }) => key === stepKey) > first;
};

/** It was due and reached nobody: nothing more may be asked. */
export const firstReminderFailed = (plan: Plan, facts: Pick<CaseFacts, 'steps'>, stepKey: string): boolean => {
  const first = facts.steps.find(({ key }) => key === BE_FIRST_REMINDER);
  return first !== undefined && comesAfterFirstReminder(plan, stepKey) && isSettled(first) && first.status !== 'done';
};
