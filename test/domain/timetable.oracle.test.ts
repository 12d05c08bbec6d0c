import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../../domain/day.ts';
import { dayAt, instantOn } from '../../domain/instant.ts';
import { factOf, timetable } from '../../domain/timetable.ts';
import { announced, moment, type TheCase } from '../oracle/theCase.ts';
import type { StrategyKey } from '../oracle/story.ts';
import { whenStep } from '../oracle/whenStep.ts';
import { aPlan, aPlanFor, aStepFact, BELGIAN, FRENCH, PARIS, theFacts } from '../strategies/aCase.ts';

const CALENDARS = { FR: FRENCH, BE: BELGIAN };

const anySituation = fc.record({
  key: fc.constantFrom<StrategyKey>('progressive', 'five-days', 'procedure', 'close-contact', 'statement-first'),
  creditor: fc.constantFrom<'FR' | 'BE'>('FR', 'BE'),
  debtor: fc.constantFrom<'FR' | 'BE'>('FR', 'BE'),
  kind: fc.constantFrom<'business' | 'consumer'>('business', 'consumer'),
  announcedOn: fc.integer({ min: 0, max: 1_200 }).map((days) => addDays(day('2030-01-01'), days)),
  announcedHour: fc.integer({ min: 0, max: 23 }),
  term: fc.integer({ min: -90, max: 60 }),
  postedBefore: fc.integer({ min: 0, max: 5 }),
  prior: fc.array(fc.integer({ min: -30, max: -1 }), { maxLength: 4 }),
  settled: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 20 }),
      contact: fc.boolean(),
      /** Days from the reminder to the day from which its text counts: drafted before, or planned for later. */
      text: fc.constantFrom(-4, -1, 0, 0, 1, 3),
    }),
    { maxLength: 7 },
  ),
  nowAfter: fc.integer({ min: 0, max: 20 }),
  nowHour: fc.integer({ min: 0, max: 23 }),
});

test('the next step falls on the day that the oracle counts, whatever was done before', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      const { key, creditor, kind, announcedOn, announcedHour, term, postedBefore, prior, settled } = situation;
      // The oracle knows the consumers of Belgium.
      const debtor = kind === 'consumer' ? 'BE' : situation.debtor;
      const adapted = kind === 'consumer' ? aPlanFor(key, { kind, country: 'BE' }) : aPlan(key);
      const whole = { ...adapted, creditorCalendar: CALENDARS[creditor], debtorCalendar: CALENDARS[debtor] };
      // A step that is switched off is settled from the start.
      const plan = { ...whole, steps: whole.steps.filter(({ enabled }) => enabled) };
      const done = settled.slice(0, plan.steps.length - 1);
      let last = announcedOn;
      const planned = theFacts(plan, {
        announcedOn,
        postedOn: addDays(announcedOn, -postedBefore),
        dueOn: addDays(announcedOn, term),
        priorReminders: prior.map((days) => ({ on: addDays(announcedOn, days), channel: 'email', level: 1 })),
        steps: plan.steps.map(({ key: step }, index) => {
          const fact = done[index];
          if (!fact) return aStepFact(step);
          last = addDays(last, fact.after);
          return aStepFact(step, {
            status: fact.contact ? 'done' : 'skipped',
            on: fact.contact ? last : null,
            contact: fact.contact,
            textOn: fact.contact ? addDays(last, fact.text) : null,
          });
        }),
      });
      // A posted letter, and for a notice a period of any length: its computation has a test of its own.
      const letters = plan.steps.filter(({ action }) => action === 'letter' || action === 'registered-letter');
      const posted = letters
        .map((step) => ({ step, on: factOf(planned, step.key).on }))
        .filter(({ on }) => on !== null);
      const letterOn = posted.at(-1)?.on ?? null;
      const noticeOn = posted.find(({ step }) => step.grants?.kind === 'notice')?.on ?? null;
      const periodEndsOn = noticeOn === null ? null : addDays(noticeOn, 11);
      const facts = {
        ...planned,
        letterPostedOn: letterOn,
        notice: noticeOn === null || periodEndsOn === null ? null : { postedOn: noticeOn, periodEndsOn },
      };
      const nowOn = addDays(last, situation.nowAfter);
      const nowHour = nowOn === announcedOn ? Math.max(situation.nowHour, announcedHour) : situation.nowHour;

      const theCase: TheCase = announced({
        strategy: key,
        creditorCountry: creditor,
        debtorCountry: debtor,
        announcedAt: { day: announcedOn, hour: announcedHour },
        postedOn: facts.postedOn,
        dueOn: facts.dueOn,
        amountMinor: 120_050,
        debtor: { kind, email: true, phone: true },
        priorReminders: facts.priorReminders,
        acts: [],
        through: { day: nowOn, hour: 23 },
      });
      theCase.now = moment(nowOn, nowHour);
      theCase.letterOn = letterOn;
      theCase.noticeEndsOn = periodEndsOn;
      theCase.steps.forEach((step) => {
        const fact = factOf(facts, step.key);
        if (fact.status !== 'planned') step.status = 'skipped';
        step.on = fact.on;
        step.textFrom = fact.textOn ?? null;
      });

      const next = theCase.steps[done.length]!;
      const row = timetable(plan, facts, instantOn(nowOn, nowHour, PARIS)).find((dated) => dated.key === next.key)!;
      const expected = whenStep(theCase, next);
      expect({ late: row.late, on: row.on, at: row.at === null ? null : dayAt(row.at, PARIS) }).toEqual({
        late: expected === null,
        on: expected === null ? null : expected.slice(0, 10),
        at: expected === null ? null : expected.slice(0, 10),
      });
    }),
    { numRuns: 3_000 },
  );
});
