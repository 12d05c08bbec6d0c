import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openInvoicesOf } from '../../prisma/course/openInvoices.ts';
import { aCreditor, aDebtor } from '../support/parties.ts';
import { ok } from '../support/story.ts';
import { aHouse, type House } from './aHouse.ts';

// What is left once the principal is in. 10,000 € due 30 April 2025; a notice is posted on 2 June; the principal comes on
// 30 June: 61 days at 13.15 % are 219.77 €, and 40 €: 259.77 € are left.

let house: House;
beforeAll(async () => {
  house = await aHouse();
  ok(await house.call('PUT', '/v1/creditors/default', aCreditor));
  for (const accessories of ['claim', 'waive-if-paid-by', 'never'] as const)
    ok(await house.call('PUT', `/v1/creditors/${accessories}`, { ...aCreditor, accessories }));
});
afterAll(() => house.close());
beforeEach(() => house.on('2025-04-01'));

const euros = (minor: number) => ({ minor, currency: 'EUR' });

/** A case of a creditor with that policy; `noticed` = a formal notice was posted on 2 June. */
const aCase = async (id: string, policy: string, { noticed = true, debtor = {} } = {}) => {
  const call: House['call'] = (method, path, body, headers) =>
    house.call(method, path, body, { 'Huitaine-Creditor': policy, ...headers });
  ok(
    await call('POST', '/v1/invoices', {
      id,
      issuedOn: '2025-03-31',
      dueOn: '2025-04-30',
      amount: euros(1_000_000),
      subject: 'Maintenance',
      strategy: 'five-days',
      debtor: { ...aDebtor, id: `debtor-of-${id}`, ...debtor },
    }),
  );
  if (noticed)
    await house.db.document.create({
      data: {
        id: `doc-${policy}-${id}`,
        creditorId: policy,
        invoiceId: id,
        debtorId: `debtor-of-${id}`,
        stepKey: 'formal-notice',
        kind: 'formal-notice',
        number: '2025-0001',
        filename: 'notice.docx',
        mediaType: 'application/octet-stream',
        bytes: new Uint8Array([1]),
        sha256: 'of the test',
        madeOn: '2025-06-02',
        madeAt: new Date('2025-06-02T08:00:00Z'),
        printedDate: '2025-06-13',
        postedOn: '2025-06-02',
      },
    });
  const view = async (): Promise<any> => ok(await call('GET', `/v1/invoices/${id}`));
  const tasks = async (): Promise<any[]> => ok(await call('GET', `/v1/tasks?invoiceId=${id}&status=open`)).data;
  return {
    call,
    view,
    tasks,
    state: async (): Promise<unknown[]> => {
      const { case: theCase } = await view();
      return [theCase.status, theCase.outcome, (await tasks()).map(({ kind, details }) => [kind, details.amountMinor])];
    },
    pay: async (n: number, on: string, minor: number): Promise<void> => {
      house.on(on);
      ok(await call('POST', `/v1/invoices/${id}/payments`, { id: `${id}-${n}`, amount: euros(minor), receivedOn: on }));
    },
    back: async (n: number, on: string, kind: string): Promise<any> => {
      house.on(on);
      const path = `/v1/payments/${id}-${n}/${kind === 'refund' ? 'refunds' : 'reversals'}`;
      return ok(await call('POST', path, { id: `${id}-${n}-${kind}`, on, ...(kind === 'refund' ? {} : { kind }) }));
    },
    decide: async (decision: string): Promise<any> => {
      const task = (await tasks()).find(({ kind }) => kind === 'accessories');
      return call('POST', `/v1/tasks/${task.id}/completion`, { decision });
    },
    statement: async (on: string): Promise<any> => ok(await call('GET', `/v1/invoices/${id}/statement?on=${on}`)),
    closing: async (): Promise<unknown[]> =>
      ok(await call('GET', `/v1/invoices/${id}/timeline`))
        .data.filter(({ type }: any) => ['closed', 'reopened', 'decided'].includes(type))
        .map(({ type, data }: any) => [
          type,
          data.outcome ?? data.decision ?? null,
          data.differenceMinor ?? null,
          data.accessoriesMinor ?? null,
        ]),
  };
};

test('claimed by a posted notice: the case stays open, and a person is asked with the amount and how it was counted', async () => {
  const one = await aCase('A-1', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  expect(await one.state()).toEqual(['chasing', null, [['accessories', 25_977]]]);
  const [task] = await one.tasks();
  expect(task).toMatchObject({
    role: 'person',
    blocking: true,
    stepKey: null,
    // Five business days after Monday 30 June.
    deadlineOn: '2025-07-07',
    onDeadline: 'escalate',
    title: 'the principal is in, 259.77 EUR of interest and indemnity are left: waive, hand over or write off?',
    details: {
      currency: 'EUR',
      on: '2025-06-30',
      regime: 'FR_B2B_DEFAULT',
      interestMinor: 21_977,
      indemnityMinor: 4_000,
      paidMinor: 0,
      from: '2025-05-01',
      through: '2025-06-30',
      missingFrom: null,
      segments: [{ from: '2025-05-01', to: '2025-06-30', days: 61, ratePct: '13.15', outstandingMinor: 1_000_000 }],
    },
  });
  const { case: theCase } = await one.view();
  expect(theCase.why).toContain('the principal is in, 259.77 EUR of interest and indemnity are left');
  expect(theCase.next).toContain('2025-07-07');
  // No step asks for a principal of 0.
  const run = await one.call('POST', `/v1/invoices/A-1/steps/${theCase.nextStep}/run`, {});
  expect(run).toMatchObject({ status: 409, body: { code: 'STEP_NOT_NEXT' } });
});

test('a debtor’s statement lists no invoice whose principal is in', async () => {
  const one = await aCase('A-12', 'claim');
  const listed = (): Promise<readonly unknown[]> =>
    house.store.change({ creditorId: 'claim', invoiceId: 'A-12' }, { name: 'Claire', kind: 'operator' }, (tx) =>
      openInvoicesOf(tx, tx.today),
    );
  expect(await listed()).toMatchObject([{ number: 'A-12', balance: euros(1_000_000) }]);
  await one.pay(1, '2025-06-30', 1_000_000);
  expect(await listed()).toEqual([]);
});

test('one click waives: paid, with the difference on record; what comes later is too much', async () => {
  const one = await aCase('A-2', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  ok(await one.decide('waive'));
  expect(await one.state()).toEqual(['closed', 'paid', []]);
  expect(await one.closing()).toEqual([
    ['decided', 'waive', null, 25_977],
    ['closed', 'paid', 0, 25_977],
  ]);
  expect(await one.statement('2025-07-31')).toMatchObject({
    principal: euros(0),
    interest: { amount: euros(21_977) },
    indemnity: euros(4_000),
    notClaimed: euros(25_977),
    total: euros(0),
    case: { status: 'closed', outcome: 'paid' },
  });
  await one.pay(2, '2025-07-10', 25_977);
  expect(await one.state()).toEqual(['closed', 'paid', [['refund', 25_977]]]);
});

test('money that comes counts against them and closes the case; only what exceeds them is too much', async () => {
  const one = await aCase('A-3', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  await one.pay(2, '2025-07-05', 10_000);
  expect(await one.state()).toEqual(['chasing', null, [['accessories', 15_977]]]);
  expect((await one.tasks())[0]).toMatchObject({ deadlineOn: '2025-07-07', details: { paidMinor: 10_000 } });
  await one.pay(3, '2025-07-10', 15_977 + 1_200);
  expect(await one.state()).toEqual(['closed', 'paid', [['refund', 1_200]]]);
  expect(await one.closing()).toEqual([['closed', 'paid', -27_177, 0]]);
  await one.back(3, '2025-07-20', 'refund');
  expect(await one.state()).toEqual(['closed', 'paid', []]);
  expect(await one.statement('2025-07-31')).toMatchObject({
    payments: [{ amount: euros(1_000_000) }, { amount: euros(10_000) }, { amount: euros(17_177) }],
    refunds: [{ on: '2025-07-20', amount: euros(1_200) }],
    interest: { amount: euros(21_977) },
    notClaimed: euros(0),
    total: euros(0),
  });
});

test('paid with the principal in one transfer, they leave nothing; short of it within the tolerance neither', async () => {
  const whole = await aCase('A-4', 'claim');
  await whole.pay(1, '2025-06-30', 1_025_977);
  expect(await whole.state()).toEqual(['closed', 'paid', []]);
  const short = await aCase('A-5', 'claim');
  await short.pay(1, '2025-06-30', 1_025_477);
  expect(await short.state()).toEqual(['closed', 'paid', []]);
  expect(await short.closing()).toEqual([['closed', 'paid', -25_477, 500]]);
  const shorter = await aCase('A-6', 'claim');
  await shorter.pay(1, '2025-06-30', 1_025_476);
  expect(await shorter.state()).toEqual(['chasing', null, [['accessories', 501]]]);
});

test('a reversal afterwards: of the principal, the case goes on and what was waived is owed again', async () => {
  const one = await aCase('A-7', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  ok(await one.decide('waive'));
  await one.back(1, '2025-07-05', 'reversal');
  expect(await one.state()).toEqual(['chasing', null, []]);
  await one.pay(2, '2025-07-10', 1_000_000);
  // 61 days at 13.15 % and 10 at 12.15 %: 219.767 + 33.288.
  expect(await one.state()).toEqual(['chasing', null, [['accessories', 29_305]]]);
});

test('a reversal of the second transfer alone asks about what is left again', async () => {
  const one = await aCase('A-8', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  await one.pay(2, '2025-07-05', 25_977);
  expect(await one.state()).toEqual(['closed', 'paid', []]);
  await one.back(2, '2025-07-10', 'reversal');
  expect(await one.state()).toEqual(['chasing', null, [['accessories', 25_977]]]);
  expect((await one.closing()).map(([type]: any) => type)).toEqual(['closed', 'reopened']);
});

test('a reversal of the principal while a person is asked takes the question back', async () => {
  const one = await aCase('A-9', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  await one.back(1, '2025-07-02', 'reversal');
  expect(await one.state()).toEqual(['chasing', null, []]);
});

test.each([
  ['hand-over', 'handed-over', null],
  ['write-off', 'closed', 'written-off'],
  ['irrecoverable', 'closed', 'irrecoverable'],
])('a person decides %s', async (decision, status, outcome) => {
  const id = `A-${decision}`;
  const one = await aCase(id, 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  ok(await one.decide(decision));
  expect(await one.state()).toEqual([status, outcome, []]);
  expect(await one.statement('2025-07-31')).toMatchObject({ notClaimed: euros(0), total: euros(25_977) });
});

test('handed over, they are asked about no more, and money that covers them closes the case', async () => {
  const one = await aCase('A-10', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  ok(await one.decide('hand-over'));
  await one.pay(2, '2025-07-05', 10_000);
  expect(await one.state()).toEqual(['handed-over', null, []]);
  await one.pay(3, '2025-07-09', 15_977);
  expect(await one.state()).toEqual(['closed', 'paid', []]);
});

test('a decision that is none is refused with what was expected', async () => {
  const one = await aCase('A-11', 'claim');
  await one.pay(1, '2025-06-30', 1_000_000);
  expect(await one.decide('continue')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/decision' }] } });
});

test.each([
  ['no notice was posted', 'claim', { noticed: false }],
  ['what is given up if paid in time is given up late as well', 'waive-if-paid-by', {}],
])('closes with the principal: %s', async (what, policy, given) => {
  const one = await aCase(`B-${policy}`, policy, given);
  await one.pay(1, '2025-06-30', 1_000_000);
  expect(await one.state(), what).toEqual(['closed', 'paid', []]);
  expect(await one.closing()).toEqual([['closed', 'paid', 0, 25_977]]);
});

test('under `never` nothing is left and all beyond the principal is too much', async () => {
  const one = await aCase('B-never', 'never');
  await one.pay(1, '2025-06-30', 1_025_977);
  expect(await one.state()).toEqual(['closed', 'paid', [['refund', 25_977]]]);
  expect(await one.closing()).toEqual([['closed', 'paid', -25_977, 0]]);
});

test('without a notice nobody asked for them: money beyond the principal is too much', async () => {
  const one = await aCase('B-1', 'claim', { noticed: false });
  await one.pay(1, '2025-06-30', 1_025_977);
  expect(await one.state()).toEqual(['closed', 'paid', [['refund', 25_977]]]);
});

test('what a notice asked for and the debtor paid is kept, also where it would have been given up', async () => {
  const one = await aCase('B-2', 'waive-if-paid-by');
  await one.pay(1, '2025-06-30', 1_025_977 + 700);
  expect(await one.state()).toEqual(['closed', 'paid', [['refund', 700]]]);
});

test('a promise that was kept leaves nothing to ask, and gives back what was paid besides', async () => {
  const one = await aCase('B-3', 'waive-if-paid-by');
  await house.db.reminder.create({
    data: {
      key: 'waive-if-paid-by/B-3/second-reminder/1',
      creditorId: 'waive-if-paid-by',
      invoiceId: 'B-3',
      stepKey: 'second-reminder',
      n: 1,
      channel: 'email',
      level: 2,
      on: '2025-05-15',
      status: 'sent',
      balanceMinor: 1_000_000n,
      reservedAt: new Date('2025-05-15T07:00:00Z'),
      waivesUntil: '2025-06-30',
    },
  });
  await one.pay(1, '2025-06-30', 1_001_000);
  expect(await one.state()).toEqual(['closed', 'paid', [['refund', 1_000]]]);
  expect(await one.closing()).toEqual([['closed', 'paid', -1_000, 0]]);
  expect(await one.statement('2025-07-31')).toMatchObject({
    accessories: { waived: true, promises: [{ payBy: '2025-06-30', kept: true }] },
    interest: { amount: euros(0), segments: [] },
    indemnity: euros(0),
    notClaimed: euros(0),
    total: euros(0),
  });
});

test.each([
  ['claim', ['chasing', null, [['accessories', 22_634]]]],
  ['waive-if-paid-by', ['closed', 'paid', []]],
  ['never', ['closed', 'paid', []]],
])('a French public buyer under %s', async (policy, state) => {
  // 3.15 + 8 points: 61 days at 11.15 % are 186.34.
  const one = await aCase('C-1', policy, { debtor: { kind: 'public' } });
  await one.pay(1, '2025-06-30', 1_000_000);
  expect(await one.state()).toEqual(state);
});

test('a credit note alone closes at once: what was never owed bears nothing', async () => {
  const one = await aCase('C-2', 'claim');
  house.on('2025-06-30');
  ok(
    await one.call('POST', '/v1/invoices/C-2/credit-notes', {
      id: 'note',
      amount: euros(1_000_000),
      issuedOn: '2025-06-30',
      effect: 'from-issue',
    }),
  );
  expect(await one.state()).toEqual(['closed', 'credited', []]);
});
