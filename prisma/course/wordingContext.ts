import type { CaseFacts } from '../../domain/facts.ts';
import type { WordingContext } from '../../templates/context.ts';
import type { CaseTx } from '../store.ts';
import { caseWords, type Speaking } from './caseWords.ts';
import type { Parties } from './circumstances.ts';
import { readMaterial, type Material } from './material.ts';
import { openInvoicesOf } from './openInvoices.ts';

/** The facts that wording may speak of, for one step (or the step that an answer belongs to), from what was read. */
export const contextFrom = async (tx: CaseTx, material: Material, speaking: Speaking): Promise<WordingContext> => {
  const openInvoices = speaking.step.scope === 'debtor' ? await openInvoicesOf(tx, speaking.today) : [];
  return caseWords({ ...material, openInvoices }, speaking);
};

/** The same, read from the ledger for this one text. */
export const wordingContext = async (
  tx: CaseTx,
  facts: CaseFacts,
  parties: Parties,
  speaking: Speaking,
): Promise<WordingContext> => contextFrom(tx, await readMaterial(tx, facts, parties), speaking);
