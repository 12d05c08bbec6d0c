import { describe, expect, test } from 'vitest';
import { day } from '../../domain/day.ts';
import type { CaseFacts, StepFact } from '../../domain/facts.ts';
import type { Plan } from '../../domain/plan.ts';
import { channelOf, judge, type Circumstances } from '../../domain/verdict.ts';
import { aPlan, aPlanFor, aStepFact, theFacts } from '../strategies/aCase.ts';

const now = (changes: Partial<Circumstances> = {}): Circumstances => ({
  today: day('2031-03-24'),
  hasEmail: true,
  hasPhone: true,
  hasAddress: true,
  local: false,
  company: true,
  preferred: 'email',
  doNotContact: false,
  ...changes,
});

const withSteps = (
  plan: Plan,
  settled: Record<string, Partial<StepFact>>,
  changes: Partial<CaseFacts> = {},
): CaseFacts => theFacts(plan, { steps: plan.steps.map(({ key }) => aStepFact(key, settled[key])), ...changes });

const stepOf = (plan: Plan, key: string) => plan.steps.find((step) => step.key === key)!;

const progressive = aPlan('progressive');
const closeContact = aPlan('close-contact');
const fiveDays = aPlan('five-days');

const done = (on: string, channel: StepFact['channel'] = 'email'): Partial<StepFact> => ({
  status: 'done',
  on: day(on),
  contact: true,
  channel,
});

test('a condition that fails skips the step and says why', () => {
  expect(
    judge(
      progressive,
      theFacts(progressive),
      stepOf(progressive, 'pre-call'),
      now({ today: day('2031-01-31'), hasPhone: false }),
    ),
  ).toEqual({
    do: 'skip',
    reason: 'no phone number is known',
  });
  const small = theFacts(progressive, { balanceMinor: 4_999 });
  expect(judge(progressive, small, stepOf(progressive, 'formal-notice'), now())).toMatchObject({ do: 'skip' });
  expect(
    judge(progressive, theFacts(progressive, { balanceMinor: 5_000 }), stepOf(progressive, 'formal-notice'), now()),
  ).toMatchObject({ do: 'write' });
  expect(
    judge(
      { ...progressive, collection: 'direct-debit' },
      theFacts(progressive),
      stepOf(progressive, 'pre-reminder'),
      now({ today: day('2031-01-28') }),
    ),
  ).toMatchObject({ do: 'skip' });
});

test('a visit needs a company that is near and an amount worth it', () => {
  const facts = theFacts(closeContact, { balanceMinor: 200_000 });
  const visit = stepOf(closeContact, 'visit');
  expect(judge(closeContact, facts, visit, now({ local: true }))).toEqual({ do: 'speak', channel: 'visit' });
  expect(judge(closeContact, facts, visit, now())).toMatchObject({ do: 'skip' });
  expect(judge(closeContact, { ...facts, balanceMinor: 199_999 }, visit, now({ local: true }))).toMatchObject({
    do: 'skip',
  });
});

describe('no answer', () => {
  const notice = stepOf(progressive, 'formal-notice');
  const reminded = { 'reminder-call': done('2031-02-21', 'call'), 'third-reminder': done('2031-03-07') };
  const judged = (reactedOn: string, more: Record<string, Partial<StepFact>> = {}) =>
    judge(
      progressive,
      withSteps(progressive, { ...reminded, ...more }, { reaction: { on: day(reactedOn), kind: 'payment' } }),
      notice,
      now(),
    ).do;

  test('looks back to the previous reminder, its own day included', () => {
    expect(judged('2031-03-06')).toBe('write');
    expect(judged('2031-03-07')).toBe('ask');
    expect(judged('2031-03-20')).toBe('ask');
  });

  test('is asked no more once a person decided', () => {
    expect(judged('2031-03-20', { 'formal-notice': { decided: true } })).toBe('write');
  });

  test('since the call looks back further than the letter', () => {
    const plan = aPlan('statement-first');
    const steps = {
      'courtesy-call': done('2031-02-06', 'call'),
      'email-reminder': done('2031-02-13'),
      'reminder-letter': done('2031-02-24', 'letter'),
    };
    const facts = withSteps(plan, steps, { reaction: { on: day('2031-02-06'), kind: 'forwarded' } });
    expect(judge(plan, facts, stepOf(plan, 'formal-notice'), now()).do).toBe('ask');
    expect(judge(plan, facts, stepOf(plan, 'reminder-letter'), now()).do).toBe('write');
    expect(judge(plan, { ...facts, reaction: null }, stepOf(plan, 'formal-notice'), now()).do).toBe('write');
  });
});

test('past its last day a pre-due step expires, whatever its conditions', () => {
  expect(
    judge(
      progressive,
      theFacts(progressive),
      stepOf(progressive, 'pre-call'),
      now({ today: day('2031-02-05'), hasPhone: false }),
    ),
  ).toEqual({
    do: 'expire',
    reason: 'its last day was 2031-02-04',
  });
});

test('without an address somebody must find it', () => {
  const facts = theFacts(progressive);
  expect(judge(progressive, facts, stepOf(progressive, 'first-reminder'), now({ hasEmail: false }))).toEqual({
    do: 'fix-address',
    missing: 'email',
    channel: 'email',
  });
  expect(judge(progressive, facts, stepOf(progressive, 'reminder-call'), now({ hasPhone: false }))).toMatchObject({
    missing: 'phone',
  });
  expect(judge(progressive, facts, stepOf(progressive, 'formal-notice'), now({ hasAddress: false }))).toMatchObject({
    missing: 'address',
  });
});

describe('the channel', () => {
  const other = stepOf(fiveDays, 'other-channel');
  const channel = (settled: Record<string, Partial<StepFact>>, circumstances = now()) =>
    channelOf(withSteps(fiveDays, settled), other, circumstances);

  test('changes: written to spoken, spoken to written', () => {
    expect(channel({ 'first-contact': done('2031-02-10', 'email') })).toBe('call');
    expect(channel({ 'first-contact': done('2031-02-10', 'letter') })).toBe('call');
    expect(channel({ 'first-contact': done('2031-02-10', 'call') })).toBe('email');
    expect(channel({ 'first-contact': done('2031-02-10', 'call') }, now({ hasEmail: false }))).toBe('letter');
    expect(channel({ 'first-contact': done('2031-02-10', 'email') }, now({ hasPhone: false }))).toBe('email');
  });

  test('is an e-mail when nobody was approached yet, or follows what was done before Huitaine', () => {
    expect(channel({ 'first-contact': { status: 'skipped' } })).toBe('email');
    const prior = theFacts(fiveDays, { priorReminders: [{ on: day('2031-02-03'), channel: 'email', level: 1 }] });
    expect(channelOf(prior, other, now())).toBe('call');
  });

  test('of a first contact is what the debtor prefers, of a statement a letter where he prefers one', () => {
    const statementFirst = aPlan('statement-first');
    expect(channelOf(theFacts(fiveDays), stepOf(fiveDays, 'first-contact'), now({ preferred: 'call' }))).toBe('call');
    expect(channelOf(theFacts(statementFirst), stepOf(statementFirst, 'statement'), now({ preferred: 'letter' }))).toBe(
      'letter',
    );
    expect(channelOf(theFacts(statementFirst), stepOf(statementFirst, 'statement'), now({ hasEmail: false }))).toBe(
      'letter',
    );
  });
});

describe('debtors who are no business', () => {
  const consumers = aPlan('close-contact', { debtorKind: 'consumer' });
  const judged = (plan: Plan, key: string, circumstances = now({ local: true })) =>
    judge(plan, theFacts(plan, { balanceMinor: 500_000 }), stepOf(plan, key), circumstances);

  test.each(['visit', 'stop-deliveries', 'courtesy-call'])('%s never happens to a consumer', (key) => {
    expect(judged(consumers, key).do).toBe('skip');
  });

  test('formal steps happen to everybody', () => {
    expect(judged(consumers, 'neutral-letter')).toEqual({ do: 'write', channel: 'registered-letter' });
  });

  test('a step switched off happens to nobody', () => {
    expect(judged(fiveDays, 'visit')).toMatchObject({ do: 'skip' });
  });

  test('a first reminder in writing is a letter to who prefers one or has no e-mail address', () => {
    const town = aPlanFor('close-contact', { kind: 'public', country: 'FR' });
    expect(judged(town, 'due-call')).toEqual({ do: 'write', channel: 'email' });
    expect(judged(town, 'due-call', now({ preferred: 'letter' }))).toEqual({ do: 'write', channel: 'letter' });
    expect(judged(town, 'due-call', now({ hasEmail: false }))).toEqual({ do: 'write', channel: 'letter' });
    expect(judged(town, 'due-call', now({ preferred: 'call' }))).toEqual({ do: 'write', channel: 'email' });
  });

  test('after a free first reminder that reached nobody nothing more is asked', () => {
    const belgian = aPlanFor('progressive', { kind: 'consumer', country: 'BE' });
    const facts = withSteps(belgian, { 'be-first-reminder': { status: 'failed' } });
    for (const key of ['second-reminder', 'reminder-call', 'formal-notice'])
      expect(judge(belgian, facts, stepOf(belgian, key), now())).toMatchObject({ do: 'skip' });
    const reminded = withSteps(belgian, { 'be-first-reminder': done('2031-02-06') });
    expect(judge(belgian, reminded, stepOf(belgian, 'second-reminder'), now()).do).toBe('write');
  });
});
