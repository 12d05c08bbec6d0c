import { addDays, type Day } from '../domain/day.ts';
import type { QueueRow } from '../prisma/desk/queue.ts';

export const LANES = ['all', 'approve', 'call', 'post', 'address', 'decide', 'money'] as const;
export type Lane = (typeof LANES)[number];

const KINDS: Readonly<Record<QueueRow['kind'], Lane>> = {
  approve: 'approve',
  call: 'call',
  visit: 'call',
  'post-letter': 'post',
  'fix-address': 'address',
  decide: 'decide',
  accessories: 'decide',
  'stop-deliveries': 'decide',
  'legal-file': 'decide',
  'allocate-payment': 'money',
  refund: 'money',
  'rate-missing': 'money',
};

export const laneNamed = (text: unknown): Lane => LANES.find((lane) => lane === text) ?? 'all';

export const inLane = (rows: readonly QueueRow[], lane: Lane): readonly QueueRow[] =>
  lane === 'all' ? rows : rows.filter(({ kind }) => KINDS[kind] === lane);

export const isSnoozed = ({ snoozedUntil }: QueueRow, today: Day): boolean =>
  snoozedUntil !== null && snoozedUntil > today;

export const URGENCIES = ['late', 'due', 'week', 'later', 'open'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** How soon it is to be done. */
export const urgencyOf = ({ dueOn }: QueueRow, today: Day): Urgency => {
  if (dueOn === null) return 'open';
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'due';
  return dueOn <= addDays(today, 7) ? 'week' : 'later';
};
