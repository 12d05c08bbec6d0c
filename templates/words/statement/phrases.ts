/** The words of a statement of account in one language. */
export type StatementPhrases = {
  readonly kind: string;
  readonly title: (day: string) => string;
  readonly intro: string;
  readonly nothing: string;
  readonly columns: {
    readonly invoice: string;
    readonly days: string;
    readonly amount: string;
    readonly settled: string;
    readonly principal: string;
    readonly interest: string;
    readonly indemnity: string;
    readonly total: string;
  };
  readonly issued: (day: string) => string;
  readonly due: (day: string) => string;
  readonly sum: (currency: string) => string;
  readonly promise: (number: string, day: string) => string;
  readonly missingRate: (number: string, day: string) => string;
  readonly received: string;
  readonly forInvoice: (number: string) => string;
  readonly howToPay: string;
  readonly account: (iban: string, bic: string | null) => string;
  readonly references: string;
  readonly questions: (email: string, phone: string | null) => string;
  readonly annex: string;
  readonly annexIntro: string;
  readonly period: string;
  readonly numberOfDays: string;
  readonly rate: string;
  readonly provisional: (rate: string) => string;
  readonly provisionalMeans: string;
  readonly outstanding: string;
  readonly continuation: (creditor: string, debtor: string) => string;
};
