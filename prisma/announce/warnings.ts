import { day, daysBetween } from '../../domain/day.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Announcement, Warning } from './announcement.ts';

/** A term beyond this many days between businesses is over the legal maximum (art. L. 441-10 code de commerce; law of 2 Aug 2002). */
const LEGAL_TERM_DAYS = 60;

/** What is done as asked, and yet the caller should know. */
export const warningsOf = (announcement: Announcement, plan: Plan): readonly Warning[] => [
  ...termWarning(announcement, plan),
  ...mandatoryWarning(announcement, plan),
];

const termWarning = (announcement: Announcement, plan: Plan): Warning[] => {
  const days = daysBetween(day(announcement.issuedOn), day(announcement.dueOn));
  if (plan.debtorKind !== 'business' || days <= LEGAL_TERM_DAYS) return [];
  return [
    {
      code: 'TERM_OVER_LEGAL_MAXIMUM',
      detail: `a term of ${days} days is over the legal maximum of ${LEGAL_TERM_DAYS} between businesses`,
    },
  ];
};

/** `startAt` leaves out what the law doesn't ask for. */
const mandatoryWarning = ({ startAt }: Announcement, plan: Plan): Warning[] => {
  const start = plan.steps.findIndex(({ key }) => key === startAt);
  return plan.steps
    .filter(({ mandatory }, position) => mandatory && position < start)
    .map(({ key }) => ({
      code: 'STEP_MANDATORY',
      detail: `${key} comes before ${startAt} all the same: without it nothing may be claimed`,
    }));
};
