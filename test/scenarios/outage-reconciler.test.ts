import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeMime } from '../../activities/adapters/mime.ts';
import { createReconciler } from '../../activities/reconcile.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import { wording } from '../../templates/port.ts';
import { DUNNING, RECONCILER, type DunningInput } from '../../workflows/messages.ts';
import type { Reconciled } from '../../workflows/activityTypes.ts';
import type { Answer } from '../support/call.ts';
import { aCreditor, anInvoice, euros, ok } from '../support/story.ts';
import { startOnRealServer, type RealServer } from './realServer.ts';

let house: RealServer;
beforeAll(async () => {
  house = await startOnRealServer();
  ok(await house.call('PUT', `/v1/creditors/${house.creditorId}`, aCreditor));
});
afterAll(() => house.stop());

const idOf = (invoiceId: string): string => `invoice/${house.creditorId}/${invoiceId}`;
const statusIn = async (invoiceId: string): Promise<string | null> => {
  try {
    return (await house.client.workflow.getHandle(idOf(invoiceId)).describe()).status.name;
  } catch {
    return null;
  }
};
const known = (invoiceId: string): Promise<CaseFacts> =>
  house.client.workflow.getHandle(idOf(invoiceId)).query('knownFacts');
let runs = 0;
const reconcile = (): Promise<Reconciled> =>
  house.client.workflow.execute(RECONCILER, {
    workflowId: `reconcile-${house.creditorId}-${(runs += 1)}`,
    taskQueue: house.caseQueue,
  });
// The cases sleep for decades: no clock of any machine wakes them.
const announce = (id: string): Promise<Answer> =>
  house.call('POST', '/v1/invoices', anInvoice({ id, issuedOn: '2090-01-02', dueOn: '2090-03-06' }));

test('an invoice announced while Temporal is away is kept, says so, and its case is started later', async () => {
  house.temporal('away');
  const { status, body } = await announce('R-1');
  expect([status, body.case.status]).toEqual([201, 'starting']);
  expect(await statusIn('R-1')).toBeNull();
  house.temporal('there');
  expect((await reconcile()).told).toBe(0); // a request may be between its commit and its signal
  house.later(60);
  expect((await reconcile()).told).toBe(1);
  expect(await statusIn('R-1')).toBe('RUNNING');
  expect(ok(await house.call('GET', '/v1/invoices/R-1')).case.status).toBe('chasing');
  expect(await reconcile()).toEqual({ told: 0, orphans: [] });
});

test('a case that missed a payment is told, and one that missed its last payment ends', async () => {
  for (const id of ['R-2', 'R-3']) ok(await announce(id));
  expect((await known('R-2')).balanceMinor).toBe(120_050);
  house.temporal('away');
  ok(
    await house.call('POST', '/v1/invoices/R-2/payments', {
      id: 'p2',
      amount: euros(20_050),
      receivedOn: '2090-01-02',
    }),
  );
  ok(
    await house.call('POST', '/v1/invoices/R-3/payments', {
      id: 'p3',
      amount: euros(120_050),
      receivedOn: '2090-01-02',
    }),
  );
  expect((await known('R-2')).balanceMinor).toBe(120_050);
  house.temporal('there');
  house.later(60);
  await reconcile();
  expect((await known('R-2')).balanceMinor).toBe(100_000);
  expect(await house.client.workflow.getHandle(idOf('R-3')).result()).toEqual({ outcome: 'paid' });
});

test('a workflow whose invoice no database knows is ended', async () => {
  const start = await house.client.workflow.getHandle(idOf('R-1')).fetchHistory();
  const payload = start.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
  const input = JSON.parse(Buffer.from(payload ?? new Uint8Array()).toString('utf8')) as DunningInput;
  await house.client.workflow.start(DUNNING, {
    workflowId: idOf('R-unknown'),
    taskQueue: house.caseQueue,
    args: [{ ...input, ref: { ...input.ref, invoiceId: 'R-unknown' } }],
  });
  // The server's list lags a little behind its workflows.
  await expect
    .poll(async () => (await reconcile()).orphans, { timeout: 20_000, interval: 500 })
    .toEqual([idOf('R-unknown')]);
  expect(await statusIn('R-unknown')).toBe('TERMINATED');
  expect(await statusIn('R-1')).toBe('RUNNING');
});

test('a workflow that disappeared is started again', async () => {
  await house.client.workflow.getHandle(idOf('R-1')).terminate('an accident');
  await expect
    .poll(
      async () => {
        await reconcile();
        return statusIn('R-1');
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe('RUNNING');
  expect((await known('R-1')).balanceMinor).toBe(120_050);
});

test('a case that can not be reached is never ended for it: only one without an invoice is', async () => {
  const ended: string[] = [];
  const reconciler = createReconciler({
    store: house.store,
    wording,
    compose: composeMime,
    mailer: null,
    testRecipient: null,
    cases: {
      tell: async () => false, // Temporal doesn't answer
      running: async function* () {
        // Just paid: running still, closed in its row.
        yield { workflowId: idOf('R-3'), ref: { creditorId: house.creditorId, invoiceId: 'R-3' } };
        yield { workflowId: idOf('R-none'), ref: { creditorId: house.creditorId, invoiceId: 'R-none' } };
      },
      end: async (workflowId) => void ended.push(workflowId),
    },
  });
  await reconciler.reconcileCases();
  expect(ended).toEqual([idOf('R-none')]);
});
