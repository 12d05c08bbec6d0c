import { Input, TextArea } from '../parts/field.tsx';
import { reasonName } from '../naming.ts';
import { detail, type CardProps } from './card.ts';
import { Contacts } from './contacts.tsx';

/** Nothing can leave without an address: one is asked for. */
export const FixAddressCard = ({ visit, task, given }: CardProps) => {
  const { words } = visit;
  const missing = detail(task, 'missing') ?? '';
  const reason = detail(task, 'reason');
  return (
    <div class="card">
      <div class="look">
        <h2>{words.task.contacts}</h2>
        <p>{words.address.missing[missing] ?? ''}</p>
        {reason === null ? null : <p class="quiet">{reasonName(visit, reason)}</p>}
        <Contacts visit={visit} task={task} />
        <address>
          {task.debtor === null
            ? null
            : [...task.debtor.address.lines, `${task.debtor.address.postalCode} ${task.debtor.address.city}`].map(
                (line) => <span>{line}</span>,
              )}
        </address>
      </div>
      <form method="post" action={`/tasks/${task.id}`} class="act">
        <p class="quiet">{words.address.lead}</p>
        <Input given={given} name="email" label={words.address.email} type="email" />
        <Input given={given} name="phone" label={words.address.phone} type="tel" />
        <details class="more" open={missing === 'address' || given.values['lines'] !== undefined}>
          <summary>{words.address.postal}</summary>
          <TextArea given={given} name="lines" label={words.address.lines} rows={2} />
          <Input given={given} name="postalCode" label={words.address.postalCode} />
          <Input given={given} name="city" label={words.address.city} />
          <Input given={given} name="country" label={words.address.country} value={visit.creditor.country} />
        </details>
        <button type="submit">{words.address.submit}</button>
      </form>
    </div>
  );
};
