import type { TalkRow } from '../../prisma/desk/caseHistory.ts';
import type { Visit } from '../visit.ts';

/** What was said before, newest first. */
export const Talks = ({ visit, talks }: { readonly visit: Visit; readonly talks: readonly TalkRow[] }) => {
  const { words, formats } = visit;
  const outcomes: Readonly<Record<string, string>> = words.talk.outcomes;
  if (talks.length === 0) return null;
  return (
    <section aria-labelledby="talks">
      <h2 id="talks">{words.talk.before}</h2>
      <ul class="plainlist">
        {talks.map(({ on, by, outcome, spokeTo, notes }) => (
          <li>
            <strong>{formats.shortDay(on)}</strong> {outcomes[outcome] ?? outcome}
            {spokeTo === null ? '' : ` · ${spokeTo}`} <span class="quiet">({by})</span>
            {notes === null ? null : <p class="quiet">{notes}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
};
