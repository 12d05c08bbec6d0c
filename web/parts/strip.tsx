import { daysBetween, type Day } from '../../domain/day.ts';
import type { StepRow } from '../../prisma/views.ts';

type Props = {
  readonly steps: readonly StepRow[];
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly today: string;
};

const WIDTH = 1000;
const MARGIN = 16;

/** The course at a glance, to scale; the list below says the same in words. */
export const Strip = ({ steps, issuedOn, dueOn, today }: Props) => {
  const days = steps.flatMap(({ on, plannedOn }) => on ?? plannedOn);
  const all = [issuedOn, dueOn, today, ...days].toSorted();
  const [first = issuedOn, last = dueOn] = [all[0], all.at(-1)];
  const span = Math.max(1, daysBetween(first as Day, last as Day));
  const x = (day: string): number =>
    Math.round(MARGIN + (daysBetween(first as Day, day as Day) / span) * (WIDTH - 2 * MARGIN));
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 44`} aria-hidden="true" focusable="false">
      <line class="rail" x1={MARGIN} x2={WIDTH - MARGIN} y1="22" y2="22" />
      <line class="past" x1={MARGIN} x2={x(today)} y1="22" y2="22" />
      <line class="due" x1={x(dueOn)} x2={x(dueOn)} y1="4" y2="40" />
      <line class="now" x1={x(today)} x2={x(today)} y1="8" y2="36" />
      {steps.map((step) => (
        <circle
          class={`dot level${step.level} ${step.status}`}
          cx={x(step.on ?? step.plannedOn)}
          cy="22"
          r={5 + step.level * 1.2}
        />
      ))}
    </svg>
  );
};
