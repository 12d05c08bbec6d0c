import type { UnofficialRate } from '../../domain/claim/unofficial.ts';
import type { Visit } from '../visit.ts';

type Props = { readonly visit: Visit; readonly rates: readonly UnofficialRate[] };

/** Rates behind what is shown that nobody official published: each with where it was read, so that it can be verified. */
export const Unofficial = ({ visit: { words, formats }, rates }: Props) => {
  const said = words.statement;
  return rates.length === 0 ? null : (
    <div class="notice">
      <p>
        <strong>{said.unofficialTitle(rates.length)}</strong> {said.unofficialWhat}
      </p>
      <ul class="plainlist">
        {rates.map(({ from, to, ratePct, source }) => (
          <li>
            {said.percent(ratePct)} · {said.fromTo(formats.shortDay(from), formats.shortDay(to))} ·{' '}
            {said.source(source)}
          </li>
        ))}
      </ul>
    </div>
  );
};
