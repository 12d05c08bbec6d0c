import { createHash } from 'node:crypto';
import { adapt } from '../domain/claim/adapt.ts';
import { chooseLaw } from '../domain/claim/law.ts';
import type { Plan } from '../domain/plan.ts';
import { expand, type Strategy } from '../domain/strategy.ts';
import { closedDays } from './closedDays.ts';
import type { CreditorProfile, DebtorProfile } from './profiles.ts';

/** Years of closed days that travel with a case: the announcement's and the three after. */
const YEARS = 4;
const DEFAULT_TOLERANCE_MINOR = 500;
const DEFAULT_SENDING_HOUR = 9;

export type PlanInput = {
  readonly creditor: CreditorProfile;
  readonly debtorId: string;
  readonly debtor: DebtorProfile;
  readonly strategy: Strategy;
  readonly collection: Plan['collection'];
  readonly year: number;
  readonly jitterMinutes: number;
};

/** What a case keeps from its first day, whatever is edited later. */
export const makePlan = ({
  creditor,
  debtorId,
  debtor,
  strategy,
  collection,
  year,
  jitterMinutes,
}: PlanInput): Plan => {
  const law = chooseLaw({
    creditorCountry: creditor.country,
    creditorSize: creditor.size ?? 'large',
    debtorKind: debtor.kind,
    debtorCountry: debtor.country,
    terms: debtor.terms ?? null,
  });
  return {
    strategyKey: strategy.key,
    strategyVersion: strategy.version,
    accessories: creditor.accessories ?? strategy.accessories,
    parameters: strategy.parameters,
    steps: adapt(expand(strategy), { debtorKind: debtor.kind, law }),
    creditorCountry: creditor.country,
    timeZone: creditor.timeZone,
    sendingHour: creditor.sendingHour ?? DEFAULT_SENDING_HOUR,
    sendingMinutes:
      jitterMinutes === 0 ? 0 : createHash('sha256').update(debtorId).digest().readUInt32BE(0) % jitterMinutes,
    toleranceMinor: creditor.tolerance?.minor ?? DEFAULT_TOLERANCE_MINOR,
    creditorCalendar: {
      closed: [...closedDays(placeOf(creditor), year, YEARS), ...(creditor.closingDays ?? [])].sort(),
    },
    debtorCalendar: { closed: closedDays(placeOf(debtor), year, YEARS) },
    debtorKind: debtor.kind,
    debtorCountry: debtor.country,
    collection,
    law,
  };
};

const placeOf = ({ country, address }: Pick<CreditorProfile, 'country' | 'address'>) => ({
  country,
  postalCode: address.postalCode,
});
