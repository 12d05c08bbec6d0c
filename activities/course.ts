import type { CaseRef } from '../domain/caseRef.ts';
import { expireLate } from '../prisma/announce/leaveOut.ts';
import { passDeadline } from '../prisma/course/deadline.ts';
import { endCourse, endHold } from '../prisma/course/pauses.ts';
import { fillPending } from '../prisma/course/pending.ts';
import { beginStep } from '../prisma/course/perform.ts';
import type { Begun } from '../prisma/course/work.ts';
import { WORKFLOW, type CaseTx } from '../prisma/store.ts';
import type { Acted, CaseActivities } from '../workflows/activityTypes.ts';
import { deliver } from './deliver.ts';
import type { Dependencies } from './ports.ts';

/** One effect each, idempotent: the row lock orders them with payments, approvals and holds. */
export const createCourse = (dependencies: Dependencies): CaseActivities => {
  const { store } = dependencies;
  const facts = async (ref: CaseRef): Promise<Acted> => ({ facts: (await store.read(ref)).facts });
  const change = async (ref: CaseRef, work: (tx: CaseTx) => Promise<Begun | void>): Promise<Acted> => {
    const begun = await store.change(ref, WORKFLOW, work);
    // No network call inside a transaction: what was reserved is sent now.
    if (begun?.do === 'send') await deliver(dependencies, ref, begun.messageId);
    return facts(ref);
  };
  return {
    performStep: ({ ref, key, day }) => change(ref, (tx) => beginStep(tx, key, day, dependencies)),
    sendPending: ({ ref, messageId }) => change(ref, (tx) => fillPending(tx, messageId, dependencies)),
    passDeadline: ({ ref, taskId }) => change(ref, (tx) => passDeadline(tx, taskId)),
    expireStep: ({ ref }) => change(ref, expireLate),
    endHold: ({ ref, lastDay }) => change(ref, (tx) => endHold(tx, lastDay)),
    endCourse: ({ ref }) => change(ref, endCourse),
  };
};
