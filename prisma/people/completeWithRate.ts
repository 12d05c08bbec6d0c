import { invalid, Refusal } from '../../domain/refusal.ts';
import type { Task } from '../generated/client.ts';
import { putRates } from '../putRates.ts';
import type { Actor, Store } from '../store.ts';
import { COMPLETIONS } from './completionBodies.ts';
import { parseBody } from './parseBody.ts';
import { openTaskRow } from './taskRow.ts';

/** Enters the rate that a task asks for, which closes it. No case moves: the next text states more. */
export const completeWithRate = async (
  store: Store,
  { id: taskId, creditorId, details }: Task,
  body: object,
  actor: Actor,
): Promise<readonly []> => {
  // The rates are every creditor's: whoever enters one for a single creditor changes what the others claim.
  if (actor.kind !== 'admin' || actor.boundTo != null)
    throw new Refusal(
      'MANAGER_REQUIRED',
      `expected a manager with a key of the installation, whose rates all creditors share, got ${actor.name}`,
    );
  await openTaskRow(store.db, { creditorId, taskId });
  const given = parseBody(COMPLETIONS['rate-missing'], body, 'completing a task of kind rate-missing');
  const asked = details as { readonly series: string; readonly from: string };
  if (given.series !== asked.series) throw invalid('/series', `expected ${asked.series}, got ${given.series}`);
  if (given.from !== asked.from) throw invalid('/from', `expected ${asked.from}, got ${given.from}`);
  await putRates(store, given, actor);
  return [];
};
