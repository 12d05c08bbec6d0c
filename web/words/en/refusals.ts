import type { RefusalCode } from '../../../domain/refusal.ts';

/** Why something wasn't done, and that nothing is lost. */
export const refusals = {
  title: 'This was not done',
  kept: 'Nothing was changed, and what you typed is still here.',
  detail: 'In detail',
  codes: {
    NOT_FOUND: 'It is not on record.',
    STEP_NOT_NEXT: 'This step is not the one that comes next.',
    STEP_SETTLED: 'This step is settled already.',
    CASE_ON_HOLD: 'The case is on hold. Resume it first.',
    CASE_CLOSED: 'The case is closed.',
    LEGAL_WAIT: 'The law wants you to wait.',
    DRAFT_STALE: 'The draft has changed since you opened it. Look at the new one.',
    TASK_CLOSED: 'Somebody, or a payment, was faster: this task is no longer open.',
    HOLD_NOT_OPEN: 'The case is not on hold.',
    INVOICE_CONFLICT: 'The invoice is on record with other content.',
    PAYMENT_CONFLICT: 'The payment is on record with other content.',
    CREDIT_NOTE_CONFLICT: 'The credit note is on record with other content.',
    REVERSAL_CONFLICT: 'This is on record with other content.',
    ALLOCATION_EXCEEDS: 'That is more than there is.',
    CURRENCY_MISMATCH: 'The currency does not fit.',
    EVIDENCE_REQUIRED: 'Evidence is needed.',
    PERSONAL_LINE_REQUIRED: 'This message needs its personal sentence, confirmed or written by you.',
    WORDING_REFUSED: 'The text cannot leave as you wrote it.',
    MANAGER_REQUIRED: 'A manager decides this: somebody whose key has the scope admin.',
    LETTER_VOID: 'This letter is void. A new one is made.',
    VALIDATION: 'Something in the form is missing or does not fit.',
  } satisfies Record<RefusalCode, string>,
  required: 'This is missing.',
  invalid: 'This does not fit.',
  amount: 'Write an amount such as 1200.50.',
  /** Details that a reader understands better in other words; `day` writes a day as the reader does. */
  patterns: [
    [/a day from (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)/, (day, a, b) => `Choose a day from ${day(a)} to ${day(b)}.`],
    [
      /a day after (\d{4}-\d\d-\d\d) and up to the deadline, (\d{4}-\d\d-\d\d)/,
      (day, a, b) => `Choose a day after ${day(a)}, up to the deadline, ${day(b)}.`,
    ],
    [/a day after (\d{4}-\d\d-\d\d)/, (day, a) => `Choose a day after ${day(a)}.`],
    [/up to today, (\d{4}-\d\d-\d\d)/, (day, a) => `Choose a day up to today, ${day(a)}.`],
    [/a day up to (\d{4}-\d\d-\d\d)/, (day, a) => `Choose a day up to ${day(a)}.`],
    [/a day from (\d{4}-\d\d-\d\d) on/, (day, a) => `Choose a day from ${day(a)} on.`],
    [/another half-day/, () => 'There was an attempt on this half-day already: try again on another one.'],
    [
      /a date, a dispute, a proposal or a refusal/,
      () => 'After the due date a talk ends with a day, a dispute, a proposal or a refusal.',
    ],
    [/an e-mail address/, () => 'Write a whole e-mail address.'],
    [/an email, a phone or an address/, () => 'Give an e-mail address, a phone number or a postal address.'],
    [/no step is left/, () => 'No step is left: pause, write off, close or hand over.'],
  ] as readonly (readonly [RegExp, (day: (text: string) => string, ...parts: string[]) => string])[],
};
