/** How a talk ended: one list for API, desk and all strategies (docs: strategies, "Call and visit outcomes"). */
export const CALL_OUTCOMES = [
  'promise',
  'cheque-posted',
  'paid-already',
  'dispute',
  'not-satisfied',
  'invoice-not-received',
  'forwarded',
  'arrangement-wanted',
  'refused',
  'wrong-person',
  'new-contact',
  'not-debtor',
  'insolvency',
  'debt-relief',
  'deceased',
  'third-party',
  'voicemail',
  'no-answer',
  'busy',
  'satisfied',
] as const;

export type CallOutcome = (typeof CALL_OUTCOMES)[number];
