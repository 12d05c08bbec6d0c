import type { ReconcilerActivities } from '../workflows/activityTypes.ts';
import { isAnnounced, openCases, untoldCases } from '../prisma/reconciliation.ts';
import { workflowId } from '../workflows/messages.ts';
import type { Dependencies } from './ports.ts';

/** Rows without workflow are started, cases behind their rows are told, workflows without an open row are told or ended. */
export const createReconciler = ({ store, cases }: Dependencies): ReconcilerActivities => ({
  reconcileCases: async () => {
    const told = new Set<string>();
    for (const ref of await untoldCases(store)) if (await cases.tell(ref)) told.add(workflowId(ref));
    const open = new Map((await openCases(store)).map((ref) => [workflowId(ref), ref]));
    const orphans: string[] = [];
    for await (const { workflowId: id, ref } of cases.running()) {
      const known = open.delete(id);
      if (known || !ref) continue;
      orphans.push(id);
      // Not told may also mean that Temporal didn't answer: only a case without an invoice is ended.
      if (!(await cases.tell(ref)) && !(await isAnnounced(store, ref)))
        await cases.end(id, 'no invoice of this id in the database');
    }
    for (const [id, ref] of open) if (!told.has(id) && (await cases.tell(ref))) told.add(id);
    return { told: told.size, orphans };
  },
});
