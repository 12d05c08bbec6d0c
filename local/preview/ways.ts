import type { Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Channel, PlannedStep } from '../../domain/strategy.ts';
import { judge } from '../../domain/verdict.ts';
import { circumstances } from '../../prisma/course/circumstances.ts';
import { NEXT_CHANNEL } from '../../prisma/course/deadline.ts';
import type { DebtorProfile } from '../../prisma/profiles.ts';

/** Another way in which the same step may reach the same debtor. */
export type Way = { readonly channel: Channel; readonly why: string; readonly debtor: DebtorProfile };

/** The same debtor where he prefers another way, or where an address is missing. */
const OTHERWISE: readonly (readonly [string, (debtor: DebtorProfile) => DebtorProfile])[] = [
  ['prefers-letters', (debtor) => ({ ...debtor, preferredChannel: 'letter' })],
  ['prefers-calls', (debtor) => ({ ...debtor, preferredChannel: 'call' })],
  ['no-phone', (debtor) => without(debtor, 'phone')],
  ['no-email', (debtor) => without(debtor, 'email')],
];

const without = (debtor: DebtorProfile, missing: 'phone' | 'email'): DebtorProfile => ({
  ...debtor,
  contacts: debtor.contacts.map((contact) => ({ ...contact, [missing]: undefined })),
});

/** The channels besides the usual one that the step takes where the debtor is reached otherwise, each once. */
export const waysTo = (
  debtor: DebtorProfile,
  plan: Plan,
  facts: CaseFacts,
  step: PlannedStep,
  today: Day,
  usual: Channel,
): readonly Way[] => {
  const found = new Map<Channel, Way>();
  for (const [why, change] of OTHERWISE) {
    const other = change(debtor);
    const verdict = judge(plan, facts, step, circumstances(other, today));
    // Nobody found the address in time: the next channel is taken.
    const channel =
      verdict.do === 'fix-address'
        ? NEXT_CHANNEL[verdict.channel]
        : verdict.do === 'write' || verdict.do === 'speak'
          ? verdict.channel
          : undefined;
    if (channel !== undefined && channel !== usual && !found.has(channel))
      found.set(channel, { channel, why: `${channel}-${why}`, debtor: other });
  }
  return [...found.values()];
};
