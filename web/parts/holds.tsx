import type { CaseView } from '../../prisma/views.ts';
import type { Visit } from '../visit.ts';

/** What pauses the case, until when, and how to end it. */
export const Holds = ({ visit, view }: { readonly visit: Visit; readonly view: CaseView }) => {
  const { words, formats } = visit;
  const { holds } = view.case;
  if (holds.length === 0) return null;
  return (
    <section class="holds" aria-labelledby="holds">
      <h2 id="holds">{words.invoice.holds}</h2>
      <ul class="plainlist">
        {holds.map((hold) => (
          <li>
            {words.invoice.holdLine(words.steps.holds[hold.kind] ?? hold.kind, formats.day(hold.openedOn), hold.by)},{' '}
            {hold.until === null ? words.invoice.holdEndless : words.invoice.holdEnds(formats.day(hold.until))}
            {hold.until === null ? '' : `, ${words.invoice.thenDo[hold.thenDo] ?? ''}`}
            {hold.note === null ? null : <p class="quiet">{noteOf(words.talk.outcomes, hold.note)}</p>}
          </li>
        ))}
      </ul>
      <form method="post" action={`/invoices/${encodeURIComponent(view.id)}/resume`}>
        <button class="second" type="submit">
          {words.invoice.resume}
        </button>
      </form>
    </section>
  );
};

/** A hold that a talk set begins its note with the outcome's name. */
const noteOf = (outcomes: Readonly<Record<string, string>>, note: string): string => {
  const [head = '', ...rest] = note.split(': ');
  const known = outcomes[head];
  return known === undefined ? note : [known, ...rest].join(' : ');
};
