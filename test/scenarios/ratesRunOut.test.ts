import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { createCaller } from '../support/call.ts';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

// `progressive`, 1,200.50 € due Tu 10 June 2031: D+15 = We 25 June, D+30 = Th 10 July, D+45 = Fr 25 July.
// Rates are entered for the first half of 2031 only: 2.40 + 10 points.

const shipped = loadStrategies();
/** As no shipped strategy is: the formal notice leaves by itself. */
const byItself = shipped
  .filter(({ key }) => key === 'progressive')
  .map((strategy) => ({
    ...strategy,
    key: 'by-itself',
    steps: strategy.steps.map((step) =>
      step.id === 'formal-notice' ? { ...step, approval: { by: 'auto' as const } } : step,
    ),
  }));

let world: World;
let one: Followed;
let other: Followed;
beforeAll(async () => {
  world = await createWorld({ strategies: [...shipped, ...byItself] });
  await setUp(world.call);
  await world.at('2031-06-10', 8);
  ok(await put({ from: '2031-01-01', ratePct: '2.4', confidence: 'official' }), 200);
  [one, other] = await Promise.all([announced('F-ONE'), announced('F-OTHER')] as const);
});
afterAll(() => world.stop());

const announced = async (id: string, given: Record<string, unknown> = {}): Promise<Followed> => {
  const invoice = follow(world, id);
  await invoice.announce({
    issuedOn: '2031-05-09',
    dueOn: '2031-06-10',
    debtor: { ...aDebtor, id: `debtor-${id}` },
    ...given,
  });
  return invoice;
};
const put = (rate: Record<string, unknown>) =>
  world.call('PUT', '/v1/rates', { series: 'ECB_MRO', source: 'the page of the ECB', why: 'half-yearly', ...rate });
const asked = async (status = 'open'): Promise<any[]> =>
  ok(await world.call('GET', `/v1/tasks?kind=rate-missing&status=${status}`)).data;
const statement = async (id: string): Promise<any> => ok(await world.call('GET', `/v1/invoices/${id}/statement`));
const calculated = (more: Record<string, unknown> = {}) =>
  world.call('POST', '/v1/late-payment-statements', {
    regime: 'FR_B2B_DEFAULT',
    principal: { minor: 120_050, currency: 'EUR' },
    dueOn: '2031-06-10',
    statementOn: '2031-07-25',
    ...more,
  });

test('as long as there is a rate, nothing is asked', async () => {
  await moveTo(world, '2031-06-25', 10);
  ok(await one.approve('second-reminder'));
  ok(await other.approve('second-reminder'));
  expect((await one.sent()).at(-1)!.text).not.toContain('30 juin 2031');
  expect(await asked()).toEqual([]);
});

test('without one the reminder goes out, states interest to the last day that has a rate, and says so', async () => {
  await moveTo(world, '2031-07-10', 10);
  ok(await one.approve('third-reminder'));
  const { kind, text } = (await one.sent()).at(-1)!;
  expect(kind).toBe('reminder');
  // 1,200.50 × 12.40 % × 20 days / 365
  expect(text).toContain('8,16 €');
  expect(text).toMatch(/arrêté au (lundi )?30 juin 2031/);
  expect(await statement('F-ONE')).toMatchObject({
    on: '2031-07-10',
    warnings: ['RATE_MISSING_FROM'],
    interest: { amount: { minor: 816 }, through: '2031-06-30' },
  });
});

test('a manager is asked once for the rate, whichever and however many cases lack it; nothing waits for him', async () => {
  ok(await other.approve('third-reminder'));
  expect((await other.sent()).at(-1)!.text).toContain('8,16 €');
  const [task, ...more] = await asked();
  expect(more).toEqual([]);
  expect(task).toMatchObject({
    invoiceId: null,
    stepKey: null,
    role: 'manager',
    blocking: false,
    details: { series: 'ECB_MRO', from: '2031-07-01', to: '2031-12-31' },
  });
  expect(['F-ONE', 'F-OTHER']).toContain(task.details.firstInvoice);
  expect((await one.read()).case.status).toBe('chasing');
});

test('the calculator refuses, and can be asked to stop', async () => {
  expect(await calculated()).toMatchObject({ status: 422, body: { code: 'RATE_UNKNOWN' } });
  expect(ok(await calculated({ onUnknownRate: 'stop' }), 200)).toMatchObject({
    interest: { minor: 816 },
    through: '2031-06-30',
    warnings: ['RATE_MISSING_FROM'],
  });
});

test('a formal notice waits for a manager, even where the strategy would let it leave by itself', async () => {
  const noticed = await announced('F-NOTICE', {
    strategy: 'by-itself',
    issuedOn: '2031-05-02',
    dueOn: '2031-05-30',
    startAt: 'formal-notice',
  });
  await moveTo(world, '2031-07-15', 10);
  expect(await noticed.letters()).toEqual([]);
  expect(await noticed.tasks()).toMatchObject([{ kind: 'approve', stepKey: 'formal-notice', role: 'manager' }]);
  expect(plain((await noticed.draft('formal-notice')).markdown)).toContain('30 juin 2031');
  expect(await asked()).toHaveLength(1);
});

test('the task is done by entering the rate, by a manager; a rate entered by itself closes it, too', async () => {
  const [task] = await asked();
  const rate = {
    series: 'ECB_MRO',
    from: '2031-07-01',
    source: 'a newspaper',
    confidence: 'unofficial',
    why: 'not yet published',
  };
  const complete = (call: typeof world.call, body: object) => call('POST', `/v1/tasks/${task.id}/completion`, body);
  const { secret } = ok(await world.call('POST', '/v1/api-keys', { name: 'Bureau', scopes: ['operator'] }));
  const refused = await complete(createCaller(world.url, secret), { ...rate, ratePct: '2.9' });
  expect([refused.status, refused.body.code]).toEqual([403, 'MANAGER_REQUIRED']);
  // What one creditor's manager enters would change what the others claim.
  const bound = { name: 'Gérance', scopes: ['operator', 'admin'], creditorId: 'default' };
  const { secret: ofOne } = ok(await world.call('POST', '/v1/api-keys', bound));
  const shared = await complete(createCaller(world.url, ofOne), { ...rate, ratePct: '2.9' });
  expect([shared.status, shared.body.code]).toEqual([403, 'MANAGER_REQUIRED']);
  const wrong = await complete(world.call, { ...rate, from: '2032-01-01', ratePct: '2.9' });
  expect(wrong.body.errors).toMatchObject([{ pointer: '/from', detail: 'expected 2031-07-01, got 2032-01-01' }]);
  expect((await complete(world.call, { ...rate, ratePct: '290' })).body.errors).toMatchObject([
    { pointer: '/ratePct' },
  ]);
  expect(await world.store.db.rate.count({ where: { from: '2031-07-01' } })).toBe(0);
  ok(await put({ ...rate, ratePct: '2.9' }), 200);
  expect(await asked()).toEqual([]);
  expect(await asked('done')).toMatchObject([
    { id: task.id, closedBy: 'Claire', closedOn: '2031-07-15', result: { ratePct: '2.90' } },
  ]);
  expect((await complete(world.call, { ...rate, ratePct: '2.9' })).body.code).toBe('TASK_CLOSED');
});

test('a notice drafted without the rate and approved with it is written anew with its figures', async () => {
  const noticed = follow(world, 'F-NOTICE');
  expect(plain((await noticed.draft('formal-notice')).markdown)).toContain('1 253,14 €');
  ok(await noticed.approve('formal-notice'));
  await noticed.task('post-letter');
  const [letter, ...more] = await noticed.letters();
  expect(more).toEqual([]);
  // 40 + 1,200.50 × (12.40 % × 31 + 12.90 % × 15) / 365; it leaves by itself, since no rate is missing any more.
  const text = await letterText(letter!.bytes);
  expect(text).toContain('1 259,51 €');
  expect(text).not.toContain('1 253,14 €');
});

test('from then on interest is stated to the day, and an unofficial rate is flagged wherever it counts', async () => {
  await moveTo(world, '2031-07-25', 10);
  // 8.1568 + 1,200.50 × 12.90 % × 25 days / 365
  const interest = { minor: 1_876 };
  const notice = plain((await one.draft('formal-notice')).markdown);
  expect(notice).toContain('18,76 €');
  expect(notice).not.toContain('30 juin 2031, dernier jour');
  expect(await statement('F-ONE')).toMatchObject({ interest: { amount: interest }, warnings: ['RATE_UNOFFICIAL'] });
  expect(ok(await calculated(), 200)).toMatchObject({ interest, warnings: ['RATE_UNOFFICIAL'] });
  const rates = ok(await world.call('GET', '/v1/rates?series=ECB_MRO')).data;
  expect(rates.at(-1)).toMatchObject({ from: '2031-07-01', flags: ['RATE_UNOFFICIAL'], by: 'Claire' });
  expect(await asked()).toEqual([]);
});

test('with a rate, a notice that may leave by itself does', async () => {
  const noticed = await announced('F-LEAVES', {
    strategy: 'by-itself',
    issuedOn: '2031-05-14',
    dueOn: '2031-06-12',
    startAt: 'formal-notice',
  });
  await moveTo(world, '2031-07-28', 10);
  expect(await noticed.tasks()).toMatchObject([{ kind: 'post-letter' }]);
  expect(await noticed.letters()).toHaveLength(1);
});

test('the official rate takes its place, and a completed task enters it', async () => {
  ok(await put({ from: '2031-07-01', ratePct: '2.9', confidence: 'official', why: 'published' }), 200);
  expect(await statement('F-ONE')).toMatchObject({ interest: { amount: { minor: 2_004 } }, warnings: [] });
  expect(await world.store.db.rate.count({ where: { from: '2031-07-01' } })).toBe(2);
  await world.at('2032-01-05', 8);
  const late = await announced('F-NEXT', { issuedOn: '2031-11-03', dueOn: '2031-12-30', startAt: 'second-reminder' });
  await moveTo(world, '2032-01-14', 10);
  expect(await late.tasks()).toMatchObject([{ kind: 'approve', stepKey: 'second-reminder' }]);
  const [task] = await asked();
  expect(task.details).toMatchObject({ series: 'ECB_MRO', from: '2032-01-01', to: '2032-06-30' });
  const rate = {
    series: 'ECB_MRO',
    from: '2032-01-01',
    ratePct: '3',
    confidence: 'official',
    source: 'the ECB',
    why: 'half-yearly',
  };
  const answer = ok(await world.call('POST', `/v1/tasks/${task.id}/completion`, rate), 200);
  expect(answer).toMatchObject({ task: { status: 'done', closedBy: 'Claire' }, invoice: null });
  expect(await statement('F-NEXT')).toMatchObject({ on: '2032-01-14', warnings: [] });
});
