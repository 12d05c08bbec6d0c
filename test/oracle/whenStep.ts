import { budgetEnds, claimableAfter, FREE } from './belgianConsumer.ts';
import { bankDaysAfter, openAfter, openOnOrAfter, openOnOrBefore, plus, type Day } from './calendar.ts';
import type { Moment, Step, TheCase } from './theCase.ts';
import {
  creditorDays,
  daysOf,
  firstReminderDay,
  moment,
  previousReminder,
  previousText,
  printedDay,
  SENDING_HOUR,
  today,
} from './theCase.ts';

/** The moment at which the step falls due, seen from now; null when its last day lies before it. */
export const whenStep = (c: TheCase, step: Step): Moment | null => {
  const days = daysOf(c, step);
  const previous = follows(c, step);
  let day = ownDay(c, step);
  if (approaches(step) && previous !== null)
    day = latest(day, openOnOrAfter(days, latest(day, plus(previous, step.gap))));
  const kept = keptFree(c, step);
  if (kept !== null && day < kept) day = openOnOrAfter(days, kept);
  const granted = lastGranted(c);
  if (step.notice !== undefined && granted !== null && day <= granted) day = openAfter(days, granted);
  if (step.level >= 1 && day <= c.story.announcedAt.day) day = openAfter(days, c.story.announcedAt.day);
  if (step.notBefore !== null) day = latest(day, step.notBefore);
  // Deliveries stop on the posting day itself, or as soon as the posting is known: nothing is sent, so no hour is waited for.
  if (step.from === 'letter' && c.letterOn !== null)
    return latest(moment(openOnOrAfter(days, latest(day, today(c))), SENDING_HOUR), c.now);
  if (moment(day, SENDING_HOUR) <= c.now) day = firstMorningAhead(c, step);
  const last = lastDay(c, step);
  return last !== null && day > last && step.late === 'expire' ? null : moment(day, SENDING_HOUR);
};

/** A notice isn't served before the day that the last letter announced, even where that was posted early. */
const follows = (c: TheCase, step: Step): Day | null =>
  step.notice === undefined ? previousReminder(c) : previousText(c);

/** What a consumer is left besides gaps: the law's days after the free first reminder, and no fifth approach in thirty days. */
const keptFree = (c: TheCase, step: Step): Day | null => {
  if (c.story.debtor.kind !== 'consumer') return null;
  const free = c.steps.find(({ key }) => key === FREE);
  const law = free && free.on !== null && step.key !== FREE ? claimableAfter(free.on) : null;
  const days = [...(c.story.priorReminders ?? []), ...c.steps].flatMap(({ on }) => (on === null ? [] : [on]));
  const budget = approaches(step) && step.notice === undefined ? budgetEnds(days) : null;
  return law !== null && budget !== null ? latest(law, budget) : (law ?? budget);
};

/** The last day to pay that a reminder has printed: on it nobody is served with a notice yet. */
const lastGranted = (c: TheCase): Day | null =>
  c.steps.reduce<Day | null>((last, { on, textFrom, payBy }) => {
    if (on === null || payBy === undefined) return last;
    const printed = printedDay(c, payBy, textFrom ?? on);
    return last !== null && last > printed ? last : printed;
  }, null);

/** Last business day on which the step may happen. */
export const lastDay = (c: TheCase, step: Step): Day | null =>
  step.last === undefined ? null : openOnOrBefore(daysOf(c, step), plus(c.dueOn, step.last));

const ownDay = (c: TheCase, step: Step): Day => {
  const days = daysOf(c, step);
  const first = firstReminderDay(c);
  const counted = countedDay(c, step);
  const raw = step.level >= 1 ? latest(counted, first) : counted;
  const rolled = step.back ? openOnOrBefore(days, raw) : openOnOrAfter(days, raw);
  const last = lastDay(c, step);
  if (last !== null && step.late === 'send' && step.by === 'draft') {
    const start = openOnOrBefore(days, plus(last, -1));
    if (rolled > start && start >= first) return start;
  }
  if (last === null || rolled <= last || (step.level >= 1 && last < first)) return rolled;
  return last;
};

const countedDay = (c: TheCase, step: Step): Day => {
  const previous = follows(c, step) ?? c.story.announcedAt.day;
  switch (step.from) {
    case 'due':
      return plus(c.dueOn, step.plus);
    case 'posted':
      return plus(c.story.postedOn, step.plus);
    case 'prev':
      return plus(previous, step.plus);
    case 'letter':
      return plus(c.letterOn ?? previous, step.plus);
    case 'notice':
      return openAfter(creditorDays(c), bankDaysAfter(c.noticeEndsOn ?? previous, 2), step.plus);
  }
};

const firstMorningAhead = (c: TheCase, step: Step): Day => {
  const now = today(c);
  return openOnOrAfter(daysOf(c, step), moment(now, SENDING_HOUR) > c.now ? now : plus(now, 1));
};

const approaches = (step: Step): boolean => step.action !== 'stop-deliveries' && step.action !== 'legal-file';

const latest = (a: Day, b: Day): Day => (a > b ? a : b);
