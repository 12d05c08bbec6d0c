import { lawOf, type DebtorKind, type Plan } from '../plan.ts';
import type { Announcement, Level } from '../strategy.ts';
import type { Law } from './law.ts';

/** One column of the table "Overlays" (strategies.md): what the debtor's regime does to every strategy. */
export type Column = {
  /** Days that a formal notice grants; null = the strategy's. */
  readonly noticeDays: number | null;
  /** Days kept free after the previous reminder, whatever less the strategy says. */
  readonly gap: number;
  /** The first reminder after the due date: as the strategy says, in writing, or the free one of CDE XIX.2 in its place. */
  readonly first: 'strategy' | 'written' | 'be-first-reminder';
  readonly callsBeforeDue: boolean;
  readonly visits: boolean;
  readonly stopsDeliveries: boolean;
  /** A reminder that is repeated until the debtor reacts. */
  readonly repeats: boolean;
  /** From this level on a person releases every text. */
  readonly personFrom: Level | null;
  /** A formal notice is a manager's, whoever approves it in the strategy. */
  readonly managerForNotice: boolean;
  /** So many approaches in so many rolling days, formal notices aside. */
  readonly budget: { readonly approaches: number; readonly days: number } | null;
  /** What no step may announce. */
  readonly never: readonly Announcement[];
  /** What no step before the formal one may announce. */
  readonly beforeNotice: readonly Announcement[];
  /** What the formal step itself may not announce. */
  readonly inNotice: readonly Announcement[];
  /** Interest that can't be given up isn't offered to be (CCP L2192-13). */
  readonly noWaiver: boolean;
};

const ACCESSORIES: readonly Announcement[] = ['consequences', 'interest-by', 'interest'];

const BUSINESS: Column = {
  noticeDays: null,
  gap: 0,
  first: 'strategy',
  callsBeforeDue: true,
  visits: true,
  stopsDeliveries: true,
  repeats: true,
  personFrom: null,
  managerForNotice: false,
  budget: null,
  never: [],
  beforeNotice: [],
  inNotice: [],
  noWaiver: false,
};

const PUBLIC: Column = {
  ...BUSINESS,
  noticeDays: 30,
  first: 'written',
  visits: false,
  stopsDeliveries: false,
  managerForNotice: true,
  never: ['stop-deliveries'],
  beforeNotice: ['court'],
  inNotice: ['court'],
};

const NON_PROFESSIONAL: Column = {
  ...BUSINESS,
  noticeDays: 15,
  visits: false,
  stopsDeliveries: false,
  never: ['stop-deliveries'],
  beforeNotice: ACCESSORIES,
};

const CONSUMER: Column = {
  ...NON_PROFESSIONAL,
  gap: 7,
  first: 'written',
  callsBeforeDue: false,
  repeats: false,
  personFrom: 2,
  budget: { approaches: 4, days: 30 },
};

/** A clause lets interest and indemnity be asked after the wait; what they are, only the first reminder says. */
const BELGIAN_CONSUMER_WITH_CLAUSE: Column = {
  ...CONSUMER,
  first: 'be-first-reminder',
  beforeNotice: ['consequences'],
};

const BELGIAN_CONSUMER: Column = { ...CONSUMER, first: 'be-first-reminder' };

export const columnFor = (kind: DebtorKind, law: Law): Column => {
  const column = ofKind(kind, law);
  // Nothing besides the principal may be asked where no rate is known to us.
  return law.regime === null ? { ...column, never: [...column.never, ...ACCESSORIES] } : column;
};

const ofKind = (kind: DebtorKind, law: Law): Column => {
  switch (kind) {
    case 'business':
      return BUSINESS;
    case 'public':
      return law.regime === 'FR_B2G_FROZEN' ? { ...PUBLIC, noWaiver: true } : PUBLIC;
    case 'non-professional':
      return NON_PROFESSIONAL;
    case 'consumer':
      if (law.country !== 'BE') return CONSUMER;
      return law.clause === null ? BELGIAN_CONSUMER : BELGIAN_CONSUMER_WITH_CLAUSE;
  }
};

/** The column of a case, also of one that was announced before its law was chosen. */
export const columnOf = (plan: Plan): Column => columnFor(plan.debtorKind, lawOf(plan));
