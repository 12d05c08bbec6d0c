import type { TaskKind } from '../../prisma/tasks.ts';
import type { EditedText } from '../../prisma/people/wordingPort.ts';
import { approvalBody, approvalField } from './approve.ts';
import { talkBody, talkField } from './talk.ts';
import { amountIn, filled, type Values } from './values.ts';

/** How many invoices one payment can be placed on at once. */
export const SHARES = 4;

/** The body that completes a task of that kind. @throws Refusal VALIDATION */
export const completionBody = (kind: TaskKind, values: Values, currency: string, shown: EditedText | null): object => {
  const of = (name: string): string | null => filled(values, name);
  switch (kind) {
    case 'call':
    case 'visit':
      return talkBody(values, currency);
    case 'approve':
      return approvalBody(values, shown);
    case 'post-letter':
      return { postedOn: of('postedOn') ?? undefined, trackingNumber: of('trackingNumber') };
    case 'fix-address':
      return { email: of('email'), phone: of('phone'), address: postal(values) };
    case 'decide':
      return {
        decision: of('decision') ?? undefined,
        reason: of('reason'),
        until: values['decision'] === 'hold' ? of('until') : null,
      };
    case 'accessories':
      return { decision: of('decision') ?? undefined };
    case 'stop-deliveries':
      return { done: true };
    case 'legal-file':
      return { decision: of('decision') ?? undefined, reason: of('reason') ?? undefined };
    case 'allocate-payment':
      return { allocations: shares(values, currency) };
    case 'refund':
      return { reference: of('reference') ?? undefined, on: of('on') ?? undefined };
    case 'rate-missing':
      return rate(of);
  }
};

const postal = (values: Values): object | null => {
  const lines = (values['lines'] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [postalCode, city] = [filled(values, 'postalCode'), filled(values, 'city')];
  if (lines.length === 0 && postalCode === null && city === null) return null;
  return {
    lines,
    postalCode: postalCode ?? '',
    city: city ?? '',
    country: (filled(values, 'country') ?? '').toUpperCase(),
  };
};

/** A comma is as good as a point. */
const rate = (of: (name: string) => string | null): object => ({
  ...Object.fromEntries(['series', 'from', 'confidence', 'source', 'why'].map((name) => [name, of(name)])),
  ratePct: of('ratePct')?.replace(',', '.').replace(/\s*%$/, ''),
});

const shares = (values: Values, currency: string): object[] =>
  Array.from({ length: SHARES }, (_, index) => index).flatMap((index) => {
    const invoiceId = filled(values, `invoice-${index}`);
    if (invoiceId === null) return [];
    return [
      { invoiceId, amount: amountIn(values, `amount-${index}`, currency, `/allocations/${index}/amount`) ?? undefined },
    ];
  });

/** The control that a fault of the body belongs to. */
export const completionField =
  (kind: TaskKind, values: Values) =>
  (pointer: string): string | null => {
    const [, field = '', part, inner] = pointer.split('/');
    if (kind === 'call' || kind === 'visit') return talkField(values)(pointer);
    if (kind === 'approve') return approvalField(pointer);
    if (field === 'allocations') return `${inner === 'invoiceId' ? 'invoice' : 'amount'}-${part ?? 0}`;
    if (field === 'address') return part ?? 'lines';
    return field === '' ? null : field;
  };
