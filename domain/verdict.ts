import { firstReminderFailed } from './claim/firstReminder.ts';
import type { Day } from './day.ts';
import type { CaseFacts } from './facts.ts';
import { overlay } from './overlay.ts';
import type { Plan } from './plan.ts';
import { approaches, isSpoken, type Channel, type Condition, type PlannedStep } from './strategy.ts';
import { factOf, lastDay } from './timetable.ts';

/** What is known about the debtor at the step's time. */
export type Circumstances = {
  readonly today: Day;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  readonly hasAddress: boolean;
  readonly local: boolean;
  readonly company: boolean;
  readonly preferred: Channel;
  readonly doNotContact: boolean;
};

/** What becomes of a step whose time has come. */
export type Verdict =
  | { readonly do: 'skip'; readonly reason: string }
  | { readonly do: 'expire'; readonly reason: string }
  /** Somebody answered: a person answers or decides first. */
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'fix-address'; readonly missing: 'email' | 'phone' | 'address'; readonly channel: Channel }
  | { readonly do: 'write' | 'speak'; readonly channel: Channel }
  | { readonly do: 'hand-to-person'; readonly kind: 'stop-deliveries' | 'legal-file' };

/** Judges a step once, at its time, on the open amount including VAT (case.md, "Conditions are judged once"). */
export const judge = (plan: Plan, facts: CaseFacts, step: PlannedStep, now: Circumstances): Verdict => {
  const { skip } = overlay(plan, step);
  if (skip !== null) return { do: 'skip', reason: skip };
  if (firstReminderFailed(plan, facts, step.key))
    return { do: 'skip', reason: 'the free first reminder reached nobody: nothing more may be asked' };
  const limit = lastDay(plan, facts, step);
  if (limit !== null && now.today > limit && step.onLate === 'expire')
    return { do: 'expire', reason: `its last day was ${limit}` };
  if (!factOf(facts, step.key).decided && now.doNotContact && approaches(step))
    return { do: 'ask', question: 'the debtor is not to be contacted' };
  if (step.offset.from === 'notice' && facts.notice === null)
    return { do: 'skip', reason: 'no formal notice was posted' };
  if (step.offset.from === 'letter' && facts.letterPostedOn === null)
    return { do: 'skip', reason: 'the letter announcing it was not posted' };
  if (!factOf(facts, step.key).decided)
    for (const condition of step.conditions) {
      const failed = fails(plan, facts, step, now, condition);
      if (failed) return failed;
    }
  if (step.action === 'stop-deliveries' || step.action === 'legal-file')
    return { do: 'hand-to-person', kind: step.action };
  return reach(channelOf(facts, step, now), now);
};

/** The real way to the debtor: his preference, or the other than last time (strategies.md, "actions"). */
export const channelOf = (facts: CaseFacts, step: PlannedStep, now: Circumstances): Channel => {
  const { viaChannel } = factOf(facts, step.key);
  if (viaChannel) return viaChannel;
  switch (step.action) {
    case 'preferred':
      return now.preferred;
    case 'other-channel': {
      const last = lastChannel(facts);
      if (last !== null && !isSpoken(last) && now.hasPhone) return 'call';
      return now.hasEmail ? 'email' : 'letter';
    }
    case 'email':
      return (step.scope === 'debtor' || step.orByPost) && (!now.hasEmail || now.preferred === 'letter')
        ? 'letter'
        : 'email';
    case 'stop-deliveries':
    case 'legal-file':
      throw new RangeError(`${step.action} approaches nobody`);
    default:
      return step.action;
  }
};

const lastChannel = (facts: CaseFacts): Channel | null => {
  const done = [...facts.steps].reverse().find((step) => step.contact && step.channel);
  return done?.channel ?? facts.priorReminders.at(-1)?.channel ?? null;
};

const reach = (channel: Channel, now: Circumstances): Verdict => {
  if (channel === 'email' && !now.hasEmail) return { do: 'fix-address', missing: 'email', channel };
  if (channel === 'call' && !now.hasPhone) return { do: 'fix-address', missing: 'phone', channel };
  if (channel !== 'email' && channel !== 'call' && !now.hasAddress)
    return { do: 'fix-address', missing: 'address', channel };
  return { do: isSpoken(channel) ? 'speak' : 'write', channel };
};

const fails = (
  plan: Plan,
  facts: CaseFacts,
  step: PlannedStep,
  now: Circumstances,
  condition: Condition,
): Verdict | null => {
  const skip = (holds: boolean, reason: string): Verdict | null => (holds ? null : { do: 'skip', reason });
  switch (condition.is) {
    case 'not-direct-debit':
      return skip(plan.collection !== 'direct-debit', 'the invoice is collected by direct debit');
    case 'not-consumer':
      return skip(plan.debtorKind !== 'consumer', 'the debtor is a consumer');
    case 'business':
      return skip(plan.debtorKind === 'business', 'the debtor is not a business');
    case 'company':
      return skip(now.company, 'the debtor is not a company');
    case 'phone':
      return skip(now.hasPhone, 'no phone number is known');
    case 'local':
      return skip(now.local, 'the debtor is not local');
    // A creditor that doesn't report how fresh its bank data are has no such condition.
    case 'bank-data':
      return null;
    case 'minimum': {
      const minimum = plan.parameters[condition.of];
      return skip(
        facts.balanceMinor >= minimum,
        `open amount ${facts.balanceMinor} is below ${condition.of} ${minimum} (minor units)`,
      );
    }
    case 'no-visit-or-unpaid-visit':
      return null;
    case 'no-answer':
      return answeredSince(facts, step, condition);
  }
};

/** In or since the previous reminder (or the named step) the debtor reacted. */
const answeredSince = (
  facts: CaseFacts,
  step: PlannedStep,
  condition: Extract<Condition, { is: 'no-answer' }>,
): Verdict | null => {
  const { reaction } = facts;
  if (!reaction) return null;
  const since = sinceDay(facts, step, condition.since);
  if (since !== null && reaction.on < since) return null;
  const text = `the debtor reacted on ${reaction.on} (${reaction.kind})`;
  return condition.else === 'ask' ? { do: 'ask', question: text } : { do: 'skip', reason: text };
};

const sinceDay = (facts: CaseFacts, step: PlannedStep, since: string | undefined): Day | null => {
  const from = since === undefined ? 0 : facts.steps.findIndex(({ key }) => key === since);
  const days = facts.steps
    .slice(Math.max(from, 0))
    .flatMap(({ key, contact, on }) => (contact && on !== null && key !== step.key ? [on] : []));
  const prior = facts.priorReminders.map(({ on }) => on);
  const sorted = (since === undefined || days.length === 0 ? [...prior, ...days] : days).sort();
  return (since === undefined || days.length === 0 ? sorted.at(-1) : sorted[0]) ?? null;
};
