import { condition, defineSignal, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';

/** When a step comes, and what the person at the desk may take for each decision about it; null = as long as it takes. */
export type BareStep = { readonly at: number; readonly deadlines: readonly (number | null)[] };

export type BareActivities = { readonly noOp: () => Promise<void> };

export const decided = defineUpdate<void>('decided');
export const paid = defineSignal('paid');

const { noOp } = proxyActivities<BareActivities>({ startToCloseTimeout: '1 minute' });

/** The least that chases an invoice: the timers and messages of a case, one activity that does nothing per step and per decision. */
export async function bare(steps: readonly BareStep[]): Promise<void> {
  let isPaid = false;
  let asked = 0;
  let done = 0;
  setHandler(paid, () => {
    isPaid = true;
  });
  setHandler(decided, async () => {
    asked += 1;
    const own = asked;
    await condition(() => done >= own);
  });
  for (const { at, deadlines } of steps) {
    if (await condition(() => isPaid, Math.max(1, at - Date.now()))) return;
    await noOp();
    for (const deadline of deadlines) {
      const moved = (): boolean => isPaid || asked > done;
      if (deadline === null) await condition(moved);
      else await condition(moved, Math.max(1, deadline - Date.now()));
      if (isPaid) return;
      await noOp();
      done += 1;
    }
  }
  await condition(() => isPaid);
}
