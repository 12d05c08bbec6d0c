import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { belgianReference, rfReference } from '../../domain/references.ts';
import { aCreditor, aDebtor, anInvoice, euros, ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  const address = { lines: ['Koestraat 1'], postalCode: '9000', city: 'Gent', country: 'BE' };
  const belgian = {
    ...aCreditor,
    country: 'BE',
    address,
    iban: 'BE71096123456769',
    bic: undefined,
    vatNumber: undefined,
  };
  ok(await house.call('PUT', '/v1/creditors/default', { ...belgian, registrations: [], timeZone: 'Europe/Brussels' }));
});
afterAll(() => house.close());

let count = 0;
const announced = async (number: string, given: Record<string, unknown> = {}): Promise<string> => {
  const id = `R-${(count += 1)}`;
  const debtor = { ...aDebtor, id: `debtor-${id}`, name: `Klant ${id}` };
  ok(await house.call('POST', '/v1/invoices', anInvoice({ id, number, debtor, ...given })), 201);
  return id;
};

const pay = async (minor: number, reference: string, more: object = {}): Promise<any> => {
  const payment = { id: `p-${(count += 1)}`, amount: euros(minor), receivedOn: '2031-03-03', reference, ...more };
  return ok(await house.call('POST', '/v1/payments', payment), 201);
};
const invoice = async (id: string): Promise<any> => ok(await house.call('GET', `/v1/invoices/${id}`));

describe('the reference of a Belgian creditor', () => {
  test('is the structured communication, and the same that the invoice shows', async () => {
    const id = await announced('2031/0117');
    expect((await invoice(id)).payment.reference).toBe(belgianReference('2031/0117'));
  });

  test('of a number without digits is RF, which is matched, too', async () => {
    const id = await announced('EXTRA');
    const { reference } = (await invoice(id)).payment;
    expect(reference).toBe(rfReference('EXTRA'));
    expect(await pay(120_050, reference)).toMatchObject({ status: 'allocated', allocations: [{ invoiceId: id }] });
  });

  const digits = (number: string): string => belgianReference(number).replaceAll(/\D/g, '');
  test.each<[string, (number: string) => string]>([
    ['as it is printed', belgianReference],
    ['in stars', (number) => belgianReference(number).replaceAll('+', '*')],
    ['as bare digits', digits],
    ['in groups', (number) => `Betaling ${digits(number).replaceAll(/(\d{4})/g, '$1 ')}dank u`],
    ['parted by slashes and spaces', (number) => belgianReference(number).replaceAll('/', ' / ')],
    ['after the number of something else', (number) => `klant 77 ${belgianReference(number)} factuur`],
  ])('is matched %s', async (_, written) => {
    const number = `2031/${1000 + count}`;
    const id = await announced(number);
    expect(await pay(120_050, written(number))).toMatchObject({
      status: 'allocated',
      allocations: [{ invoiceId: id }],
      case: { outcome: 'paid' },
    });
  });

  test('with one wrong digit names nothing', async () => {
    await announced('2031/2001');
    const wrong = belgianReference('2031/2001').replace(/\d(?=\+{3}$)/, (digit) => String((Number(digit) + 1) % 10));
    expect(await pay(120_777, wrong)).toMatchObject({ status: 'unmatched', allocations: [] });
  });
});

describe('two invoices that end in the same ten digits', () => {
  test('are never told apart in silence: a person is shown the one of that amount, and neither debtor is written to', async () => {
    const teach = await announced('2031/3001');
    const iban = 'FR7630006000011234567890189';
    ok(
      await house.call('POST', `/v1/invoices/${teach}/payments`, {
        id: 'teach',
        amount: euros(120_050),
        receivedOn: '2031-03-03',
        payer: { iban },
      }),
      201,
    );
    const known = { ...aDebtor, id: `debtor-${teach}`, name: `Klant ${teach}` };
    const a = await announced('A 99 1234567890', { dueOn: '2031-03-31' });
    // The payer's IBAN is this debtor's, and the amount is exact: it still isn't said.
    const b = await announced('B 1234567890', { debtor: known, amount: euros(70_000) });
    expect((await invoice(a)).payment.reference).toBe((await invoice(b)).payment.reference);
    const paid = await pay(70_000, belgianReference('1234567890'), { payer: { iban } });
    expect(paid).toMatchObject({
      status: 'unmatched',
      allocations: [],
      proposal: {
        debtorId: `debtor-${teach}`,
        allocations: [{ invoiceId: b, amount: euros(70_000) }],
        because: 'several invoices bear its reference',
        others: [`debtor-${a}`],
      },
    });
    for (const id of [a, b]) expect((await invoice(id)).case.hold, id).toBe('payment-announced');
    const { data } = ok(await house.call('GET', '/v1/tasks?status=open&kind=allocate-payment'));
    const task = data.find(({ details }: any) => details.paymentId === paid.id);
    expect(task.details.proposal.allocations).toMatchObject([{ invoiceId: b }]);
    ok(
      await house.call('POST', `/v1/tasks/${task.id}/completion`, {
        allocations: [{ invoiceId: b, amount: euros(70_000) }],
      }),
    );
    for (const id of [a, b]) expect((await invoice(id)).case.hold, id).toBeNull();
    expect((await invoice(b)).case).toMatchObject({ status: 'closed', outcome: 'paid' });
  });

  test('and two that share an RF reference likewise', async () => {
    const [a] = [await announced('BIS'), await announced('B-I-S', { amount: euros(5000) })];
    expect(await pay(120_050, rfReference('BIS'))).toMatchObject({
      status: 'unmatched',
      proposal: { allocations: [{ invoiceId: a }], because: 'several invoices bear its reference' },
    });
  });
});

test("a French creditor's twelve digits are somebody else's business", async () => {
  ok(await house.call('PUT', '/v1/creditors/default', aCreditor));
  const id = await announced('2031/4001');
  expect((await invoice(id)).payment.reference).toBe(rfReference('2031/4001'));
  expect(await pay(120_778, belgianReference('2031/4001'))).toMatchObject({ status: 'unmatched', allocations: [] });
});
