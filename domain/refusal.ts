/** Why a request can't be granted now; the API turns the code into its status (docs: design of the API, "Errors"). */
export type RefusalCode =
  | 'NOT_FOUND'
  | 'STEP_NOT_NEXT'
  | 'STEP_SETTLED'
  | 'STEP_MANDATORY'
  | 'CASE_ON_HOLD'
  | 'CASE_CLOSED'
  | 'LEGAL_WAIT'
  | 'DRAFT_STALE'
  | 'TASK_CLOSED'
  | 'HOLD_NOT_OPEN'
  | 'INVOICE_CONFLICT'
  | 'PAYMENT_CONFLICT'
  | 'CREDIT_NOTE_CONFLICT'
  | 'REVERSAL_CONFLICT'
  | 'ALLOCATION_EXCEEDS'
  | 'CURRENCY_MISMATCH'
  | 'RATE_UNKNOWN'
  | 'EVIDENCE_REQUIRED'
  | 'PERSONAL_LINE_REQUIRED'
  | 'WORDING_REFUSED'
  | 'MANAGER_REQUIRED'
  | 'LETTER_VOID'
  | 'VALIDATION';

export type RefusalDetail = {
  /** Where in the body. */
  readonly pointer?: string;
  /** Or which one of the query. */
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
  /** Which rule of the code, and what it names: for whoever words it in another language. */
  readonly rule?: string;
  readonly values?: readonly string[];
};

/** An expected answer, not a bug: says what was expected and what came, and nothing was changed. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly errors: readonly RefusalDetail[];

  constructor(code: RefusalCode, message: string, errors: readonly RefusalDetail[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.errors = errors;
  }
}

/** One field of a request is wrong. */
export const invalid = (pointer: string, detail: string, code = 'INVALID_VALUE'): Refusal =>
  new Refusal('VALIDATION', detail, [{ pointer, code, detail }]);

/** One parameter of a query is wrong. */
export const invalidParameter = (parameter: string, detail: string, code = 'INVALID_VALUE'): Refusal =>
  new Refusal('VALIDATION', detail, [{ parameter, code, detail }]);
