import { CONFIDENCES } from '../../domain/interest/rateTable.ts';
import { Input, Select } from '../parts/field.tsx';
import { detail, type CardProps } from './card.ts';

/** A half-year whose rate nobody has entered: interest stops on its eve until somebody does. */
export const RateMissingCard = ({ visit: { words, formats }, task, given }: CardProps) => {
  const [series = '', from = '', to = ''] = ['series', 'from', 'to'].map((name) => detail(task, name) ?? '');
  const firstInvoice = detail(task, 'firstInvoice');
  const { rate } = words;
  return (
    <div class="card">
      <div class="look">
        <p>{rate.lead}</p>
        <dl class="facts">
          <div>
            <dt>{rate.series}</dt>
            <dd>{rate.names[series] ?? series}</dd>
          </div>
          <div>
            <dt>{rate.period}</dt>
            <dd>{rate.fromTo(formats.day(from), formats.day(to))}</dd>
          </div>
          {firstInvoice === null ? null : (
            <div>
              <dt>{rate.firstInvoice}</dt>
              <dd>
                <a href={`/invoices/${encodeURIComponent(firstInvoice)}`}>{firstInvoice}</a>
              </dd>
            </div>
          )}
        </dl>
      </div>
      <form method="post" action={`/tasks/${task.id}`} class="act">
        <input type="hidden" name="series" value={series} />
        <input type="hidden" name="from" value={from} />
        <Input given={given} name="ratePct" label={rate.percent} inputMode="decimal" />
        <Select
          given={given}
          name="confidence"
          label={rate.confidence}
          options={[['', rate.choose], ...CONFIDENCES.map((one) => [one, rate.confidences[one]] as const)]}
        />
        <Input given={given} name="source" label={rate.source} hint={rate.sourceHint} />
        <Input given={given} name="why" label={rate.why} value={rate.usual} />
        <button type="submit">{rate.submit}</button>
      </form>
    </div>
  );
};
