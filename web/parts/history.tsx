import type { timelineOf } from '../../prisma/views.ts';
import type { Question } from '../../prisma/desk/queue.ts';
import { reasonName, stepName, taskName } from '../naming.ts';
import type { Visit } from '../visit.ts';

type Entry = Awaited<ReturnType<typeof timelineOf>>[number];

/** All that happened, newest first: when, what, who. */
export const History = ({
  visit,
  entries,
  currency,
}: {
  readonly visit: Visit;
  readonly entries: readonly Entry[];
  readonly currency: string;
}) => (
  <ol class="history">
    {entries
      .filter(tells)
      .toReversed()
      .map((entry) => (
        <li>
          <time dateTime={entry.at}>{visit.formats.instant(new Date(entry.at))}</time>
          <div>
            <span>{sentence(visit, entry, currency)}</span>
            <Reason visit={visit} entry={entry} />
          </div>
          <span class="quiet">{entry.actor}</span>
        </li>
      ))}
  </ol>
);

/** A task that only follows from the line beside it says nothing new. */
const tells = ({ type, data }: Entry): boolean =>
  type !== 'task-done' &&
  !(type === 'task-opened' && ['approve', 'post-letter'].includes(String(record(data)['kind'])));

const record = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Readonly<Record<string, unknown>>) : {};

const sentence = (visit: Visit, entry: Entry, currency: string): string => {
  const { words, formats } = visit;
  const step = entry.stepKey === null ? '' : stepName(visit, entry.stepKey);
  const say = words.timeline.lines[entry.type];
  if (!say) return [entry.type, step].filter(Boolean).join(' · ');
  const data = record(entry.data);
  const text = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
  const amount = Number(data['amountMinor'] ?? data['accessoriesMinor'] ?? 0);
  const told = {
    outcome:
      labelOf(words.talk.outcomes, text('outcome')) ??
      labelOf(words.steps.outcomes, text('outcome')) ??
      text('outcome'),
    amount: amount === 0 ? '' : formats.money({ minor: amount, currency }),
    decision:
      labelOf({ ...words.decide.options, waive: words.accessories.waive }, text('decision')) ?? text('decision'),
    hold: labelOf(words.steps.holds, text('kind')) ?? text('kind'),
    task:
      text('kind') === ''
        ? step
        : taskName(visit, { kind: text('kind'), stepKey: entry.stepKey, question: questionFor(entry, text('title')) }),
    owner: text('owner'),
    snoozed: text('snoozedUntil') === '' ? '' : formats.day(text('snoozedUntil')),
  };
  return say(told, step).replace(/\s*:\s*$/, '');
};

const labelOf = (labels: Readonly<Record<string, string>>, key: string): string | undefined => labels[key];

const questionFor = ({ stepKey }: Entry, title: string): Question =>
  title.startsWith('the course') ? 'course-ended' : stepKey === null ? 'hold-ended' : 'answered';

const Reason = ({ visit, entry }: { readonly visit: Visit; readonly entry: Entry }) => {
  const { reason, why } = record(entry.data);
  const text = typeof reason === 'string' ? reason : typeof why === 'string' ? why : null;
  return text === null ? null : <p class="quiet">{reasonName(visit, text)}</p>;
};
