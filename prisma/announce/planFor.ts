import { invalid } from '../../domain/refusal.ts';
import { dayAt } from '../../domain/instant.ts';
import type { Plan } from '../../domain/plan.ts';
import { makePlan } from '../plan.ts';
import type { CreditorProfile, DebtorProfile } from '../profiles.ts';
import type { Store } from '../store.ts';
import type { Announcement } from './announcement.ts';

/** The strategy wanted, else the house's own, as this debtor's law lets it happen. */
export const planFor = (
  store: Store,
  creditor: CreditorProfile,
  debtorId: string,
  debtor: DebtorProfile,
  announcement: Announcement,
  at: number,
): Plan => {
  const wanted = announcement.strategy ?? creditor.defaultStrategy ?? 'progressive';
  const strategy = store.strategies.find((candidate) => candidate.key === wanted);
  if (!strategy)
    throw invalid(
      '/strategy',
      `expected one of ${store.strategies.map((known) => known.key).join(', ')}, got ${wanted}`,
    );
  return makePlan({
    creditor,
    debtorId,
    debtor,
    strategy,
    collection: announcement.collection ?? 'transfer',
    year: Number(dayAt(at, creditor.timeZone).slice(0, 4)),
    jitterMinutes: store.jitterMinutes,
  });
};
