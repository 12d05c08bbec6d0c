import { CALL_OUTCOMES, type CallOutcome } from '../../domain/outcome.ts';
import { amountIn, filled, type Values } from './values.ts';

type BodyField = 'on' | 'amount' | 'means' | 'trackingNumber' | 'reason' | 'address' | 'proposal' | 'contact';

/** Which control fills which field of a talk, by its outcome: the day of a promise is another control than that of a cheque. */
const CONTROLS: Readonly<Partial<Record<CallOutcome, Readonly<Partial<Record<BodyField, string>>>>>> = {
  promise: { on: 'promise-on', amount: 'promise-amount', means: 'promise-means' },
  'cheque-posted': { on: 'cheque-on', amount: 'cheque-amount', trackingNumber: 'cheque-tracking' },
  'paid-already': { on: 'paid-on', amount: 'paid-amount', means: 'paid-means' },
  dispute: { amount: 'dispute-amount', reason: 'dispute-reason' },
  'not-satisfied': { reason: 'reason' },
  refused: { reason: 'reason' },
  'invoice-not-received': { address: 'copy-email' },
  'arrangement-wanted': { proposal: 'proposal' },
  forwarded: { contact: 'person-name' },
  'wrong-person': { contact: 'person-name' },
  'new-contact': { contact: 'person-name' },
  insolvency: { on: 'told-on' },
  'debt-relief': { on: 'told-on' },
  deceased: { on: 'told-on' },
};

const controlsOf = (values: Values): Readonly<Partial<Record<BodyField, string>>> => {
  const outcome = CALL_OUTCOMES.find((known) => known === values['outcome']);
  return (outcome && CONTROLS[outcome]) ?? {};
};

/** The outcome with the fields that it needs and no others. @throws Refusal VALIDATION */
export const talkBody = (values: Values, currency: string): object => {
  const { on = 'talk-on', amount, means, trackingNumber, reason, address, proposal, contact } = controlsOf(values);
  const of = (name: string | undefined): string | null => (name === undefined ? null : filled(values, name));
  return {
    outcome: filled(values, 'outcome'),
    on: of(on),
    amount: amount === undefined ? null : amountIn(values, amount, currency, '/amount'),
    means: of(means),
    trackingNumber: of(trackingNumber),
    reason: of(reason),
    address: of(address),
    proposal: of(proposal),
    contact: contact === undefined ? null : person(values),
    contactId: of('contactId'),
    spokeTo: of('spokeTo'),
    summary: of('summary'),
    notes: of('notes'),
  };
};

/** Absent when nothing of it was filled in, so that the refusal names the whole. */
const person = (values: Values): object | null => {
  const given = {
    name: filled(values, 'person-name') ?? undefined,
    role: filled(values, 'person-role') ?? undefined,
    email: filled(values, 'person-email') ?? undefined,
    phone: filled(values, 'person-phone') ?? undefined,
  };
  return given.name === undefined && given.email === undefined && given.phone === undefined ? null : given;
};

/** The control that a fault of the talk belongs to. */
export const talkField =
  (values: Values) =>
  (pointer: string): string | null => {
    const [, field = '', part] = pointer.split('/');
    if (field === 'contact') return `person-${part ?? 'name'}`;
    if (field === 'until') return controlsOf(values).on ?? null;
    if (field === 'on') return controlsOf(values).on ?? 'talk-on';
    return (
      controlsOf(values)[field as BodyField] ??
      (['outcome', 'spokeTo', 'summary', 'notes'].includes(field) ? field : null)
    );
  };
