import type { FaultRule } from '../../wordingFault.ts';

/** What each rule says to whoever edits the text; the values are the fault's, quoted or named. */
export type FaultWords = Readonly<Record<FaultRule, (...values: readonly string[]) => string>>;
