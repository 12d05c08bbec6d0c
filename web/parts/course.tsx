import type { StepRow } from '../../prisma/views.ts';
import { channelName, reasonName, stepName } from '../naming.ts';
import { courseItems } from '../timetableRows.ts';
import type { Visit } from '../visit.ts';

type Props = {
  readonly visit: Visit;
  readonly steps: readonly StepRow[];
  readonly dueOn: string;
  readonly open: boolean;
  readonly nextStep: string | null;
  /** The open task of a step. */
  readonly taskOf: (stepKey: string) => string | null;
};

/** The timetable: what was done, what is expected, and where today is. */
export const Course = ({ visit, steps, dueOn, open, nextStep, taskOf }: Props) => {
  const { words, formats, today } = visit;
  return (
    <ol class="course">
      {courseItems(steps, dueOn, today, open).map((item) =>
        item.is === 'step' ? (
          <Step visit={visit} step={item.step} isNext={item.step.key === nextStep} taskId={taskOf(item.step.key)} />
        ) : (
          <li class={`mark ${item.is}`}>
            <time dateTime={item.day}>{formats.shortDay(item.day)}</time>
            <span>{item.is === 'due' ? words.invoice.dueMark : words.invoice.todayMark}</span>
          </li>
        ),
      )}
    </ol>
  );
};

const Step = ({
  visit,
  step,
  isNext,
  taskId,
}: {
  readonly visit: Visit;
  readonly step: StepRow;
  readonly isNext: boolean;
  readonly taskId: string | null;
}) => {
  const { words, formats } = visit;
  const moved = step.on !== null && step.on !== step.plannedOn;
  return (
    <li class={`step ${step.status}${isNext ? ' next' : ''}`}>
      {step.on === null ? <span class="nodate">—</span> : <time dateTime={step.on}>{formats.shortDay(step.on)}</time>}
      <div>
        <span class="name">{stepName(visit, step.key)}</span>{' '}
        <span class="quiet">{channelName(visit, step.channel ?? step.action)}</span>
        <p class="state">
          {words.steps.states[step.status] ?? step.status}
          {step.provisional ? ` · ${words.invoice.provisional}` : ''}
          {moved ? ` · ${words.invoice.planned(formats.shortDay(step.plannedOn))}` : ''}
          {step.reason === null ? '' : ` · ${reasonName(visit, step.reason)}`}
        </p>
        {taskId === null ? null : <a href={`/tasks/${taskId}`}>{words.invoice.openTask}</a>}
      </div>
    </li>
  );
};
