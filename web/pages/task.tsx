import { daysBetween, type Day } from '../../domain/day.ts';
import type { QueueRow } from '../../prisma/desk/queue.ts';
import { AccessoriesCard } from '../cards/accessories.tsx';
import { ApproveCard } from '../cards/approve.tsx';
import { detail, unofficialIn, type CardProps } from '../cards/card.ts';
import { DecideCard } from '../cards/decide.tsx';
import { FixAddressCard } from '../cards/fixAddress.tsx';
import { LegalFileCard, StopDeliveriesCard } from '../cards/legal.tsx';
import { AllocateCard, RefundCard } from '../cards/money.tsx';
import { PostLetterCard } from '../cards/postLetter.tsx';
import { RateMissingCard } from '../cards/rateMissing.tsx';
import { TalkCard } from '../cards/talk.tsx';
import type { Lane } from '../lanes.ts';
import { taskName } from '../naming.ts';
import { Frame } from '../parts/frame.tsx';
import { Later } from '../parts/later.tsx';
import { Refused } from '../parts/refused.tsx';
import { Unofficial } from '../parts/unofficial.tsx';

export type TaskPageProps = CardProps & {
  /** The queue that it stands in, for going on to the next. */
  readonly queue: readonly QueueRow[];
  readonly lane: Lane;
  /** The open task that replaced this one, if any. */
  readonly newerId: string | null;
  /** The person's own text meets a draft that he hasn't seen. */
  readonly redrafted: boolean;
};

const CARDS: Readonly<Record<QueueRow['kind'], (props: CardProps) => ReturnType<typeof DecideCard> | null>> = {
  approve: ApproveCard,
  call: TalkCard,
  visit: TalkCard,
  'post-letter': PostLetterCard,
  'fix-address': FixAddressCard,
  decide: DecideCard,
  accessories: AccessoriesCard,
  'stop-deliveries': StopDeliveriesCard,
  'legal-file': LegalFileCard,
  'allocate-payment': AllocateCard,
  refund: RefundCard,
  'rate-missing': RateMissingCard,
};

/** One task: what it is about, and what is needed to do it. */
export const TaskPage = (props: TaskPageProps) => {
  const { visit, task, material, given, redrafted } = props;
  const { words } = visit;
  const title = taskName(visit, { ...task, question: material.question });
  const Card = CARDS[task.kind as QueueRow['kind']];
  const mine = task.role !== 'manager' || visit.session.actor.kind === 'admin';
  return (
    <Frame visit={visit} title={`${title}${task.debtor === null ? '' : ` · ${task.debtor.name}`}`} current="today">
      <Place {...props} />
      <h1>{title}</h1>
      <About {...props} />
      <Refused visit={visit} given={given} />
      {redrafted ? <p class="notice">{words.approve.yours}</p> : null}
      {task.status === 'open' ? (
        <>
          {mine ? null : <p class="notice">{words.task.forManager}</p>}
          <Unofficial visit={visit} rates={unofficialIn(task)} />
          <Card visit={visit} task={task} material={material} given={given} />
          <Later {...props} />
        </>
      ) : (
        <Closed {...props} />
      )}
    </Frame>
  );
};

const Place = ({ visit: { words }, task, queue, lane }: TaskPageProps) => {
  const place = queue.findIndex(({ id }) => id === task.id);
  const suffix = lane === 'all' ? '' : `?lane=${lane}`;
  const [before, after] = [queue[place - 1], queue[place + 1]];
  return (
    <nav class="place" aria-label={words.today.title}>
      <a href={`/${suffix}`}>← {words.today.title}</a>
      {place < 0 ? null : <span>{words.task.position(place + 1, queue.length)}</span>}
      {before === undefined ? null : (
        <a rel="prev" href={`/tasks/${before.id}${suffix}`}>
          {words.task.previous}
        </a>
      )}
      {after === undefined || place < 0 ? null : (
        <a rel="next" href={`/tasks/${after.id}${suffix}`}>
          {words.task.next}
        </a>
      )}
    </nav>
  );
};

const About = ({ visit, task }: TaskPageProps) => {
  const { words, formats, today } = visit;
  const { invoice } = task;
  const purpose = detail(task, 'purpose');
  const late = invoice === null ? 0 : daysBetween(invoice.dueOn as Day, today);
  return (
    <>
      {purpose === null ? null : (
        <p class="lead" lang="fr">
          {purpose}
        </p>
      )}
      <dl class="facts about">
        {task.debtor === null ? null : (
          <div>
            <dt>{words.task.debtor}</dt>
            <dd>{task.debtor.name}</dd>
          </div>
        )}
        {invoice === null ? null : (
          <>
            <div>
              <dt>{words.task.invoice}</dt>
              <dd>
                <a href={`/invoices/${encodeURIComponent(invoice.id)}`}>{invoice.number}</a>
              </dd>
            </div>
            <div>
              <dt>{words.task.balance}</dt>
              <dd class="sum">{formats.money(invoice.balance)}</dd>
            </div>
            <div>
              <dt>{words.task.dueOn}</dt>
              <dd>
                {formats.day(invoice.dueOn)}{' '}
                <span class={late > 0 ? 'late' : 'quiet'}>
                  ({late > 0 ? words.today.daysLate(late) : formats.away(today, invoice.dueOn)})
                </span>
              </dd>
            </div>
          </>
        )}
        {task.deadlineOn === null || task.status !== 'open' ? null : (
          <div>
            <dt>{words.task.deadline}</dt>
            <dd>
              {formats.day(task.deadlineOn)}{' '}
              <span class="quiet">{task.onDeadline === null ? '' : words.task.afterwards[task.onDeadline]}</span>
            </dd>
          </div>
        )}
        {task.owner === null ? null : (
          <div>
            <dt>{words.task.owner}</dt>
            <dd>
              {task.owner}
              {task.deputy === null ? '' : ` (${words.task.deputy} : ${task.deputy})`}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
};

const Closed = ({ visit: { words, formats }, task, newerId }: TaskPageProps) => (
  <div class="notice">
    <p>{words.task.closed[task.status] ?? task.status}</p>
    {task.closedOn === null ? null : (
      <p class="quiet">{words.task.closedBy(formats.day(task.closedOn), task.closedBy ?? '')}</p>
    )}
    {newerId === null ? null : (
      <p>
        <a href={`/tasks/${newerId}`}>{words.task.newer}</a>
      </p>
    )}
  </div>
);
