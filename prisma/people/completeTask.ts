import type { CaseRef } from '../../domain/caseRef.ts';
import { isSettled } from '../../domain/facts.ts';
import { Refusal, type RefusalDetail } from '../../domain/refusal.ts';
import { factOf } from '../../domain/timetable.ts';
import type { Prisma, Task } from '../generated/client.ts';
import { markStep, settleStep } from '../steps.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { closeTask, type TaskKind } from '../tasks.ts';
import { approveDraft, wordingFaults } from './approval.ts';
import { COMPLETIONS, type LegalFileBody } from './completionBodies.ts';
import { completeWithMoney } from './completeWithMoney.ts';
import { storeAddress } from './contacts.ts';
import { completeWithRate } from './completeWithRate.ts';
import { decide, handOver } from './decide.ts';
import { decideAccessories } from './decideAccessories.ts';
import { letterHappened } from './letterEvent.ts';
import { parseBody } from './parseBody.ts';
import { answerAgain } from './queueAnswer.ts';
import { plannedStep } from './refusals.ts';
import { talk } from './talk.ts';
import { findTask, openTaskRow, type TaskRef } from './taskRow.ts';
import { plainChecks, type WordingChecks } from './wordingPort.ts';

export type Completed = {
  /** The task's own case. */
  readonly ref: CaseRef | null;
  readonly taskId: string;
  /** Every case that moved: these are to be told. */
  readonly cases: readonly CaseRef[];
};

/**
 * Does what a task asks for; `body` is what its kind takes (completionBodies.ts).
 * @throws Refusal NOT_FOUND, TASK_CLOSED, MANAGER_REQUIRED, VALIDATION, and whatever the act itself refuses
 */
export const completeTask = async (
  store: Store,
  which: TaskRef,
  body: object,
  actor: Actor,
  checks: WordingChecks = plainChecks,
): Promise<Completed> => {
  const found = await findTask(store, which);
  const { kind, invoiceId, stepKey } = found;
  const { creditorId, taskId } = which;
  const own = invoiceId === null ? null : { creditorId, invoiceId };
  if (kind === 'allocate-payment' || kind === 'refund')
    return { ref: own, taskId, cases: await completeWithMoney(store, found, body, actor) };
  if (kind === 'rate-missing') return { ref: own, taskId, cases: await completeWithRate(store, found, body, actor) };
  if (own === null) throw new RangeError(`expected a task of kind ${kind} to belong to a case, got ${taskId}`);
  const faults = kind === 'approve' && stepKey !== null ? await faultsOf(store, own, stepKey, body, checks) : [];
  await store.change(own, actor, async (tx) => {
    const task = await openTaskRow(tx.db, which);
    refuseUnmanaged(tx, task);
    await complete(tx, task, body, faults);
    await tx.note('task-done', { taskId, kind }, stepKey);
  });
  return { ref: own, taskId, cases: [own] };
};

const faultsOf = async (
  store: Store,
  ref: CaseRef,
  stepKey: string,
  body: object,
  checks: WordingChecks,
): Promise<readonly RefusalDetail[]> =>
  wordingFaults(store, ref, stepKey, parseBody(COMPLETIONS.approve, body, 'the approval'), checks);

/** What a manager is asked to decide isn't decided by somebody else. */
const refuseUnmanaged = ({ actor }: CaseTx, { kind, role }: Task): void => {
  if (role !== 'manager' || actor.kind === 'admin' || !['decide', 'legal-file'].includes(kind)) return;
  throw new Refusal(
    'MANAGER_REQUIRED',
    `expected a manager (scope admin) for this ${kind} task, got ${actor.name} with the scope ${actor.kind}`,
  );
};

const complete = async (tx: CaseTx, task: Task, body: object, faults: readonly RefusalDetail[]): Promise<void> => {
  const kind = task.kind as TaskKind;
  const what = `completing a task of kind ${kind}`;
  switch (kind) {
    case 'call':
    case 'visit': {
      const said = parseBody(COMPLETIONS[kind], body, what);
      const step = task.stepKey === null ? null : plannedStep(tx.plan, task.stepKey);
      await talk(tx, { said, step, taskId: task.id, channel: kind });
      return;
    }
    case 'approve':
      return approveDraft(tx, stepOf(task), parseBody(COMPLETIONS.approve, body, what), faults);
    case 'post-letter': {
      const { postedOn, trackingNumber } = parseBody(COMPLETIONS['post-letter'], body, what);
      return letterHappened(tx, documentOf(task), { kind: 'posted', on: postedOn, trackingNumber }, '/postedOn');
    }
    case 'fix-address':
      await storeAddress(tx, parseBody(COMPLETIONS['fix-address'], body, what), text(task, 'contactId'));
      return addressFixed(tx, task);
    case 'decide':
      return decide(tx, task, parseBody(COMPLETIONS.decide, body, what));
    case 'accessories':
      return decideAccessories(tx, task, parseBody(COMPLETIONS.accessories, body, what));
    case 'stop-deliveries':
      parseBody(COMPLETIONS['stop-deliveries'], body, what);
      return doneWithoutContact(tx, task, { done: true }, 'deliveries stopped');
    case 'legal-file':
      return fileOrNot(tx, task, parseBody(COMPLETIONS['legal-file'], body, what));
    case 'refund':
    case 'allocate-payment':
      throw new RangeError(`expected ${kind} to be done by the ledger`);
    case 'rate-missing':
      throw new RangeError(`expected ${kind} to belong to no case`);
  }
};

/** The step that had nowhere to go is done now; an answer that didn't arrive is written again. */
const addressFixed = async (tx: CaseTx, task: Task): Promise<void> => {
  await closeTask(tx, task.id, 'done', { fixed: true });
  const messageId = text(task, 'messageId');
  if (messageId !== null) await answerAgain(tx, messageId);
  if (task.stepKey !== null && !isSettled(factOf(await tx.facts(), task.stepKey)))
    await markStep(tx, task.stepKey, 'due');
};

const doneWithoutContact = async (
  tx: CaseTx,
  task: Task,
  result: Prisma.InputJsonObject,
  reason: string,
): Promise<void> => {
  await closeTask(tx, task.id, 'done', result);
  if (task.stepKey !== null)
    await settleStep(tx, task.stepKey, { status: 'done', on: tx.today, contact: false, reason });
};

/** The word is kept, or a decision not to is on record; then the course's end asks what becomes of the claim. */
const fileOrNot = async (tx: CaseTx, task: Task, { decision, reason }: LegalFileBody): Promise<void> => {
  await doneWithoutContact(tx, task, { decision, reason }, `${decision}: ${reason}`);
  if (decision !== 'not-pursued') await handOver(tx, `${decision}: ${reason}`);
};

const stepOf = ({ id, stepKey }: Task): string => {
  if (stepKey !== null) return stepKey;
  throw new RangeError(`expected task ${id} to belong to a step`);
};

const documentOf = (task: Task): string => {
  const id = text(task, 'documentId');
  if (id !== null) return id;
  throw new RangeError(`expected task ${task.id} to name its letter`);
};

/** A string in the task's details. */
const text = ({ details }: Task, name: string): string | null => {
  const value = typeof details === 'object' && details !== null && !Array.isArray(details) ? details[name] : null;
  return typeof value === 'string' ? value : null;
};
