import { en } from './words/faults/en.ts';

// Every rule that a text may break, with its stable code; several rules share a code where a reader needs no more.

/** Broken by words that stand in the text: the fault's first value. */
const SAID = {
  leftover: 'LEFTOVER',
  seizure: 'THREAT',
  bailiffComes: 'THREAT',
  disgrace: 'THREAT',
  lastNotice: 'LAST_NOTICE',
  costs: 'COSTS',
  courtLook: 'COURT_LOOK',
  accessories: 'ANNOUNCES_TOO_MUCH',
  notice: 'ANNOUNCES_TOO_MUCH',
  court: 'ANNOUNCES_TOO_MUCH',
  professional: 'ANNOUNCES_TOO_MUCH',
  stopDeliveries: 'ANNOUNCES_TOO_MUCH',
  sumInWords: 'AMOUNT_IN_WORDS',
  amountUnknown: 'AMOUNT_UNKNOWN',
  rateUnknown: 'RATE_UNKNOWN',
} as const;

/** Broken by what lacks, or by the text as a whole. */
const LACKING = {
  empty: 'EMPTY',
  fixed: 'FIXED',
  unknownVariable: 'TEMPLATE',
  ibanUnknown: 'IBAN_UNKNOWN',
  rateUnreserved: 'RATE_UNRESERVED',
  number: 'NUMBER_MISSING',
  amount: 'AMOUNT_MISSING',
  dueDate: 'DUE_DATE_MISSING',
  demand: 'DEMAND_MISSING',
  deadline: 'DEADLINE_MISSING',
  creditor: 'CREDITOR_MISSING',
  enterpriseNumber: 'ENTERPRISE_NUMBER_MISSING',
  noEnterpriseNumber: 'ENTERPRISE_NUMBER_MISSING',
  description: 'DESCRIPTION_MISSING',
  lastDay: 'LAST_DAY_MISSING',
  indemnity: 'INDEMNITY_MISSING',
  rate: 'RATE_MISSING',
  block: 'BLOCK_CHANGED',
} as const;

const CODES = { ...SAID, ...LACKING };

export type FaultRule = keyof typeof CODES;

/** Something that a text must not say, or fails to say. */
export type WordingFault = {
  readonly code: string;
  /** By it, with the values, the desk words the fault in its reader's language. */
  readonly rule: FaultRule;
  readonly values: readonly string[];
  /** In English, as the API and logs tell it. */
  readonly detail: string;
};

export const wordingFault = (rule: FaultRule, ...values: readonly string[]): WordingFault => ({
  code: CODES[rule],
  rule,
  values,
  detail: en[rule](...values),
});

/** The words that break the rule; null = something lacks, or no words are to blame. */
export const wordsToBlame = ({ rule, values: [first] }: WordingFault): string | null =>
  rule in SAID ? (first ?? null) : null;

/** A text that must not leave; `faults` tells what to change. */
export class WordingRefused extends Error {
  override readonly name = 'WordingRefused';
  readonly faults: readonly WordingFault[];

  constructor(faults: readonly WordingFault[]) {
    super(`the text can't be sent: ${faults.map((fault) => `${fault.code} (${fault.detail})`).join('; ')}`);
    this.faults = faults;
  }
}
