import { Radio, TextArea } from '../parts/field.tsx';
import type { CardProps } from './card.ts';

/** Deliveries are stopped elsewhere; here it is put on record. */
export const StopDeliveriesCard = ({ visit: { words }, task }: CardProps) => (
  <div class="card">
    <p class="look">{words.decide.stopLead}</p>
    <form method="post" action={`/tasks/${task.id}`} class="act">
      <button type="submit">{words.decide.stopped}</button>
    </form>
  </div>
);

/** The word is kept, or why not is on record. */
export const LegalFileCard = ({ visit: { words }, task, given }: CardProps) => (
  <div class="card">
    <form method="post" action={`/tasks/${task.id}`} class="act">
      <fieldset id="decision">
        <legend>{words.decide.title}</legend>
        {(['filed', 'handed-over', 'not-pursued'] as const).map((decision) => (
          <Radio given={given} name="decision" value={decision} text={words.decide.legal[decision]} />
        ))}
      </fieldset>
      <TextArea given={given} name="reason" label={words.task.reason} />
      <button type="submit">{words.decide.submit}</button>
    </form>
  </div>
);
