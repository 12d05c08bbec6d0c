import { Radio } from '../parts/field.tsx';
import { detail, details, type CardProps } from './card.ts';

type Counted = {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly ratePct: string;
  readonly outstandingMinor: number;
};

const OTHERWISE = ['hand-over', 'write-off', 'irrecoverable'] as const;

/** The principal is in: what becomes of interest and indemnity? To ask no more is one click. */
export const AccessoriesCard = ({ visit, task, given }: CardProps) => {
  const { words, formats } = visit;
  const said = words.accessories;
  const counted = details(task);
  const currency = detail(task, 'currency') ?? 'EUR';
  const money = (minor: unknown): string => formats.money({ minor: Number(minor ?? 0), currency });
  const segments = (counted['segments'] ?? []) as readonly Counted[];
  const missingFrom = detail(task, 'missingFrom');
  return (
    <div class="card">
      <div class="look">
        <p>{said.lead}</p>
        <h2>{said.counted}</h2>
        <ul class="plainlist ledger">
          <li>
            <span>
              {words.statement.interest}
              <ul class="plainlist periods">
                {segments.map(({ from, to, days, ratePct, outstandingMinor }) => (
                  <li class="quiet small">
                    {words.statement.fromTo(formats.shortDay(from), formats.shortDay(to))} ·{' '}
                    {words.statement.days(days)} · {words.statement.percent(ratePct)}{' '}
                    {words.statement.on(money(outstandingMinor))}
                  </li>
                ))}
              </ul>
            </span>
            <span class="money">{money(counted['interestMinor'])}</span>
          </li>
          <li>
            <span>{words.statement.indemnity}</span>
            <span class="money">{money(counted['indemnityMinor'])}</span>
          </li>
          {Number(counted['paidMinor'] ?? 0) === 0 ? null : (
            <li>
              <span>{said.paid}</span>
              <span class="money">{money(-Number(counted['paidMinor']))}</span>
            </li>
          )}
          <li class="total">
            <span>{said.left}</span>
            <span class="money">{money(counted['amountMinor'])}</span>
          </li>
        </ul>
        {missingFrom === null ? null : <p class="notice">{words.statement.missing(formats.day(missingFrom))}</p>}
      </div>
      <div class="act">
        <form method="post" action={`/tasks/${task.id}`}>
          <button type="submit" name="decision" value="waive">
            {said.waive}
          </button>
        </form>
        <form method="post" action={`/tasks/${task.id}`}>
          <fieldset>
            <legend>{said.otherwise}</legend>
            {OTHERWISE.map((decision) => (
              <Radio given={given} name="decision" value={decision} text={said.options[decision]} />
            ))}
          </fieldset>
          <button type="submit">{said.submit}</button>
        </form>
      </div>
    </div>
  );
};
