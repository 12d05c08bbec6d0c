import { approvalFor, deadlineOf } from '../../domain/deadlines.ts';
import { day as asDay } from '../../domain/day.ts';
import { approvalOfText, overlay } from '../../domain/overlay.ts';
import type { Channel, PlannedStep } from '../../domain/strategy.ts';
import { factOf } from '../../domain/timetable.ts';
import type { Task } from '../generated/client.ts';
import { markStep, settleStep, stepWhere } from '../steps.ts';
import type { CaseTx } from '../store.ts';
import { closeTask } from '../tasks.ts';
import { withdrawStep } from '../withdraw.ts';
import { circumstances, readParties } from './circumstances.ts';

/** What the deadline of an open task does: a deputy, going on without, the end of the step, sending unconfirmed, another channel. */
export const passDeadline = async (tx: CaseTx, taskId: string): Promise<void> => {
  const task = await tx.db.task.findUnique({ where: { id: taskId } });
  if (!task || task.status !== 'open' || task.onDeadline === null) return;
  switch (task.onDeadline) {
    case 'escalate':
      return escalate(tx, task);
    case 'continue':
      return leave(tx, task, `nobody did it by ${task.deadlineOn}; the course goes on`);
    case 'expire':
      return leave(tx, task, `its last day was ${task.deadlineOn}`);
    case 'send':
      return sendUnconfirmed(tx, task);
    case 'fallback':
      return fallBack(tx, task);
    case 'reopen':
      return makeAnew(tx, task);
    default:
      throw new RangeError(`expected a known effect of a deadline, got ${task.onDeadline}`);
  }
};

const stepOf = (tx: CaseTx, task: Task): PlannedStep | null =>
  tx.plan.steps.find(({ key }) => key === task.stepKey) ?? null;

/** The deputy is asked; the next deadline of the same step, if any, is armed. */
const escalate = async (tx: CaseTx, task: Task): Promise<void> => {
  const step = stepOf(tx, task);
  const channel: Channel = task.kind === 'call' || task.kind === 'visit' ? task.kind : 'email';
  const ofStep = step !== null && ['approve', 'call', 'visit'].includes(task.kind);
  const facts = await tx.facts();
  const next = ofStep
    ? deadlineOf(
        tx.plan,
        facts,
        step,
        task.kind === 'approve'
          ? approvalOfText(tx.plan, step, factOf(facts, step.key).attempts > 0)
          : approvalFor(step, overlay(tx.plan, step).approval, channel),
        asDay(task.openedOn),
        true,
      )
    : null;
  await tx.db.task.update({
    where: { id: task.id },
    data: {
      escalated: true,
      owner: task.deputy ?? task.owner,
      deadlineOn: next?.on ?? null,
      deadlineAt: next ? new Date(next.at) : null,
      onDeadline: next?.effect ?? null,
    },
  });
  await tx.note('escalated', { taskId: task.id, deputy: task.deputy }, task.stepKey);
};

const leave = async (tx: CaseTx, task: Task, reason: string): Promise<void> => {
  await closeTask(tx, task.id, 'expired', { reason });
  if (task.stepKey === null) return;
  await withdrawStep(tx, task.stepKey, reason, 'planned');
  await settleStep(tx, task.stepKey, { status: 'expired', reason });
};

/** The draft's printed days have come too near: withdrawn and drafted again at once. */
const makeAnew = async (tx: CaseTx, task: Task): Promise<void> => {
  if (task.stepKey !== null) await withdrawStep(tx, task.stepKey, 'its printed days had come too near', 'due');
};

/** Only for level 1 and below: the text leaves as drafted, its personal line marked unconfirmed. */
const sendUnconfirmed = async (tx: CaseTx, task: Task): Promise<void> => {
  if (task.stepKey === null) return;
  await closeTask(tx, task.id, 'expired', { reason: 'sent unconfirmed at its deadline' });
  await tx.db.draft.updateMany({
    where: { ...tx.ref, stepKey: task.stepKey, status: 'open' },
    data: {
      status: 'approved',
      personalLineState: 'unconfirmed',
      approvedBy: tx.actor.name,
      approvedAt: new Date(tx.now),
    },
  });
  await markStep(tx, task.stepKey, 'due');
  await tx.note('sent-on-timeout', { taskId: task.id }, task.stepKey);
};

export const NEXT_CHANNEL: Readonly<Record<string, Channel>> = {
  email: 'letter',
  call: 'email',
  visit: 'email',
  letter: 'email',
  'registered-letter': 'registered-letter',
};

/** Nobody found the address: the next channel that can be reached is taken; without any the step fails. */
const fallBack = async (tx: CaseTx, task: Task): Promise<void> => {
  if (task.stepKey === null) return;
  const { channel } = task.details as { channel?: string };
  await closeTask(tx, task.id, 'expired', { reason: 'no address was found in time' });
  const via = await reachable(tx, NEXT_CHANNEL[channel ?? 'email'] ?? 'letter');
  if (via === null || via === channel) {
    await settleStep(tx, task.stepKey, {
      status: 'failed',
      reason: `the debtor can't be reached by ${channel ?? 'any channel'}`,
    });
    return;
  }
  await tx.db.step.update({
    where: stepWhere(tx, task.stepKey),
    data: { viaChannel: via, status: 'planned', reason: `${via} instead of ${channel ?? 'the planned channel'}` },
  });
};

const reachable = async (tx: CaseTx, wanted: Channel): Promise<Channel | null> => {
  const now = circumstances((await readParties(tx)).debtor, tx.today);
  if (wanted === 'email' && now.hasEmail) return 'email';
  return now.hasAddress ? 'letter' : null;
};
