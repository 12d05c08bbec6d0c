import { Refusal, type RefusalDetail } from '../refusal.ts';
import { ruleOf } from './regimes.ts';
import type { LatePaymentRequest } from './request.ts';

/** Throws Refusal CURRENCY_MISMATCH for anything but euros, and VALIDATION for what the regime can't make sense of. */
export const checkRequest = (request: LatePaymentRequest): void => {
  const foreign = amounts(request).find(({ currency }) => currency !== 'EUR');
  if (foreign)
    throw new Refusal('CURRENCY_MISMATCH', `expected amounts in EUR, got ${foreign.currency}`, [
      { pointer: foreign.pointer, code: 'CURRENCY_MISMATCH', detail: `expected EUR, got ${foreign.currency}` },
    ]);
  const errors = [...contractRate(request), ...rateCeiling(request), ...startDay(request), ...statementDay(request)];
  if (errors.length > 0)
    throw new Refusal('VALIDATION', errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '), errors);
};

const amounts = ({ principal, payments, creditNotes }: LatePaymentRequest) => [
  { pointer: '/principal/currency', currency: principal.currency },
  ...payments.map(({ amount }, n) => ({ pointer: `/payments/${n}/amount/currency`, currency: amount.currency })),
  ...creditNotes.map(({ amount }, n) => ({ pointer: `/creditNotes/${n}/amount/currency`, currency: amount.currency })),
];

/** A rate that would be overlooked is refused. */
const contractRate = ({ regime, contractRate: rate }: LatePaymentRequest): RefusalDetail[] => {
  const pointer = '/contractRate';
  if (regime === 'CONTRACT' && rate == null)
    return [{ pointer, code: 'REQUIRED', detail: 'expected the rate of the contract, got nothing' }];
  if (regime !== 'CONTRACT' && rate != null)
    return [
      { pointer, code: 'INVALID_VALUE', detail: `expected a rate with CONTRACT only, got ${rate} with ${regime}` },
    ];
  return [];
};

/** The law's cap on a consumer's clause is the only rate that a contract may lower here. */
const rateCeiling = ({ regime, rateCeiling: rate }: LatePaymentRequest): RefusalDetail[] =>
  rate == null || ruleOf(regime).start === 'first-reminder'
    ? []
    : [
        {
          pointer: '/rateCeiling',
          code: 'INVALID_VALUE',
          detail: `expected a ceiling with BE_B2C_XIX only, got ${rate} with ${regime}`,
        },
      ];

/** Who is asked for what isn't due yet isn't in default (C. civ. 1344; CDE XIX.2). */
const startDay = ({ regime, dueOn, formalNoticeOn, firstReminder }: LatePaymentRequest): RefusalDetail[] => {
  const { start } = ruleOf(regime);
  const on = start === 'formal-notice' ? formalNoticeOn : start === 'first-reminder' ? firstReminder?.sentOn : null;
  if (on == null || on > dueOn) return [];
  const pointer = start === 'formal-notice' ? '/formalNoticeOn' : '/firstReminder/sentOn';
  return [{ pointer, code: 'INVALID_VALUE', detail: `expected a day after the due day ${dueOn}, got ${on}` }];
};

const statementDay = ({ statementOn, payments, creditNotes }: LatePaymentRequest): RefusalDetail[] =>
  statementOn != null || payments.length + creditNotes.length > 0
    ? []
    : [
        {
          pointer: '/statementOn',
          code: 'REQUIRED',
          detail: 'expected a day where nothing was paid or credited, got nothing',
        },
      ];
