import type { CaseRef } from '../../domain/caseRef.ts';
import type { UnofficialRate } from '../../domain/claim/unofficial.ts';
import { attachmentsTold } from '../course/attachments.ts';
import { readUnofficial } from '../course/unofficial.ts';
import type { Draft, Task } from '../generated/client.ts';
import type { Store } from '../store.ts';
import { stepRows, type StepRow } from '../views.ts';
import { plannedStep } from './refusals.ts';

export type DraftView = Pick<
  Draft,
  | 'id'
  | 'channel'
  | 'template'
  | 'language'
  | 'subject'
  | 'text'
  | 'html'
  | 'markdown'
  | 'recipients'
  | 'sha256'
  | 'personalLine'
  | 'personalLineState'
  | 'madeOn'
  | 'status'
> & {
  readonly attachments: ReturnType<typeof attachmentsTold>;
  /** Behind the figures that it states; for whoever approves it. */
  readonly unofficialRates: readonly UnofficialRate[];
  readonly balanceMinor: number;
  readonly edit: { readonly subject: string | null; readonly markdown: string | null } | null;
};

type Version = {
  readonly subject: string;
  readonly markdown: string;
  readonly balanceMinor: number;
  readonly sha256: string;
};

export type StepView = {
  readonly step: StepRow & { readonly purpose: string; readonly attempts: number };
  readonly draft: DraftView | null;
  /** What changed since the draft that was withdrawn because the amount owed did. */
  readonly previousDraft: { readonly before: Version; readonly after: Version; readonly why: string | null } | null;
  readonly task: Task | null;
};

/**
 * One step with its newest draft, what changed since the last one, and its task (the open one, else the last).
 * @throws Refusal NOT_FOUND
 */
export const stepView = async (store: Store, ref: CaseRef, key: string): Promise<StepView> => {
  const now = await store.now();
  const { plan, facts } = await store.read(ref);
  const step = plannedStep(plan, key);
  const where = { ...ref, stepKey: key };
  const rows = await store.db.step.findMany({ where: ref });
  const drafts = await store.db.draft.findMany({ where, orderBy: [{ madeAt: 'desc' }, { n: 'desc' }] });
  const tasks = await store.db.task.findMany({ where, orderBy: { openedAt: 'desc' } });
  const row = stepRows(plan, facts, rows, now).find((candidate) => candidate.key === key);
  const stored = rows.find((candidate) => candidate.key === key);
  if (!row || !stored) throw new RangeError(`expected a row of step ${key}`);
  const newest = drafts.find(({ status }) => status === 'open') ?? drafts[0] ?? null;
  return {
    step: { ...row, purpose: step.purpose, attempts: stored.attempts },
    draft: newest && draftView(newest),
    previousDraft: newest && difference(newest, drafts),
    task: tasks.find(({ status }) => status === 'open') ?? tasks[0] ?? null,
  };
};

const draftView = (draft: Draft): DraftView => ({
  id: draft.id,
  channel: draft.channel,
  template: draft.template,
  language: draft.language,
  subject: draft.subject,
  text: draft.text,
  html: draft.html,
  markdown: draft.markdown,
  recipients: draft.recipients,
  sha256: draft.sha256,
  personalLine: draft.personalLine,
  personalLineState: draft.personalLineState,
  madeOn: draft.madeOn,
  status: draft.status,
  attachments: attachmentsTold(draft.attachments),
  unofficialRates: readUnofficial(draft.unofficialRates),
  balanceMinor: Number(draft.balanceMinor),
  edit:
    draft.editSubject !== null || draft.editMarkdown !== null
      ? { subject: draft.editSubject, markdown: draft.editMarkdown }
      : null,
});

/** Against the last draft withdrawn for another amount. */
const difference = (newest: Draft, drafts: readonly Draft[]): StepView['previousDraft'] => {
  const older = drafts.find(
    (draft) => draft.id !== newest.id && draft.status === 'withdrawn' && draft.balanceMinor !== newest.balanceMinor,
  );
  return older ? { before: version(older), after: version(newest), why: older.withdrawnWhy } : null;
};

const version = ({ subject, markdown, balanceMinor, sha256 }: Draft): Version => ({
  subject,
  markdown,
  balanceMinor: Number(balanceMinor),
  sha256,
});
