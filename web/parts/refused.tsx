import type { Visit } from '../visit.ts';
import type { Given } from './given.ts';

/** Why it wasn't done, first on the page, with a way to each field concerned. */
export const Refused = ({ visit, given }: { readonly visit: Visit; readonly given: Given }) => {
  const { refusal, faults } = given;
  if (!refusal) return null;
  const { refusals } = visit.words;
  const separator = visit.language === 'fr' ? '\u00a0:' : ':';
  const raw =
    faults.length === 0 ? [visit.formats.daysIn(refusal.message)] : faults.flatMap((fault) => fault.raw ?? []);
  return (
    <div class="refusal" role="alert" id="refusal" tabIndex={-1} autofocus>
      <h2>{refusals.title}</h2>
      <p>{refusals.codes[refusal.code]}</p>
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ field, label, text }) => (
            <li>
              {field === null ? text : <a href={`#${field}`}>{label === '' ? text : `${label}${separator} ${text}`}</a>}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="quiet">{refusals.kept}</p>
      {raw.length > 0 ? (
        <details>
          <summary>{refusals.detail}</summary>
          {raw.map((text) => (
            <p lang="en">{text}</p>
          ))}
        </details>
      ) : null}
    </div>
  );
};
