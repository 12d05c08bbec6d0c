import { isBusinessDay } from './calendar.ts';
import { dayAt, instantOn } from './instant.ts';
import { approvalOfText } from './overlay.ts';
import type { Plan } from './plan.ts';
import type { StepFact } from './facts.ts';
import { approaches, isSpoken, type PlannedStep } from './strategy.ts';
import { sendingInstant } from './timetable.ts';

/** The hour in the creditor's time zone until which a message that is late still leaves the same day. */
const LATEST_SENDING = 18;
const HOUR_MS = 3_600_000;

/** A business day of the creditor between his sending hour and 18:00; whoever sends later in the day has an hour. */
export const inSendingHours = (plan: Plan, now: number): boolean => {
  const today = dayAt(now, plan.timeZone);
  const opens = sendingInstant(plan, today);
  const closes = Math.max(instantOn(today, LATEST_SENDING, plan.timeZone), opens + HOUR_MS);
  return isBusinessDay(plan.creditorCalendar, today) && now >= opens && now < closes;
};

/** A step that writes to the debtor without anybody in between; what was approved already has had its person. */
export const leavesByItself = (plan: Plan, step: PlannedStep, { status, viaChannel, attempts }: StepFact): boolean => {
  if (status !== 'planned' || !approaches(step)) return false;
  if (isSpoken(viaChannel ?? step.action)) return false;
  return approvalOfText(plan, step, attempts > 0).by === 'auto';
};
