import { openAfter, openOnOrAfter, plus, type Country, type Day } from './calendar.ts';
import { forBelgianConsumer, FREE, isNever } from './belgianConsumer.ts';
import { TABLES, type OracleStep } from './strategies.ts';
import type { Channel, Prediction, Reminder, Story, When } from './story.ts';

/** `YYYY-MM-DDThh`, compared as text: the creditor's clock. */
export type Moment = string;

export const moment = (day: Day, hour: number): Moment => `${day}T${String(hour).padStart(2, '0')}`;
export const momentOf = ({ day, hour }: When): Moment => moment(day, hour);
export const dayOf = (at: Moment): Day => at.slice(0, 10);
export const whenOf = (at: Moment): When => ({ day: dayOf(at), hour: Number(at.slice(11)) });

export const SENDING_HOUR = 9;
export const TOLERANCE_MINOR = 500;

export type Step = OracleStep & {
  status: 'open' | 'done' | 'skipped' | 'expired';
  /** Real day, when the debtor was approached. */
  on: Day | null;
  /** The day from which the printed days of its text count, where that isn't the real day. */
  textFrom: Day | null;
  attempts: number;
  /** Half-days on which nobody was reached. */
  readonly tried: string[];
  /** Its conditions were asked and held, or a person decided to go on: they are asked once. */
  judged: boolean;
  notBefore: Day | null;
};

export type Wait =
  | { kind: 'draft'; step: Step; channel: Channel; madeOn: Day; sendAt: Moment | null }
  | { kind: 'letter'; step: Step; channel: Channel; madeOn: Day; planned: Day }
  | { kind: 'call' | 'visit'; step: Step; giveUpAt: Moment | null }
  | { kind: 'answer-or-decide'; step: Step }
  | { kind: 'course-ended' };

/** The case as the oracle plays it; changed in place. */
export type TheCase = {
  readonly story: Story;
  readonly steps: readonly Step[];
  now: Moment;
  dueOn: Day;
  paid: number;
  reversed: number;
  credited: number;
  /** `until` = last day of the hold. */
  holds: { until: Day; decide: boolean }[];
  /** A hold ended that a person must decide about. */
  decisionOwed: boolean;
  /** The end of the course asks already: the end of a hold asks nothing besides. */
  endAsked: boolean;
  wait: Wait | null;
  /** The debtor's last sign of life that nobody has answered. */
  reactedOn: Day | null;
  letterOn: Day | null;
  noticeEndsOn: Day | null;
  legalFileOn: Day | null;
  closed: Prediction['outcome'];
  readonly reminders: Reminder[];
};

export const announced = (story: Story): TheCase => {
  const consumer = story.debtor.kind === 'consumer';
  const table = consumer ? forBelgianConsumer(TABLES[story.strategy]) : TABLES[story.strategy];
  const start = story.startAt === undefined ? 0 : table.findIndex(({ key }) => key === story.startAt);
  if (start < 0) throw new RangeError(`expected a step of ${story.strategy}, got ${story.startAt}`);
  return {
    story,
    steps: table.map((row, index) => ({
      ...row,
      status: row.key !== FREE && (index < start || (consumer && isNever(row))) ? 'skipped' : 'open',
      on: null,
      textFrom: null,
      attempts: 0,
      tried: [],
      judged: false,
      notBefore: null,
    })),
    now: momentOf(story.announcedAt),
    dueOn: story.dueOn,
    paid: 0,
    reversed: 0,
    credited: 0,
    holds: [],
    decisionOwed: false,
    endAsked: false,
    wait: null,
    reactedOn: null,
    letterOn: null,
    noticeEndsOn: null,
    legalFileOn: null,
    closed: null,
    reminders: [],
  };
};

export const balance = (c: TheCase): number => c.story.amountMinor - c.paid + c.reversed - c.credited;

export const nextStep = (c: TheCase): Step | null => c.steps.find(({ status }) => status === 'open') ?? null;

export const today = (c: TheCase): Day => dayOf(c.now);

export const creditorDays = (c: TheCase): readonly Country[] => [c.story.creditorCountry];

/** Calls, visits and ends of periods need both countries at work. */
export const bothDays = (c: TheCase): readonly Country[] => [c.story.creditorCountry, c.story.debtorCountry];

export const daysOf = (c: TheCase, step: OracleStep): readonly Country[] =>
  step.action === 'call' || step.action === 'visit' ? bothDays(c) : creditorDays(c);

/** The business day after the due date; a due date on which nobody works counts as the next business day. */
export const firstReminderDay = (c: TheCase): Day =>
  openAfter(creditorDays(c), openOnOrAfter(creditorDays(c), c.dueOn));

/** Last day on which the debtor was approached, prior reminders included. */
export const previousReminder = (c: TheCase): Day | null =>
  [...(c.story.priorReminders ?? []), ...c.steps].reduce<Day | null>(
    (last, { on }) => (on !== null && (last === null || on > last) ? on : last),
    null,
  );

/** The last day to pay that a text prints: its days, and then a day on which both countries work. */
export const printedDay = (c: TheCase, payBy: number, textFrom: Day): Day =>
  openOnOrAfter(bothDays(c), plus(textFrom, payBy));

/** The same by their texts: a letter posted before its planned day says what follows from that day. */
export const previousText = (c: TheCase): Day | null =>
  c.steps.reduce<Day | null>((last, { on, textFrom }) => {
    const said = on !== null && textFrom !== null && textFrom > on ? textFrom : on;
    return said !== null && (last === null || said > last) ? said : last;
  }, previousReminder(c));

export const putOnRecord = (c: TheCase, step: Step, channel: Channel, on: Day, textFrom: Day = on): void => {
  step.status = 'done';
  step.on = on;
  step.textFrom = textFrom;
  c.wait = null;
  c.reminders.push({ stepKey: step.key, channel, on, balanceMinor: balance(c) });
};
