import { letterOf, talksOf } from '../prisma/desk/caseHistory.ts';
import { openInvoices } from '../prisma/desk/invoices.ts';
import { questionOf } from '../prisma/desk/queue.ts';
import { stepView } from '../prisma/people/stepView.ts';
import type { TaskView } from '../prisma/people/taskDesk.ts';
import { detail, type Material } from './cards/card.ts';
import type { Visit } from './visit.ts';

/** What the card of a task shows, read for its kind only. */
export const materialOf = async ({ deps: { store } }: Visit, task: TaskView): Promise<Material> => {
  const { creditorId, invoiceId, stepKey, kind } = task;
  const ref = invoiceId === null ? null : { creditorId, invoiceId };
  const spoken = kind === 'call' || kind === 'visit';
  const step =
    ref !== null && stepKey !== null && (spoken || kind === 'approve') ? await stepView(store, ref, stepKey) : null;
  const planned =
    ref === null || stepKey === null
      ? undefined
      : (await store.read(ref)).plan.steps.find(({ key }) => key === stepKey);
  const documentId = detail(task, 'documentId');
  return {
    question: questionOf(task),
    step,
    lineRequired: planned?.personalLine === 'required',
    talks: ref !== null && (spoken || kind === 'decide') ? await talksOf(store, ref) : [],
    attempts: planned?.attempts ?? 1,
    letter: documentId === null ? null : await letterOf(store, creditorId, documentId),
    openInvoices:
      kind === 'allocate-payment' ? await openInvoices(store, creditorId, detail(task, 'currency') ?? 'EUR') : [],
  };
};
