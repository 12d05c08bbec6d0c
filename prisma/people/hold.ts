import type { CaseRef } from '../../domain/caseRef.ts';
import { addDays, isDay } from '../../domain/day.ts';
import { invalid, Refusal } from '../../domain/refusal.ts';
import { react } from '../settle.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { endHolds } from '../withdraw.ts';
import { openHold } from './openHold.ts';
import { refuseClosed } from './refusals.ts';

/** A pause that a person asks for lasts no longer: nothing sleeps silently. */
export const LONGEST_HOLD_DAYS = 30;

export type HoldRequest = {
  readonly until?: string | null | undefined;
  readonly reason: 'manual' | 'reply' | 'payment-announced';
  readonly note?: string | null | undefined;
};

/**
 * Pauses a case. With `until` it goes on by itself after that day, without it a person is asked after 30 days.
 * @throws Refusal CASE_CLOSED, VALIDATION (until)
 */
export const hold = (store: Store, ref: CaseRef, request: HoldRequest, actor: Actor): Promise<string> =>
  store.change(ref, actor, async (tx) => {
    refuseClosed(await tx.facts());
    return openManualHold(tx, request);
  });

/** The same for a case that is locked already. */
export const openManualHold = async (tx: CaseTx, { until, reason, note }: HoldRequest): Promise<string> => {
  const longest = addDays(tx.today, LONGEST_HOLD_DAYS);
  const outside = until != null && (!isDay(until) || until < tx.today || until > longest);
  if (outside)
    throw invalid(
      '/until',
      `expected a day from ${tx.today} to ${longest} (${LONGEST_HOLD_DAYS} days at most), got ${until}`,
    );
  const id = await openHold(tx, {
    kind: reason,
    until: until ?? longest,
    thenDo: until == null ? 'decide' : 'resume',
    note: note ?? null,
  });
  if (reason === 'reply') await react(tx, 'reply');
  return id;
};

/**
 * Ends every open hold of a case.
 * @throws Refusal CASE_CLOSED, HOLD_NOT_OPEN
 */
export const resume = (store: Store, ref: CaseRef, actor: Actor): Promise<void> =>
  store.change(ref, actor, async (tx) => {
    const facts = await tx.facts();
    refuseClosed(facts);
    if (facts.holds.length === 0)
      throw new Refusal('HOLD_NOT_OPEN', 'expected a case on hold, this one has no open hold');
    await endHolds(tx);
    await tx.note('resumed', { holds: facts.holds.map(({ id }) => id) });
  });
