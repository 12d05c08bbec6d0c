import { chooseLaw, type Law } from './claim/law.ts';
import type { Calendar } from './calendar.ts';
import type { Parameters, PlannedStep } from './strategy.ts';

export type DebtorKind = 'business' | 'public' | 'non-professional' | 'consumer';

/** What a case keeps from its beginning: strategy, calendars and settings of that day. Plain JSON, carried by the workflow. */
export type Plan = {
  readonly strategyKey: string;
  readonly strategyVersion: number;
  readonly accessories: 'waive-if-paid-by' | 'claim' | 'never';
  readonly parameters: Parameters;
  readonly steps: readonly PlannedStep[];
  readonly creditorCountry: string;
  readonly timeZone: string;
  /** Hour of the day, 0 to 23, at which messages leave. */
  readonly sendingHour: number;
  /** Minutes after the sending hour, from a hash of the debtor; 0 in tests. */
  readonly sendingMinutes: number;
  /** Whole minor units at or below which the case counts as settled. */
  readonly toleranceMinor: number;
  readonly creditorCalendar: Calendar;
  readonly debtorCalendar: Calendar;
  readonly debtorKind: DebtorKind;
  readonly debtorCountry: string;
  readonly collection: 'transfer' | 'direct-debit';
  /** Absent in cases announced before the law was chosen: see `lawOf`. */
  readonly law?: Law;
};

/** The law of a case; one announced earlier is judged by the countries and kind that its plan kept. */
export const lawOf = ({ law, ...plan }: Plan): Law => law ?? chooseLaw({ ...plan, creditorSize: 'large', terms: null });
