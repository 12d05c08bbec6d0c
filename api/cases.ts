import {
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { nextMove } from '../domain/course.ts';
import { statusOf } from '../domain/facts.ts';
import { Refusal } from '../domain/refusal.ts';
import { markTold } from '../prisma/reconciliation.ts';
import type { Store } from '../prisma/store.ts';
import {
  CASE_QUEUE,
  DUNNING,
  EMAIL_QUEUE,
  factsChanged,
  factsDecided,
  runStep,
  searchAttributes,
  TEST_MESSAGE,
  testWorkflowId,
  workflowId,
  type DunningInput,
  type FactsChanged,
} from '../workflows/messages.ts';
import type { CaseRef, Cases } from './ports.ts';

export type CasesOptions = {
  readonly client: Client;
  readonly store: Store;
  readonly deskUrl: string | null;
  readonly queues?: { readonly cases: string; readonly email: string };
  /** Begin a new run after so many events. */
  readonly rollAfter?: number;
  /** How long a request waits for the case to act, in milliseconds. */
  readonly patience?: number;
  /** Says that Temporal didn't answer; the reconciler mends what was missed. */
  readonly onAway?: (error: unknown) => void;
};

type Current = Awaited<ReturnType<Store['read']>>;

/** Speaks to running cases through a Temporal client. */
export const createCases = (options: CasesOptions): Cases => {
  const { client, store, patience = 5000, onAway = () => undefined } = options;
  const { workflow } = client;
  const soon = <T>(work: () => Promise<T>): Promise<T> => client.withDeadline(Date.now() + patience, work);

  const tell = async (ref: CaseRef): Promise<boolean> => {
    const current = await readKnown(store, ref);
    if (!current) return false;
    try {
      await soon(() => announceTo(options, ref, current));
      await markTold(store, ref, current.facts.version);
      return true;
    } catch (error) {
      onAway(error);
      return false;
    }
  };

  return {
    tell,
    tellAndWait: async (ref) => {
      const current = await store.read(ref);
      const { facts } = current;
      if (facts.closed) return (await tell(ref)) ? 'told' : 'away';
      try {
        const start = {
          ...(await startOptions(options, ref, current)),
          workflowIdConflictPolicy: 'USE_EXISTING' as const,
        };
        const startWorkflowOperation = new WithStartWorkflowOperation(DUNNING, start);
        await soon(() =>
          workflow.executeUpdateWithStart(factsDecided, {
            args: [{ facts, cause: 'a request' }],
            startWorkflowOperation,
          }),
        );
        await markTold(store, ref, facts.version);
        return 'acted';
      } catch (error) {
        onAway(error);
        return (await tell(ref)) ? 'told' : 'away';
      }
    },
    runNow: async (ref, stepKey) => {
      await tell(ref);
      try {
        await soon(() => workflow.getHandle(workflowId(ref)).executeUpdate(runStep, { args: [{ stepKey }] }));
        return 'acted';
      } catch (error) {
        onAway(error);
        return 'told';
      }
    },
    sendTest: async (ref) => {
      try {
        await soon(() =>
          workflow.start(TEST_MESSAGE, {
            workflowId: testWorkflowId(ref),
            taskQueue: options.queues?.cases ?? CASE_QUEUE,
            args: [{ ref, queues: { email: options.queues?.email ?? EMAIL_QUEUE } }],
            staticSummary: `test message ${ref.messageId}`,
          }),
        );
        return true;
      } catch (error) {
        onAway(error);
        return false;
      }
    },
    health: async () => {
      try {
        await soon(() => client.connection.ensureConnected?.() ?? Promise.resolve());
        const { pollers } = await soon(() =>
          client.workflowService.describeTaskQueue({
            namespace: client.options.namespace,
            taskQueue: { name: options.queues?.cases ?? CASE_QUEUE },
            taskQueueType: 1,
          }),
        );
        return { temporal: true, worker: (pollers?.length ?? 0) > 0 };
      } catch {
        return { temporal: false, worker: false };
      }
    },
  };
};

/** Version of the facts right after the announcement: nothing has changed since. */
const ANNOUNCED_VERSION = 2;

const readKnown = async (store: Store, ref: CaseRef): Promise<Current | null> => {
  try {
    return await store.read(ref);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** A new case is started; a running or reopened one gets its newest facts by a signal that starts it if need be. */
const announceTo = async (options: CasesOptions, ref: CaseRef, current: Current): Promise<void> => {
  const { client } = options;
  const message = { facts: current.facts, cause: 'facts' };
  if (current.facts.closed) return signalRunning(client, ref, message);
  const start = await startOptions(options, ref, current);
  if (current.facts.version <= ANNOUNCED_VERSION)
    await client.workflow.start(DUNNING, { ...start, workflowIdConflictPolicy: 'USE_EXISTING' });
  else await client.workflow.signalWithStart(DUNNING, { ...start, signal: factsChanged, signalArgs: [message] });
  return undefined;
};

/** A case that isn't running has nothing to hear: its row says that it is closed. */
const signalRunning = async ({ workflow }: Client, ref: CaseRef, message: FactsChanged): Promise<void> => {
  try {
    await workflow.getHandle(workflowId(ref)).signal(factsChanged, message);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
};

type StartOptions = WorkflowStartOptions & { args: [DunningInput]; workflowId: string; taskQueue: string };

/** How a case is started: its plan, its facts, and what an operator sees of it. */
const startOptions = async (
  { store, deskUrl, queues, rollAfter = 500 }: CasesOptions,
  ref: CaseRef,
  { plan, facts, invoice }: Current,
): Promise<StartOptions> => {
  const move = nextMove(plan, facts, await store.now());
  const amount = `${(facts.amountMinor / 100).toFixed(2)} ${facts.currency}`;
  return {
    workflowId: workflowId(ref),
    taskQueue: queues?.cases ?? CASE_QUEUE,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    args: [
      {
        ref,
        plan,
        facts,
        links: { desk: deskUrl ? `${deskUrl}/invoices/${ref.invoiceId}` : null },
        queues: { email: queues?.email ?? EMAIL_QUEUE },
        rollAfter,
      },
    ],
    staticSummary: `${invoice.number} · ${invoice.debtorId} · ${amount}`,
    staticDetails: `Invoice ${ref.invoiceId} of creditor ${ref.creditorId}, due ${facts.dueOn}, strategy ${plan.strategyKey} version ${plan.strategyVersion}.`,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: searchAttributes.creditorId, value: ref.creditorId },
      { key: searchAttributes.debtorId, value: invoice.debtorId },
      { key: searchAttributes.invoiceNumber, value: invoice.number },
      { key: searchAttributes.caseStatus, value: statusOf(facts) },
      { key: searchAttributes.balanceMinor, value: facts.balanceMinor },
      ...('at' in move ? [{ key: searchAttributes.nextStepAt, value: new Date(move.at) }] : []),
    ]),
  };
};
