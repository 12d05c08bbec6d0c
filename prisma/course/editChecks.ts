import { day } from '../../domain/day.ts';
import { caseTx, SYSTEM, type Store } from '../store.ts';
import type { Channel } from '../../domain/strategy.ts';
import type { WordingChecks } from '../people/wordingPort.ts';
import { readParties } from './circumstances.ts';
import type { Wording } from './wording.ts';
import { wordingContext } from './wordingContext.ts';

/** Judges a text that a person changed against the facts of its case, as the app's own texts are judged. */
export const editChecks =
  (store: Store, wording: Wording): WordingChecks =>
  async (draft, edited) => {
    const { invoice, facts } = await store.read(draft);
    const tx = caseTx(store.db, invoice, SYSTEM, await store.now());
    const step = tx.plan.steps.find(({ key }) => key === draft.stepKey);
    if (!step) return [];
    const context = await wordingContext(tx, facts, await readParties(tx), {
      step,
      channel: draft.channel as Channel,
      today: day(draft.madeOn),
      at: draft.madeAt.getTime(),
    });
    return wording.faults(edited, context).map((fault) => ({ pointer: '/edit/markdown', ...fault }));
  };
