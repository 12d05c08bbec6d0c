import { openOnOrAfter, plus, type Day } from './calendar.ts';
import type { OracleStep } from './strategies.ts';

/** The free first reminder of CDE XIX.2. */
export const FREE = 'be-first-reminder';

/** Days between two approaches, and the fifth in so many days. */
const APART = 7;
const APPROACHES = 4;
const WAITS = 31;

/** What docs/strategies.md says of a consumer in Belgium whose contract has no clause, row by row. */
export const forBelgianConsumer = (table: readonly OracleStep[]): readonly OracleStep[] => {
  const place = table.findIndex(({ level }) => level >= 1);
  const own = table[place];
  if (!own) throw new RangeError('expected a strategy that reminds somebody');
  const free: OracleStep = {
    key: FREE,
    action: 'email',
    level: 1,
    from: own.from,
    plus: own.plus,
    gap: APART,
    by: 'auto',
    announces: true,
    ...(own.last === undefined ? {} : { last: own.last, late: 'send' }),
  };
  return [...table.slice(0, place), free, ...table.slice(place).map(toConsumer)];
};

/** Seven days apart, nothing unreleased from level 2 on, fifteen days in a notice; a call has nothing to announce. */
const toConsumer = ({ announces, ...row }: OracleStep): OracleStep => ({
  ...row,
  ...(announces && row.action !== 'call' ? { announces } : {}),
  gap: row.action === 'legal-file' || row.action === 'stop-deliveries' ? row.gap : Math.max(row.gap, APART),
  by: row.by === 'auto' && row.level >= 2 ? 'draft' : row.by,
  ...(row.notice === undefined ? {} : { notice: 15 }),
});

/** Neither rung before the due date, nor visited, nor cut off, nor reminded again and again, nor gently twice. */
export const isNever = ({ key, action, level }: OracleStep): boolean =>
  (action === 'call' && level === 0) ||
  action === 'visit' ||
  action === 'stop-deliveries' ||
  key.startsWith('further-reminder') ||
  (level === 1 && key !== FREE);

/** The first day on which anything may be asked after an e-mail of a day: fourteen days, the last one a working day. */
export const claimableAfter = (sentOn: Day): Day => plus(openOnOrAfter(['BE'], plus(sentOn, 14)), 1);

/** The day before which a fifth approach doesn't come, null while there are fewer than four. */
export const budgetEnds = (approaches: readonly Day[]): Day | null => {
  const first = [...approaches].sort().at(-APPROACHES);
  return first === undefined ? null : plus(first, WAITS);
};
