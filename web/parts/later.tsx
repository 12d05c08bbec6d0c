import { addDays } from '../../domain/day.ts';
import type { TaskPageProps } from '../pages/task.tsx';
import { Input } from './field.tsx';
import { NOTHING_GIVEN } from './given.ts';

/** A task that is for another day, or for somebody else. */
export const Later = ({ visit: { words, today, session }, task, given }: TaskPageProps) => {
  // The refused form is this one or the card's: a fault is shown where it arose.
  const own = given.values['later'] === '1' ? given : NOTHING_GIVEN;
  return (
    <details class="aside" open={own !== NOTHING_GIVEN}>
      <summary>{words.task.laterTitle}</summary>
      <div class="columns">
        <form method="post" action={`/tasks/${task.id}/snooze`}>
          <input type="hidden" name="later" value="1" />
          <Input
            given={own}
            name="snoozeUntil"
            label={words.task.snoozeUntil}
            type="date"
            min={addDays(today, 1)}
            {...(task.deadlineOn === null ? {} : { max: task.deadlineOn })}
          />
          <button class="second" type="submit">
            {words.task.snooze}
          </button>
        </form>
        <form method="post" action={`/tasks/${task.id}/assign`}>
          <input type="hidden" name="later" value="1" />
          <Input given={own} name="owner" label={words.task.assignTo} value={task.owner ?? session.actor.name} />
          <Input
            given={own}
            name="deputy"
            label={words.task.deputy}
            value={task.deputy ?? ''}
            hint={words.task.optional}
          />
          <button class="second" type="submit">
            {words.task.assign}
          </button>
        </form>
      </div>
    </details>
  );
};
