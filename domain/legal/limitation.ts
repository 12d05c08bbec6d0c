import { addMonths, type Day } from '../day.ts';
import { lawOf, type DebtorKind, type Plan } from '../plan.ts';
import type { LawCountry } from '../claim/law.ts';

/** After how many years a claim can no longer be brought to court, and by which rule. */
type Limitation = { readonly years: number; readonly source: string };

/** The earliest possible end by kind of debtor (case.md, "Limitation"); a country or kind that isn't here is not known to us. */
const LIMITATIONS: Readonly<Partial<Record<LawCountry, Partial<Record<DebtorKind, Limitation>>>>> = {
  FR: {
    business: { years: 5, source: 'art. L. 110-4 code de commerce' },
    'non-professional': { years: 5, source: 'art. 2224 code civil' },
    consumer: { years: 2, source: 'art. L. 218-2 code de la consommation' },
  },
  BE: {
    // Ten years for most contracts, five for what recurs: the earlier.
    business: { years: 5, source: 'art. 2277 ancien Code civil' },
    // What a merchant sold to somebody who isn't one is presumed paid after a year.
    consumer: { years: 1, source: 'art. 2272 ancien Code civil' },
    'non-professional': { years: 1, source: 'art. 2272 ancien Code civil' },
  },
};

/** The earliest day on which the claim may be too old, counted from the due day; never rolled, no interruption assumed. */
export const limitationOf = (plan: Plan, dueOn: Day): { readonly on: Day; readonly source: string } | null => {
  const rule = LIMITATIONS[lawOf(plan).country]?.[plan.debtorKind];
  return rule ? { on: addMonths(dueOn, rule.years * 12), source: rule.source } : null;
};
