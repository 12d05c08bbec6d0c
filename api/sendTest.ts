import type { Actor } from '../prisma/store.ts';
import { endTest, readTest, type TestRef } from '../prisma/wordings/testDelivery.ts';
import { storeTest, TESTS_PER_HOUR, type TestOf } from '../prisma/wordings/testMessage.ts';
import { faulty } from './faulty.ts';
import type { ApiDependencies } from './ports.ts';
import { Problem } from './problem.ts';

export type TestState = Awaited<ReturnType<typeof readTest>>;

/**
 * "Send a test to me": stored first, then sent by the worker, which has the mail service and its rate.
 * @throws Problem TEMPLATE_FAULTY, TOO_MANY_TESTS; Refusal for a debtor's address
 */
export const sendTest = async (
  { store, wording, cases }: Pick<ApiDependencies, 'store' | 'wording' | 'cases'>,
  of: TestOf,
  actor: Actor,
): Promise<TestState> => {
  const tested = await storeTest(store, wording, of, actor);
  if (tested.is === 'faulty') throw faulty(tested.faults);
  if (tested.is === 'too-many')
    throw new Problem(429, 'TOO_MANY_TESTS', `expected at most ${TESTS_PER_HOUR} tests an hour`, [], {
      'Retry-After': '3600',
    });
  const ref: TestRef = { creditorId: of.creditorId, messageId: tested.messageId };
  if (tested.toSend && !(await cases.sendTest(ref)))
    await endTest(store, ref, { status: 'failed', failure: 'Temporal does not answer; try again in a moment' });
  return settled(() => readTest(store, ref));
};

const LOOKS = 50;
const BETWEEN_MS = 100;

/** What became of it, or that it is still on its way after some seconds: somebody looks at a page and waits. */
const settled = async (look: () => Promise<TestState>): Promise<TestState> => {
  let test = await look();
  for (let looked = 1; looked < LOOKS && test.status === 'pending'; looked += 1) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    test = await look();
  }
  return test;
};
