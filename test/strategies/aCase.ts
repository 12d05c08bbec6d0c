import Holidays from 'date-holidays';
import type { Calendar } from '../../domain/calendar.ts';
import { adapt } from '../../domain/claim/adapt.ts';
import { chooseLaw } from '../../domain/claim/law.ts';
import { day } from '../../domain/day.ts';
import { freshFacts, freshStep, type CaseFacts, type StepFact } from '../../domain/facts.ts';
import { instantOn } from '../../domain/instant.ts';
import type { DebtorKind, Plan } from '../../domain/plan.ts';
import { expand } from '../../domain/strategy.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';

export const PARIS = 'Europe/Paris';

const YEARS = Array.from({ length: 12 }, (_, index) => 2029 + index);

const calendarOf = (country: string): Calendar => {
  const holidays = new Holidays(country);
  const closed = YEARS.flatMap((year) => holidays.getHolidays(year))
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  return { closed: [...new Set(closed)].sort() };
};

/** Public holidays of 2029 to 2040 by date-holidays. */
export const FRENCH = calendarOf('FR');
export const BELGIAN = calendarOf('BE');

/** The plan of a French creditor and a Belgian business: both calendars matter. */
export const aPlan = (strategyKey: string, changes: Partial<Plan> = {}): Plan => {
  const strategy = loadStrategies().find(({ key }) => key === strategyKey);
  if (!strategy) throw new RangeError(`expected a strategy, got ${strategyKey}`);
  return {
    strategyKey,
    strategyVersion: strategy.version,
    accessories: strategy.accessories,
    parameters: strategy.parameters,
    steps: expand(strategy),
    creditorCountry: 'FR',
    timeZone: PARIS,
    sendingHour: 9,
    sendingMinutes: 0,
    toleranceMinor: 500,
    creditorCalendar: FRENCH,
    debtorCalendar: BELGIAN,
    debtorKind: 'business',
    debtorCountry: 'BE',
    collection: 'transfer',
    ...changes,
  };
};

export type DebtorOfTests = {
  readonly kind: DebtorKind;
  readonly country: string;
  /** A Belgian consumer's contract allows interest and an indemnity. */
  readonly clause?: boolean;
};

/** The plan of a French creditor as a case gets it, with the steps that the debtor's law makes of the strategy. */
export const aPlanFor = (strategyKey: string, { kind, country, clause }: DebtorOfTests): Plan => {
  const law = chooseLaw({
    creditorCountry: 'FR',
    creditorSize: 'sme',
    debtorKind: kind,
    debtorCountry: country,
    terms: clause ? { interestClause: 'intérêts', indemnityClause: 'indemnité' } : null,
  });
  const plan = aPlan(strategyKey, {
    debtorKind: kind,
    debtorCountry: country,
    debtorCalendar: country === 'BE' ? BELGIAN : FRENCH,
    law,
  });
  return { ...plan, steps: adapt(plan.steps, { debtorKind: kind, law }) };
};

export const aStepFact = (key: string, changes: Partial<StepFact> = {}): StepFact => ({
  ...freshStep(key),
  ...changes,
});

/** A case of 1,200.50 € of which nothing was done yet; name only what the test is about. */
export const theFacts = (plan: Plan, changes: Partial<CaseFacts> = {}): CaseFacts => ({
  ...freshFacts(plan, {
    balanceMinor: 120_050,
    amountMinor: 120_050,
    currency: 'EUR',
    announcedOn: day('2031-01-06'),
    postedOn: day('2031-01-06'),
    dueOn: day('2031-02-05'),
  }),
  ...changes,
});

/** Ten in the morning in Paris, an hour after the sending hour. */
export const atTen = (on: string): number => instantOn(day(on), 10, PARIS);
