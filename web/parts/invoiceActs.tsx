import { addDays } from '../../domain/day.ts';
import type { CaseView } from '../../prisma/views.ts';
import { stepName } from '../naming.ts';
import type { Visit } from '../visit.ts';
import { Input, Select } from './field.tsx';
import type { Given } from './given.ts';

type Props = { readonly visit: Visit; readonly view: CaseView; readonly given: Given };

const SETTLED = ['done', 'merged', 'skipped', 'expired', 'failed'];

/** What a person can do about a case by hand. */
export const InvoiceActs = (props: Props) => {
  const { visit, view } = props;
  if (view.case.status === 'closed') return null;
  const path = `/invoices/${encodeURIComponent(view.id)}`;
  return (
    <section class="acts" aria-labelledby="acts">
      <h2 id="acts">{visit.words.invoice.actions}</h2>
      <RunNow {...props} path={path} />
      <HoldForm {...props} path={path} />
      <SkipForm {...props} path={path} />
    </section>
  );
};

/** Offered only when the next step waits for nothing but its day. */
const RunNow = ({ visit, view, path }: Props & { readonly path: string }) => {
  const { words } = visit;
  const next = view.case.timetable.find(({ key }) => key === view.case.nextStep);
  if (!next || next.status !== 'planned' || view.case.holds.length > 0 || view.case.status === 'handed-over')
    return null;
  return (
    <form method="post" action={`${path}/run`}>
      <input type="hidden" name="stepKey" value={next.key} />
      <p class="quiet">{words.invoice.runNowHint(stepName(visit, next.key))}</p>
      <button class="second" type="submit">
        {words.invoice.runNow}
      </button>
    </form>
  );
};

const HoldForm = ({ visit, given, path }: Props & { readonly path: string }) => {
  const { words, today } = visit;
  return (
    <details class="aside" open={given.values['form'] === 'hold'}>
      <summary>{words.invoice.hold}</summary>
      <form method="post" action={`${path}/hold`}>
        <input type="hidden" name="form" value="hold" />
        <Input
          given={given}
          name="until"
          label={words.invoice.holdUntil}
          type="date"
          min={today}
          max={addDays(today, 30)}
          hint={words.invoice.holdUntilHint}
        />
        <Select
          given={given}
          name="reason"
          label={words.invoice.holdReason}
          options={Object.entries(words.invoice.holdReasons)}
        />
        <Input given={given} name="note" label={words.invoice.holdNote} hint={words.task.optional} />
        <button class="second" type="submit">
          {words.invoice.holdSubmit}
        </button>
      </form>
    </details>
  );
};

const SkipForm = ({ visit, view, given, path }: Props & { readonly path: string }) => {
  const { words } = visit;
  const open = view.case.timetable.filter(({ status }) => !SETTLED.includes(status));
  if (open.length === 0) return null;
  return (
    <details class="aside" open={given.values['form'] === 'skip'}>
      <summary>{words.invoice.skip}</summary>
      <form method="post" action={`${path}/skip`}>
        <input type="hidden" name="form" value="skip" />
        <Select
          given={given}
          name="stepKey"
          label={words.invoice.skipStep}
          options={open.map(({ key }) => [key, stepName(visit, key)] as const)}
        />
        <Input given={given} name="skipReason" label={words.task.reason} />
        <button class="second" type="submit">
          {words.invoice.skipSubmit}
        </button>
      </form>
    </details>
  );
};
