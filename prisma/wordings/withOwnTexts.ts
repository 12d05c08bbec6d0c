import type { WordingContext } from '../../templates/context.ts';
import { faultsOf } from '../../templates/texts/faults.ts';
import type { TextFault } from '../../templates/texts/text.ts';
import type { CaseTx } from '../store.ts';

/**
 * Writes with the creditor's own texts. One that doesn't fit this case after all (it was tried with made-up ones when it
 * was saved) gives way to the shipped text, so that the case goes on; the timeline says so, and the desk tells a person.
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
    await tx.note('own-text-unfit', { texts: [...toBlame(context, write)], faults: faults.map(kept) }, stepKey);
    return shipped;
  }
};

const kept = ({ code, detail, rule, values }: TextFault) => ({
  code,
  detail,
  ...(rule === undefined ? {} : { rule, values: [...(values ?? [])] }),
});

/** The own texts that don't fit by themselves; where only several together don't, all of them. */
const toBlame = (context: WordingContext, write: (context: WordingContext) => unknown): readonly string[] => {
  const own = Object.entries(context.own);
  const alone = own.filter(([name, source]) => {
    try {
      write({ ...context, own: { [name]: source } });
      return false;
    } catch (error) {
      if (faultsOf(error, '', '') === null) throw error;
      return true;
    }
  });
  return (alone.length > 0 ? alone : own).map(([name]) => name);
};
