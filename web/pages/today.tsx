import { daysBetween, type Day } from '../../domain/day.ts';
import type { QueueRow } from '../../prisma/desk/queue.ts';
import { inLane, isSnoozed, LANES, URGENCIES, urgencyOf, type Lane } from '../lanes.ts';
import { stepName, taskName } from '../naming.ts';
import { Badge } from '../parts/badge.tsx';
import { Frame } from '../parts/frame.tsx';
import type { Visit } from '../visit.ts';

export type Done = {
  readonly what: string;
  readonly who: string;
  readonly invoiceId: string | null;
  readonly heard: 'acted' | 'told' | 'away';
};

type Props = {
  readonly visit: Visit;
  readonly rows: readonly QueueRow[];
  readonly lane: Lane;
  /** Tasks that were put off are shown instead. */
  readonly snoozed: boolean;
  readonly done: Done | null;
  /** Own texts that didn't fit a case. */
  readonly unfit: number;
  readonly next: { readonly at: Date; readonly stepKey: string; readonly number: string; readonly id: string } | null;
};

/** The queue of what a person must do, most urgent first. */
export const Today = ({ visit, rows, lane, snoozed, done, next, unfit }: Props) => {
  const { words, formats, today } = visit;
  const waiting = rows.filter((row) => !isSnoozed(row, today));
  const putOff = rows.filter((row) => isSnoozed(row, today));
  const shown = inLane(snoozed ? putOff : waiting, lane);
  const here = `/?lane=${lane}${snoozed ? '&snoozed=1' : ''}`;
  return (
    <Frame visit={visit} title={words.today.title} current="today">
      {done ? <DoneNote visit={visit} done={done} /> : null}
      <section id="queue" hx-get={here} hx-trigger="every 10s" hx-select="#queue" hx-target="this" hx-swap="outerMorph">
        <div class="head">
          <h1>{words.today.title}</h1>
          <p class="date">{formats.longDay(today)}</p>
          <p class="count" aria-live="polite">
            {words.today.count(waiting.length)}
          </p>
        </div>
        {unfit === 0 ? null : (
          <p class="notice">
            {words.texts.unfitTitle(unfit)}. <a href="/texts">{words.texts.unfitSee}</a>
          </p>
        )}
        <Lanes visit={visit} rows={waiting} lane={lane} />
        {shown.length === 0 ? (
          <Empty visit={visit} lane={lane} next={next} />
        ) : (
          <Groups visit={visit} rows={shown} lane={lane} />
        )}
        {putOff.length > 0 && !snoozed ? (
          <p class="quiet">
            {words.today.snoozed(putOff.length)}. <a href="/?snoozed=1">{words.today.showSnoozed}</a>
          </p>
        ) : null}
      </section>
    </Frame>
  );
};

const DoneNote = ({ visit: { words }, done }: { readonly visit: Visit; readonly done: Done }) => (
  <p class="said" role="status">
    {words.today.done(done.what, done.who)} {done.heard === 'acted' ? null : words.today[done.heard]}{' '}
    {done.invoiceId === null ? null : <a href={`/invoices/${encodeURIComponent(done.invoiceId)}`}>{words.today.see}</a>}
  </p>
);

const Lanes = ({
  visit: { words },
  rows,
  lane,
}: {
  readonly visit: Visit;
  readonly rows: readonly QueueRow[];
  readonly lane: Lane;
}) => (
  <nav class="lanes" aria-label={words.today.lanesLabel}>
    {LANES.map((known) => {
      const count = inLane(rows, known).length;
      return (
        <a
          href={known === 'all' ? '/' : `/?lane=${known}`}
          class={count === 0 ? 'none' : ''}
          {...(known === lane ? { 'aria-current': 'true' as const } : {})}
        >
          <b>{count}</b> {words.today.lanes[known]}
        </a>
      );
    })}
  </nav>
);

const Groups = ({
  visit,
  rows,
  lane,
}: {
  readonly visit: Visit;
  readonly rows: readonly QueueRow[];
  readonly lane: Lane;
}) =>
  URGENCIES.map((urgency) => {
    const group = rows.filter((row) => urgencyOf(row, visit.today) === urgency);
    if (group.length === 0) return null;
    return (
      <section class={`urgency is-${urgency}`} aria-labelledby={`urgency-${urgency}`}>
        <h2 id={`urgency-${urgency}`}>{visit.words.today[urgency]}</h2>
        <ol class="queue">
          {group.map((row) => (
            <Line visit={visit} row={row} lane={lane} />
          ))}
        </ol>
      </section>
    );
  });

const Line = ({ visit, row, lane }: { readonly visit: Visit; readonly row: QueueRow; readonly lane: Lane }) => {
  const { words, formats, today } = visit;
  return (
    <li id={row.id}>
      <a class="line" href={`/tasks/${row.id}${lane === 'all' ? '' : `?lane=${lane}`}`}>
        <span class={`kind ${row.kind}`} aria-hidden="true" />
        <span class="what">{taskName(visit, row)}</span>
        <span class="whom">
          {row.debtorName}
          {row.invoice ? ` · ${row.invoice.number}` : ''}
        </span>
        <span class="when">
          {row.dueOn === null ? null : words.today.by(formats.away(today, row.dueOn))}
          {row.snoozedUntil !== null && row.snoozedUntil > today
            ? words.today.putOffUntil(formats.shortDay(row.snoozedUntil))
            : null}
          {row.role === 'manager' ? <Badge>{words.today.manager}</Badge> : null}
          {row.escalated ? <Badge tone="warn">{words.today.escalated}</Badge> : null}
          {row.owner === null ? null : <Badge>{row.owner}</Badge>}
        </span>
        <span class="money">{row.amount === null ? null : formats.money(row.amount)}</span>
        <span class="age">{row.invoice === null ? null : lateness(visit, row.invoice.dueOn)}</span>
      </a>
    </li>
  );
};

const lateness = ({ words, formats, today }: Visit, dueOn: string): string => {
  const late = daysBetween(dueOn as Day, today);
  return late > 0 ? words.today.daysLate(late) : words.today.dueIn(formats.away(today, dueOn));
};

const Empty = ({ visit, lane, next }: Pick<Props, 'visit' | 'lane' | 'next'>) => {
  const { words, formats, today } = visit;
  if (lane !== 'all') return <p class="empty">{words.today.emptyLane}</p>;
  return (
    <div class="empty">
      <p>{words.today.empty}</p>
      <p class="quiet">
        {next === null
          ? words.today.nothingPlanned
          : words.today.nextByItself(
              stepName(visit, next.stepKey),
              next.number,
              formats.away(today, formats.instantDay(next.at)),
            )}
      </p>
    </div>
  );
};
