import { addBusinessDays } from '../../domain/calendar.ts';
import { addDays, later, type Day } from '../../domain/day.ts';
import { isSettled, type HoldFact } from '../../domain/facts.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import { factOf } from '../../domain/timetable.ts';
import type { CaseTx } from '../store.ts';
import { addContact } from './contacts.ts';
import { openHold } from './openHold.ts';
import { queueAnswer } from './queueAnswer.ts';
import { leaveOut } from './skipStep.ts';
import type { CallOutcome } from '../../domain/outcome.ts';
import type { TalkBody } from './talkBody.ts';
import { daySpokenOf } from './talkNeeds.ts';

type Pause = { readonly until: Day; readonly thenDo: HoldFact['thenDo'] };

const inBusinessDays = (tx: CaseTx, count: number): Day => addBusinessDays(tx.plan.creditorCalendar, tx.today, count);

const THINKING = 10;
const CHEQUE_DAYS = 3;

/** How long the course pauses after a talk, until promises, disputes and plans are processes of their own. */
const PAUSES: Readonly<Partial<Record<CallOutcome, (tx: CaseTx, spokenOf: Day) => Pause>>> = {
  promise: (_tx, on) => ({ until: on, thenDo: 'decide' }),
  'cheque-posted': (tx, on) => ({ until: later(addDays(on, CHEQUE_DAYS), tx.today), thenDo: 'decide' }),
  'paid-already': (tx) => ({ until: inBusinessDays(tx, THINKING), thenDo: 'decide' }),
  dispute: (tx) => ({ until: inBusinessDays(tx, THINKING), thenDo: 'decide' }),
  'not-satisfied': (tx) => ({ until: inBusinessDays(tx, THINKING), thenDo: 'decide' }),
  'arrangement-wanted': (tx) => ({ until: inBusinessDays(tx, THINKING), thenDo: 'decide' }),
  'invoice-not-received': (tx) => ({ until: inBusinessDays(tx, 3), thenDo: 'resume' }),
  'not-debtor': (tx) => ({ until: addDays(tx.today, 30), thenDo: 'decide' }),
  insolvency: (tx) => ({ until: addDays(tx.today, 30), thenDo: 'decide' }),
  'debt-relief': (tx) => ({ until: addDays(tx.today, 30), thenDo: 'decide' }),
  deceased: (tx) => ({ until: addDays(tx.today, 30), thenDo: 'decide' }),
};

/** What a talk that reached somebody does to the case, besides doing its step. */
export const takeEffect = async (
  tx: CaseTx,
  said: TalkBody,
  step: PlannedStep | null,
  callId: string,
): Promise<void> => {
  const { outcome, contact, address, reason } = said;
  if (outcome === 'forwarded' && contact) await addContact(tx, contact);
  if (outcome === 'refused') await skipGentle(tx, step, reason ?? outcome);
  if (outcome === 'invoice-not-received')
    await queueAnswer(tx, {
      kind: 'invoice-copy',
      stepKey: step?.key ?? null,
      context: { callId },
      to: typeof address === 'string' ? address : null,
    });
  const pause = PAUSES[outcome]?.(tx, daySpokenOf(said) ?? tx.today);
  if (pause) await openHold(tx, { kind: 'manual', ...pause, note: reason == null ? outcome : `${outcome}: ${reason}` });
};

/** After a refusal the next step is of level 2 or higher; what the law requires stays. */
const skipGentle = async (tx: CaseTx, step: PlannedStep | null, reason: string): Promise<void> => {
  const facts = await tx.facts();
  const ahead = tx.plan.steps
    .slice(step ? tx.plan.steps.indexOf(step) + 1 : 0)
    .filter(({ key }) => !isSettled(factOf(facts, key)));
  const firm = ahead.findIndex(({ level }) => level >= 2);
  for (const gentle of ahead.slice(0, firm < 0 ? ahead.length : firm))
    if (!gentle.mandatory) await leaveOut(tx, gentle.key, `the debtor refused to pay: ${reason}`);
};
