import { legalWait } from '../../domain/claim/firstReminder.ts';
import { nextStep } from '../../domain/course.ts';
import { later, type Day } from '../../domain/day.ts';
import { approvalOfText } from '../../domain/overlay.ts';
import type { Approval, Channel } from '../../domain/strategy.ts';
import { factOf } from '../../domain/timetable.ts';
import { judge, type Verdict } from '../../domain/verdict.ts';
import { WordingRefused } from '../../templates/wordingFault.ts';
import { settleStep, stepWhere } from '../steps.ts';
import { openTask } from '../tasks.ts';
import type { CaseTx } from '../store.ts';
import { circumstances, readParties } from './circumstances.ts';
import { fixAddress, handToPerson } from './handToPerson.ts';
import { produceLetter } from './letter.ts';
import { materialOnce } from './material.ts';
import { askForMissingRates } from './missingRates.ts';
import { refusedDetails } from './refusedDetails.ts';
import { openReservation, reserve } from './reservation.ts';
import { speak } from './speak.ts';
import { mergedBefore } from './statement.ts';
import { giveUp } from './unclear.ts';
import { ANSWER_WITHIN, within } from './within.ts';
import type { Begun, Text, Work } from './work.ts';
import { approvedText, autoText, draft } from './write.ts';

/**
 * Begins (or goes on with) the next step while the invoice's row is locked: asks the facts again, then writes, drafts,
 * asks a person or leaves it. A step that isn't next, or a case that is settled or held, is left alone.
 */
export const beginStep = async (
  tx: CaseTx,
  key: string,
  day: Day,
  { wording, compose }: Pick<Work, 'wording' | 'compose'>,
): Promise<Begun> => {
  const facts = await tx.facts();
  const step = nextStep(tx.plan, facts);
  // Only interest and indemnity may be left: no step asks for them.
  if (facts.closed || facts.handedOverOn || facts.balanceMinor <= tx.plan.toleranceMinor) return nothing('paid');
  if (facts.holds.length > 0) return nothing('held');
  if (!step || step.key !== key) return nothing('not the next step');
  const parties = await readParties(tx);
  // After a timer the step is of the day it slept for, even where this machine's clock lags behind.
  const today = later(tx.today, day);
  const work: Work = { step, facts, parties, wording, compose, today, material: materialOnce(tx, facts, parties) };
  if (legalWait(facts, key, work.today) !== null) return nothing('waiting-legal');
  // Its question was withdrawn when the case closed: it is asked again, never sent again unasked.
  if (factOf(facts, key).status === 'unclear') return askAgain(tx, key);
  const reserved = await openReservation(tx, work);
  if (reserved) return reserved;
  try {
    return await goOn(tx, work);
  } catch (error) {
    if (error instanceof WordingRefused) return askToMend(tx, key, error);
    throw error;
  }
};

const goOn = async (tx: CaseTx, work: Work): Promise<Begun> => {
  const { step, facts, parties } = work;
  const { key } = step;
  const fact = factOf(facts, key);
  const text = fact.status === 'due' ? await approvedText(tx, work) : null;
  if (text === 'remade') return nothing('its dates had run out: drafted anew');
  if (text) return put(tx, work, text.channel, text);
  if (facts.waits.some(({ stepKey }) => stepKey === key)) return nothing('waits for a person');
  const verdict = judge(tx.plan, facts, step, circumstances(parties.debtor, work.today));
  // Conditions are judged once: a step made anew after a hold doesn't ask them again.
  if (verdict.do === 'write' || verdict.do === 'speak')
    await tx.db.step.update({ where: stepWhere(tx, key), data: { decided: true } });
  return carryOut(tx, work, verdict);
};

/** What lacks or is too much in a text isn't mended by trying again: a person mends the data, then the step is made. */
const askToMend = async (tx: CaseTx, stepKey: string, refused: WordingRefused): Promise<Begun> => {
  await openTask(tx, {
    kind: 'decide',
    stepKey,
    title: `mend what the text of ${stepKey} lacks`,
    details: refusedDetails(refused),
    role: 'person',
    deadline: within(tx, tx.today, ANSWER_WITHIN, 'escalate'),
  });
  return nothing('the wording was refused');
};

const askAgain = async (tx: CaseTx, stepKey: string): Promise<Begun> => {
  const reminder = await tx.db.reminder.findFirst({
    where: { ...tx.ref, stepKey, status: 'unclear' },
    orderBy: { n: 'desc' },
  });
  if (reminder) await giveUp(tx, reminder, 'it was unclear when the case closed');
  return nothing('unclear');
};

const carryOut = async (tx: CaseTx, work: Work, verdict: Verdict): Promise<Begun> => {
  const { key } = work.step;
  switch (verdict.do) {
    case 'skip':
      await settleStep(tx, key, { status: 'skipped', reason: verdict.reason });
      return nothing('skipped');
    case 'expire':
      await settleStep(tx, key, { status: 'expired', reason: verdict.reason });
      return nothing('expired');
    case 'ask':
      await openTask(tx, {
        kind: 'decide',
        stepKey: key,
        title: `answer or decide before ${key}`,
        details: { question: verdict.question },
        role: 'person',
        deadline: within(tx, tx.today, ANSWER_WITHIN, 'escalate'),
      });
      return nothing('somebody answered');
    case 'fix-address':
      await fixAddress(tx, work, verdict.missing, verdict.channel);
      return nothing('no address');
    case 'hand-to-person':
      if (verdict.kind === 'legal-file') await askForMissingRates(tx, work);
      await handToPerson(tx, work, verdict.kind);
      return nothing('a person does it');
    case 'speak':
      await askForMissingRates(tx, work);
      await speak(tx, work, verdict.channel);
      return nothing('a person rings');
    case 'write':
      return write(tx, work, verdict.channel);
  }
};

/** A formal notice whose interest stops for want of a rate: nobody but a manager lets it go. */
const NOTICED: Approval = { by: 'manager', within: 1, onDeadline: 'wait' };

const write = async (tx: CaseTx, work: Work, channel: Channel): Promise<Begun> => {
  const { step, facts } = work;
  if (step.scope === 'debtor' && (await mergedBefore(tx, work))) return nothing('merged');
  const unrated = await askForMissingRates(tx, work, channel);
  const usual = approvalOfText(tx.plan, step, factOf(facts, step.key).attempts > 0);
  const approval = unrated && step.grants?.kind === 'notice' && usual.by !== 'manager' ? NOTICED : usual;
  if (approval.by === 'auto') return put(tx, work, channel, await autoText(tx, work, channel));
  await draft(tx, work, channel, approval);
  return nothing('drafted');
};

const put = async (tx: CaseTx, work: Work, channel: Channel, text: Text): Promise<Begun> => {
  if (channel === 'email') return reserve(tx, work, text);
  await produceLetter(tx, work, channel === 'registered-letter' ? channel : 'letter', text);
  return nothing('a letter waits to be posted');
};

const nothing = (why: string): Begun => ({ do: 'nothing', why });
