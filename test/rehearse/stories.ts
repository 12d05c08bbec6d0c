import { predict } from '../oracle/predict.ts';
import type { Act, Story, Waiting, When } from '../oracle/story.ts';
import type { Named } from '../model/fleet.ts';
import type { LedgerRow } from './ledger.ts';

export type Operator = 'prompt' | 'absent';

const DISPUTE_DAYS = 14;
/** Longer than any course: a story that isn't over by then is told to this day. */
const LONGEST_DAYS = 400;

/** One past invoice as a story: announced on its day of issue, held when it was disputed, paid in full on its day. */
export const storyOf = (row: LedgerRow, operator: Operator): Named => {
  const base: Story = {
    strategy: 'progressive',
    creditorCountry: 'FR',
    debtorCountry: 'FR',
    announcedAt: { day: row.issuedOn, hour: 7 },
    postedOn: row.issuedOn,
    dueOn: row.dueOn,
    amountMinor: row.amountMinor,
    debtor: { kind: 'business', email: true, phone: true },
    acts: [],
    through: { day: plus(row.settledOn > row.dueOn ? row.settledOn : row.dueOn, 1), hour: 23 },
  };
  const held: Story['acts'] =
    row.disputed && row.dueOn < row.settledOn
      ? [{ at: { day: row.dueOn, hour: 8 }, act: { type: 'hold', until: plus(row.dueOn, DISPUTE_DAYS - 1) } }]
      : [];
  const paid: Story['acts'] = [
    {
      at: { day: later(row.settledOn, plus(row.issuedOn, 1)), hour: 8 },
      act: { type: 'payment', amountMinor: row.amountMinor },
    },
  ];
  const acts = operator === 'absent' ? [...held, ...paid] : withOperator(base, held, paid[0]?.at ?? base.through, paid);
  return { id: `L${row.invoice}`, story: { ...base, acts } };
};

/** A person who does every task on the day on which it appears. */
const withOperator = (base: Story, held: Story['acts'], end: When, paid: Story['acts']): Story['acts'] => {
  let acts: Story['acts'] = [];
  let rest = [...held];
  let at: When = { day: base.announcedAt.day, hour: 10 };
  const last = plus(base.announcedAt.day, LONGEST_DAYS);
  while (at.day < end.day && at.day <= last) {
    const due = rest.filter((given) => given.at.day < at.day || (given.at.day === at.day && given.at.hour < at.hour));
    rest = rest.filter((given) => !due.includes(given));
    acts = [...acts, ...due];
    const now = predict({ ...base, acts, through: at });
    const act = doing(now.waiting, at.day);
    if (act) {
      acts = [...acts, { at, act }];
      at = at.hour >= 20 ? { day: plus(at.day, 1), hour: 10 } : { day: at.day, hour: at.hour + 1 };
    } else at = { day: nextDay(now, at.day, rest), hour: 10 };
  }
  return [...acts, ...rest.filter((given) => given.at.day < end.day), ...paid];
};

/** Asleep, nothing appears before the next step's day; otherwise look again tomorrow. */
const nextDay = (now: ReturnType<typeof predict>, today: string, rest: Story['acts']): string => {
  const tomorrow = plus(today, 1);
  const step = now.waiting === 'asleep' ? now.next?.at.day : undefined;
  const given = rest[0]?.at.day;
  const soonest = [step, given].filter((day): day is string => day !== undefined).sort()[0] ?? tomorrow;
  return soonest > tomorrow ? soonest : tomorrow;
};

const doing = (waiting: Waiting, day: string): Act | null => {
  switch (waiting) {
    case 'draft':
      return { type: 'approve' };
    case 'letter':
      return { type: 'posted', on: day };
    case 'call':
    case 'visit':
      return { type: 'call', outcome: 'forwarded' };
    case 'answer-or-decide':
    case 'after-hold':
      return { type: 'decide' };
    default:
      return null;
  }
};

const later = (a: string, b: string): string => (a > b ? a : b);

const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
