import type { WordingContext } from '../../templates/context.ts';
import { faultsOf } from '../../templates/texts/faults.ts';
import type { CaseTx } from '../store.ts';

/**
 * Writes with the creditor's own texts. One that doesn't fit this case after all (it was tried with made-up ones when it
 * was saved) gives way to the shipped text, so that the case goes on; the timeline says so.
 */
export const withOwnTexts = async <T>(
  tx: CaseTx,
  stepKey: string | null,
  context: WordingContext,
  write: (context: WordingContext) => T,
): Promise<T> => {
  try {
    return write(context);
  } catch (error) {
    const faults = faultsOf(error, '', '');
    if (faults === null || Object.keys(context.own).length === 0) throw error;
    const shipped = write({ ...context, own: {} });
    await tx.note('own-text-unfit', { faults: faults.map(({ code, detail }) => `${code}: ${detail}`) }, stepKey);
    return shipped;
  }
};
