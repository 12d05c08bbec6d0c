import type { ActKind } from '../../letters/reports.ts';

/** The words of an activity report in one language. A code without words is printed as it is. */
export type ActivityPhrases = {
  readonly kind: string;
  readonly title: (from: string | null, on: string) => string;
  readonly made: (day: string) => string;
  readonly whole: string;
  readonly invoices: (count: number) => string;
  readonly reminders: (written: number, spoken: number, inPerson: number) => string;
  readonly vain: (count: number) => string;
  readonly received: string;
  readonly principal: string;
  readonly accessories: string;
  readonly total: string;
  readonly noCosts: string;
  readonly invoice: (number: string, debtor: string) => string;
  readonly facts: (issued: string, due: string, amount: string) => string;
  readonly open: (principal: string, interest: string, indemnity: string, total: string) => string;
  readonly unofficial: (rates: readonly string[]) => string;
  readonly rateOf: (rate: string, from: string, to: string, source: string) => string;
  readonly columns: {
    readonly day: string;
    readonly what: string;
    readonly to: string;
    readonly result: string;
    readonly proof: string;
  };
  readonly nothing: string;
  readonly acts: Readonly<Record<ActKind, string>>;
  readonly channels: Readonly<Record<string, string>>;
  readonly results: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
  readonly level: (level: number) => string;
  readonly until: (day: string) => string;
  readonly by: (name: string) => string;
  readonly message: string;
  readonly document: string;
  readonly posted: (day: string) => string;
  readonly presented: (day: string) => string;
  readonly tracking: (number: string) => string;
  readonly proofs: string;
};
