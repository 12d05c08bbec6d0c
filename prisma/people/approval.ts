import type { CaseRef } from '../../domain/caseRef.ts';
import { overlay } from '../../domain/overlay.ts';
import { Refusal, type RefusalDetail } from '../../domain/refusal.ts';
import type { Draft } from '../generated/client.ts';
import { markStep, settleStep } from '../steps.ts';
import type { Actor, CaseTx, Store } from '../store.ts';
import { closeTask } from '../tasks.ts';
import { approvedLine, withLine, writtenLine, type PersonalLine } from './personalLine.ts';
import { plannedStep, refuseClosed, refuseHeld, refuseMandatory, unsettled } from './refusals.ts';
import { plainChecks, type EditedText, type WordingChecks } from './wordingPort.ts';

export type Approval = {
  /** Of the draft that the person has seen. */
  readonly sha256: string;
  readonly personalLine?: PersonalLine | null | undefined;
  readonly edit?:
    | { readonly subject?: string | null | undefined; readonly markdown?: string | null | undefined }
    | null
    | undefined;
};

/**
 * Releases exactly the draft that the hash names; it is sent afterwards, edited if an edit came with it.
 * @throws Refusal CASE_CLOSED, STEP_SETTLED, CASE_ON_HOLD, DRAFT_STALE, TASK_CLOSED, MANAGER_REQUIRED, PERSONAL_LINE_REQUIRED, WORDING_REFUSED
 */
export const approve = async (
  store: Store,
  ref: CaseRef,
  key: string,
  approval: Approval,
  actor: Actor,
  checks: WordingChecks = plainChecks,
): Promise<void> => {
  const faults = await wordingFaults(store, ref, key, approval, checks);
  await store.change(ref, actor, (tx) => approveDraft(tx, key, approval, faults));
};

/** Judged before the lock: the hash binds what was judged to what is approved under it. */
export const wordingFaults = async (
  store: Store,
  ref: CaseRef,
  key: string,
  approval: Approval,
  checks: WordingChecks,
): Promise<readonly RefusalDetail[]> => {
  const draft = await store.db.draft.findFirst({
    where: { ...ref, stepKey: key, status: 'open', sha256: approval.sha256 },
  });
  const edited = draft && changedText(draft, approval);
  return edited ? checks(draft, edited) : [];
};

/** The text as a person changed it, with the sentence he wrote; null when he changed nothing. */
const changedText = (draft: Draft, { edit, personalLine }: Approval): EditedText | null => {
  const line = writtenLine(personalLine);
  if (edit?.subject == null && edit?.markdown == null && line === null) return null;
  const markdown = edit?.markdown ?? draft.markdown;
  return {
    subject: edit?.subject ?? draft.subject,
    markdown: line === null ? markdown : withLine(markdown, draft.personalLine, line),
  };
};

/** Approves under the lock; `faults` = what the checks found in the edited text. */
export const approveDraft = async (
  tx: CaseTx,
  key: string,
  approval: Approval,
  faults: readonly RefusalDetail[],
): Promise<void> => {
  const draft = await openDraft(tx, key);
  if (draft.sha256 !== approval.sha256)
    throw new Refusal(
      'DRAFT_STALE',
      `expected the hash of the draft as it is now, ${draft.sha256}, got ${approval.sha256}; read it again`,
    );
  const step = plannedStep(tx.plan, key);
  if (overlay(tx.plan, step).approval.by === 'manager' && tx.actor.kind !== 'admin')
    throw new Refusal(
      'MANAGER_REQUIRED',
      `expected a manager (scope admin) to approve ${key}, got ${tx.actor.name} with the scope ${tx.actor.kind}`,
    );
  const line = approvedLine(step, draft, approval.personalLine);
  if (faults.length > 0)
    throw new Refusal(
      'WORDING_REFUSED',
      `the edited text can't be sent: ${faults.map(({ detail }) => detail).join('; ')}`,
      faults,
    );
  const edited = changedText(draft, approval);
  await tx.db.draft.update({
    where: { id: draft.id },
    data: {
      status: 'approved',
      approvedBy: tx.actor.name,
      approvedAt: new Date(tx.now),
      editSubject: edited && edited.subject !== draft.subject ? edited.subject : null,
      editMarkdown: edited && edited.markdown !== draft.markdown ? edited.markdown : null,
      ...line,
    },
  });
  await closeApproval(tx, key, { approved: true, sha256: draft.sha256 });
  await markStep(tx, key, 'due');
  await tx.note('approved', { draftId: draft.id, sha256: draft.sha256, edited: edited !== null }, key);
};

/**
 * Refuses the draft for good: the step is skipped with the reason.
 * @throws Refusal CASE_CLOSED, STEP_SETTLED, STEP_MANDATORY, CASE_ON_HOLD, DRAFT_STALE, TASK_CLOSED
 */
export const reject = (
  store: Store,
  ref: CaseRef,
  key: string,
  { reason }: { readonly reason: string },
  actor: Actor,
): Promise<void> =>
  store.change(ref, actor, async (tx) => {
    const draft = await openDraft(tx, key);
    refuseMandatory(plannedStep(tx.plan, key));
    await tx.db.draft.update({ where: { id: draft.id }, data: { status: 'rejected', withdrawnWhy: reason } });
    await closeApproval(tx, key, { approved: false, reason });
    await settleStep(tx, key, { status: 'skipped', reason: `rejected by ${tx.actor.name}: ${reason}` });
    await tx.note('rejected', { draftId: draft.id, sha256: draft.sha256, reason }, key);
  });

/** The draft that waits for a person, or why there is none. */
const openDraft = async (tx: CaseTx, key: string): Promise<Draft> => {
  const facts = await tx.facts();
  refuseClosed(facts);
  plannedStep(tx.plan, key);
  unsettled(facts, key);
  refuseHeld(facts);
  const open = await tx.db.draft.findFirst({
    where: { ...tx.ref, stepKey: key, status: 'open' },
    orderBy: { madeAt: 'desc' },
  });
  if (open) return open;
  const newest = await newestDraft(tx.db, tx.ref, key);
  if (newest?.status === 'approved')
    throw new Refusal('TASK_CLOSED', `expected an open draft of ${key}, it was approved by ${newest.approvedBy}`);
  const fate = newest
    ? `the last one is ${newest.status}${newest.withdrawnWhy === null ? '' : `: ${newest.withdrawnWhy}`}`
    : 'none was made yet';
  throw new Refusal('DRAFT_STALE', `expected an open draft of ${key}, ${fate}`);
};

/** The last draft made of a step, whatever became of it. */
export const newestDraft = (db: CaseTx['db'], ref: CaseRef, stepKey: string): Promise<Draft | null> =>
  db.draft.findFirst({ where: { ...ref, stepKey }, orderBy: [{ madeAt: 'desc' }, { n: 'desc' }] });

const closeApproval = async (
  tx: CaseTx,
  stepKey: string,
  result: { approved: boolean; sha256?: string; reason?: string },
): Promise<void> => {
  const tasks = await tx.db.task.findMany({
    where: { ...tx.ref, stepKey, kind: 'approve', status: 'open' },
    select: { id: true },
  });
  for (const { id } of tasks) await closeTask(tx, id, 'done', result);
};
