import { Input } from '../parts/field.tsx';
import { details, type CardProps } from './card.ts';

/** A letter to print and to post; the day it was posted is what counts. */
export const PostLetterCard = ({ visit, task, material, given }: CardProps) => {
  const { words, formats, today } = visit;
  const { letter } = material;
  if (!letter) return null;
  return (
    <div class="card">
      <div class="look">
        <h2>{words.post.title}</h2>
        <p class="lead">
          {words.post.kinds[letter.kind] ?? letter.kind}
          {letter.number === null ? '' : ` ${letter.number}`}
        </p>
        <p>
          <a class="button" href={`/documents/${letter.id}`} download>
            {words.post.download}
          </a>
        </p>
        <dl class="facts">
          {letter.plannedPosting === null ? null : (
            <div>
              <dt>{words.post.planned}</dt>
              <dd>
                {formats.longDay(letter.plannedPosting)}{' '}
                <span class="quiet">({formats.away(today, letter.plannedPosting)})</span>
                <p class="quiet">{words.post.plannedWhy}</p>
              </dd>
            </div>
          )}
          {letter.printedDate === null ? null : (
            <div>
              <dt>{words.post.printed}</dt>
              <dd>{formats.longDay(letter.printedDate)}</dd>
            </div>
          )}
        </dl>
        <p>{details(task)['registered'] === true ? words.post.registered : words.post.plain}</p>
        <address>
          {task.debtor === null
            ? null
            : [
                task.debtor.name,
                ...task.debtor.address.lines,
                `${task.debtor.address.postalCode} ${task.debtor.address.city}`,
              ].map((line) => <span>{line}</span>)}
        </address>
      </div>
      <form method="post" action={`/tasks/${task.id}`} class="act">
        <Input
          given={given}
          name="postedOn"
          label={words.post.postedOn}
          type="date"
          value={today}
          min={letter.madeOn}
          max={today}
        />
        <Input given={given} name="trackingNumber" label={words.post.tracking} hint={words.task.optional} />
        <button type="submit">{words.post.submit}</button>
      </form>
    </div>
  );
};
