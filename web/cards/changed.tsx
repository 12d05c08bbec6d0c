import { difference } from '../difference.ts';
import type { StepView } from '../../prisma/people/stepView.ts';
import { reasonName } from '../naming.ts';
import type { Visit } from '../visit.ts';

type Previous = NonNullable<StepView['previousDraft']>;

/** What a payment or a new address changed since the person last looked. */
export const Changed = ({
  visit,
  previous,
  currency,
}: {
  readonly visit: Visit;
  readonly previous: Previous;
  readonly currency: string;
}) => {
  const { words, formats } = visit;
  const { before, after, why } = previous;
  const amount = (minor: number): string => formats.money({ minor, currency });
  const lines = difference(`${before.subject}\n${before.markdown}`, `${after.subject}\n${after.markdown}`);
  return (
    <section class="changed" aria-labelledby="changed">
      <h2 id="changed">{words.approve.changed}</h2>
      {why === null ? null : (
        <p>
          {words.approve.changedWhy} {reasonName(visit, why)}
        </p>
      )}
      {before.balanceMinor === after.balanceMinor ? null : (
        <p>{words.approve.balance(amount(before.balanceMinor), amount(after.balanceMinor))}</p>
      )}
      {lines.map((line) => (
        <p class="difference" lang="fr">
          {line.map(({ is, text }) =>
            is === 'kept' ? text : is === 'removed' ? <del>{text}</del> : <ins>{text}</ins>,
          )}
        </p>
      ))}
    </section>
  );
};
