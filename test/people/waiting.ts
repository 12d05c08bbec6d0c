import type { CaseRef } from '../../domain/caseRef.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { markStep } from '../../prisma/steps.ts';
import { newId, sha256, type CaseTx } from '../../prisma/store.ts';
import { openTask, type NewTask } from '../../prisma/tasks.ts';
import { arrange, type House } from './aHouse.ts';

/** A message's row of which only who and what matters. */
export const someMessage = (tx: CaseTx) => ({
  ...{ ...tx.ref, debtorId: tx.invoice.debtorId, kind: 'reminder', template: 't', language: 'fr' },
  ...{ subject: 's', markdown: 'm', text: 't', html: 'h', fromLine: 'f', sha256: 'x' },
  ...{ recipients: [], attachments: [], context: {}, createdAt: new Date(tx.now) },
});

/** A step whose task waits for a person, as an activity leaves it. */
export const aTask = (
  house: House,
  ref: CaseRef,
  stepKey: string | null,
  kind: NewTask['kind'],
  details: Prisma.InputJsonObject = {},
  more: Partial<NewTask> = {},
): Promise<string> =>
  arrange(house, ref, async (tx) => {
    if (stepKey !== null) await markStep(tx, stepKey, 'task-open');
    return openTask(tx, { kind, title: `${kind} ${stepKey ?? ''}`, details, stepKey, ...more });
  });

export type DraftWish = { readonly markdown?: string; readonly personalLine?: string; readonly channel?: string };

/** A step whose draft waits for approval. Returns what an approver reads. */
export const aDraft = (
  house: House,
  ref: CaseRef,
  stepKey: string,
  { markdown = `Merci de régler ${stepKey}.`, personalLine, channel = 'email' }: DraftWish = {},
): Promise<{ draftId: string; taskId: string; sha256: string }> =>
  arrange(house, ref, async (tx) => {
    const hash = sha256(markdown);
    const draftId = newId('draft');
    const { balanceMinor } = await tx.facts();
    await tx.db.draft.create({
      data: {
        ...{
          id: draftId,
          ...tx.ref,
          stepKey,
          n: 1,
          channel,
          template: 'common/reminder',
          language: 'fr',
          subject: 'Votre facture',
          markdown,
        },
        ...{
          text: markdown,
          html: markdown,
          recipients: [],
          attachments: [],
          personalLine: personalLine ?? null,
          sha256: hash,
        },
        ...{ balanceMinor: BigInt(balanceMinor), madeOn: tx.today, madeAt: new Date(tx.now), status: 'open' },
      },
    });
    await markStep(tx, stepKey, 'awaiting-approval');
    const taskId = await openTask(tx, { kind: 'approve', title: `approve ${stepKey}`, details: { draftId }, stepKey });
    return { draftId, taskId, sha256: hash };
  });

export type LetterWish = { readonly plannedPosting?: string; readonly kind?: string; readonly printedDate?: string };

/** A letter that waits to be posted, its draft approved by Marc. */
export const aLetter = (
  house: House,
  ref: CaseRef,
  stepKey: string,
  { plannedPosting, kind = 'formal-notice', printedDate }: LetterWish = {},
): Promise<{ documentId: string; taskId: string; draftId: string }> =>
  arrange(house, ref, async (tx) => {
    const documentId = newId('document');
    const draftId = newId('draft');
    await tx.db.draft.create({
      data: {
        ...{
          id: draftId,
          ...tx.ref,
          stepKey,
          n: 1,
          channel: 'registered-letter',
          template: 'common/reminder',
          language: 'fr',
          subject: '',
          markdown: '',
        },
        ...{ text: '', html: '', recipients: [], attachments: [], sha256: sha256(documentId), balanceMinor: 120_050n },
        ...{
          madeOn: tx.today,
          madeAt: new Date(tx.now),
          status: 'approved',
          approvedBy: 'Marc',
          approvedAt: new Date(tx.now),
        },
      },
    });
    await tx.db.document.create({
      data: {
        ...{
          id: documentId,
          ...tx.ref,
          debtorId: tx.invoice.debtorId,
          stepKey,
          kind,
          filename: 'lettre.docx',
          mediaType: 'application/x',
        },
        ...{ bytes: Buffer.from('lettre'), sha256: sha256('lettre'), madeOn: tx.today, madeAt: new Date(tx.now) },
        ...{ plannedPosting: plannedPosting ?? tx.today, printedDate: printedDate ?? null },
      },
    });
    await markStep(tx, stepKey, 'task-open');
    const taskId = await openTask(tx, {
      kind: 'post-letter',
      title: 'post the letter',
      details: { documentId },
      stepKey,
    });
    return { documentId, taskId, draftId };
  });

/** The refusal that a request met; fails when it was granted. */
export const refusalOf = async (
  request: Promise<unknown>,
): Promise<{ code: string; message: string; pointers: (string | undefined)[] }> => {
  try {
    await request;
  } catch (error) {
    if (error instanceof Refusal)
      return { code: error.code, message: error.message, pointers: error.errors.map(({ pointer }) => pointer) };
    throw error;
  }
  throw new Error('expected a refusal, the request was granted');
};
