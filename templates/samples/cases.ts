import { adapt } from '../../domain/claim/adapt.ts';
import { CALL_OUTCOMES } from '../../domain/outcome.ts';
import { overlay } from '../../domain/overlay.ts';
import type { Plan } from '../../domain/plan.ts';
import { expand, type Channel, type PlannedStep, type Strategy } from '../../domain/strategy.ts';
import type { CallWords, WordingContext } from '../context.ts';
import type { Language } from '../language.ts';
import { loadStrategies } from '../strategies/load.ts';
import { sampleContext, type Variation } from './context.ts';
import { SAMPLE_DEBTORS, type SampleDebtor } from './debtors.ts';
import { eur } from './figures.ts';
import { SAMPLE_TEXTS, sampleCall } from './spoken.ts';

/** A made-up case in which a text speaks; `name` says which, for a person. */
export type SampleCase = { readonly name: string; readonly debtor: SampleDebtor; readonly context: WordingContext };

/** A text of templates/ by the parts of its name: messages/fr/progressive/first-reminder. */
export type TextName = {
  readonly folder: 'messages' | 'letters' | 'scripts';
  readonly language: Language;
  /** The strategy's key, `common`, or null for a letter. */
  readonly strategy: string | null;
  readonly step: string;
};

const USUAL: Omit<Variation, 'name'> = {
  known: 'all',
  partPaid: false,
  ratesThrough: null,
  ratesFrom: 'official',
  issuedOn: '2031-01-16',
  dueOn: '2031-02-17',
};

const VARIATIONS: readonly Variation[] = [
  { ...USUAL, name: 'all known' },
  { ...USUAL, name: 'little known', known: 'little' },
  { ...USUAL, name: 'part paid', partPaid: true },
  { ...USUAL, name: 'no rate at all', ratesThrough: '2030-12-31' },
  { ...USUAL, name: 'a rate that nobody official published', ratesFrom: 'unofficial' },
];

/** Due in a half-year that has a rate, late in one that has none. */
const RATES_END: Variation = {
  ...USUAL,
  name: 'no rate from January on',
  issuedOn: '2030-11-14',
  dueOn: '2030-12-16',
  ratesThrough: '2030-12-31',
};

/**
 * Every made-up case in which a text may speak: each debtor to whom its step happens, with much and little known;
 * `brief`: with one step and the commonest variations, for a piece that stands in many texts.
 */
export const sampleCases = (text: TextName, how: 'thorough' | 'brief' = 'thorough'): readonly SampleCase[] =>
  SAMPLE_DEBTORS.flatMap((debtor) =>
    stepsOf(text, debtor, how).flatMap(({ plan, step }) =>
      variationsFor(text, step, how).flatMap((variation) =>
        channelsOf(text, step).flatMap((channel) => {
          const context = sampleContext({ debtor, language: text.language, plan, step, channel, variation });
          const name = `${debtor.key}, ${step.key} of ${plan.strategyKey} by ${channel}, ${variation.name}`;
          return talksOf(text, context).map((call) => ({
            name: call ? `${name}, ${call.outcome}` : name,
            debtor,
            context: { ...context, call },
          }));
        }),
      ),
    ),
  );

/** Money matters only after the due date; a summary of a talk has enough to vary. */
const variationsFor = (
  { step: name }: TextName,
  { level }: PlannedStep,
  how: 'thorough' | 'brief',
): readonly Variation[] => {
  if (name === 'call-summary' || how === 'brief') return VARIATIONS.slice(0, 2);
  return level > 0 ? [...VARIATIONS, RATES_END] : VARIATIONS.slice(0, 2);
};

/** Texts of every strategy are spoken by any step: one of each tone. */
const TYPICAL: Readonly<Record<string, readonly string[]>> = {
  progressive: ['pre-reminder', 'first-reminder', 'second-reminder', 'third-reminder'],
  'five-days': ['other-channel'],
};

const stepsOf = (
  text: TextName,
  debtor: SampleDebtor,
  how: 'thorough' | 'brief',
): readonly { readonly plan: Plan; readonly step: PlannedStep }[] => {
  const plans = loadStrategies().map((strategy) => planOf(strategy, debtor));
  const own = plans.filter(({ strategyKey }) => text.strategy === null || strategyKey === text.strategy);
  const named = own.flatMap((plan) => plan.steps.filter(({ id }) => id === text.step).map((step) => ({ plan, step })));
  const known = loadStrategies().some(({ steps }) => steps.some(({ id }) => id === text.step));
  const found =
    named.length > 0 || (known && text.strategy !== 'common')
      ? named
      : plans.flatMap((plan) =>
          plan.steps
            .filter(({ id }) => (text.step === FREE ? id === FREE : TYPICAL[plan.strategyKey]?.includes(id)))
            .map((step) => ({ plan, step })),
        );
  const happening = found.filter(({ plan, step }) => overlay(plan, { ...step, enabled: true }).skip === null);
  return how === 'brief' ? happening.slice(-1) : happening;
};

const FREE = 'be-first-reminder';

const planOf = (strategy: Strategy, { kind, country, creditorCountry, law }: SampleDebtor): Plan => ({
  strategyKey: strategy.key,
  strategyVersion: strategy.version,
  accessories: strategy.accessories,
  parameters: strategy.parameters,
  steps: adapt(expand(strategy), { debtorKind: kind, law }),
  creditorCountry,
  timeZone: 'Europe/Paris',
  sendingHour: 9,
  sendingMinutes: 0,
  toleranceMinor: 500,
  creditorCalendar: { closed: [] },
  debtorCalendar: { closed: [] },
  debtorKind: kind,
  debtorCountry: country,
  collection: 'transfer',
  law,
});

const channelsOf = ({ folder, step: name }: TextName, { action, id }: PlannedStep): readonly Channel[] => {
  if (folder === 'letters') return ['registered-letter'];
  if (folder === 'scripts') return [action === 'visit' || name === 'visit' ? 'visit' : 'call'];
  if (action === 'letter') return ['letter'];
  return action === 'email' && id !== FREE && name !== 'statement' ? ['email'] : ['email', 'letter'];
};

/** A summary has a talk to confirm, with each of its outcomes; another text may recall the last one. */
const talksOf = ({ step, language }: TextName, { level, channel }: WordingContext): readonly (CallWords | null)[] => {
  if (step === 'call-summary')
    return level > 2 || channel !== 'email' ? [] : CALL_OUTCOMES.map((outcome) => talk(outcome, language));
  const recalled = sampleCall({ on: '2031-02-18', promise: { ...PROMISE, on: '2031-02-24' } });
  return RECALLING.includes(step) ? [null, recalled] : [null];
};

const RECALLING: readonly string[] = ['email-reminder', 'follow-up-call', 'invoice-copy'];
const PROMISE = { amount: eur(120_050), on: '2031-03-14', means: 'transfer', tracking: null };

const talk = (outcome: string, language: Language): CallWords => {
  const { remark } = SAMPLE_TEXTS[language];
  const promised = PROMISING.includes(outcome);
  return sampleCall({
    outcome,
    reason: remark,
    summary: remark,
    promise: promised ? PROMISE : null,
    dispute: outcome === 'dispute' ? { amount: eur(20_000), reason: remark } : null,
    forwardedTo: outcome === 'forwarded' ? 'Paul Renard' : null,
  });
};

const PROMISING: readonly string[] = ['promise', 'cheque-posted', 'paid-already'];
