import { WithStartWorkflowOperation, WorkflowNotFoundError, type Client, type WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { nextMove } from '../domain/course.ts';
import { statusOf } from '../domain/facts.ts';
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
  workflowId,
  type DunningInput,
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
    const current = await store.read(ref).catch(() => null);
    if (!current) return false;
    const message = { facts: current.facts, cause: 'facts' };
    try {
      await soon(() =>
        current.facts.closed
          ? signalRunning(client, ref, message)
          : workflow.signalWithStart(DUNNING, { ...startOptions(options, ref, current), signal: factsChanged, signalArgs: [message] }),
      );
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
        await soon(() =>
          workflow.executeUpdateWithStart(factsDecided, {
            args: [{ facts, cause: 'a request' }],
            startWorkflowOperation: new WithStartWorkflowOperation(DUNNING, { ...startOptions(options, ref, current), workflowIdConflictPolicy: 'USE_EXISTING' }),
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

/** A case that isn't running has nothing to hear: its row says that it is closed. */
const signalRunning = async ({ workflow }: Client, ref: CaseRef, message: Parameters<typeof factsChanged extends never ? never : (m: { facts: Current['facts']; cause: string }) => void>[0]): Promise<void> => {
  try {
    await workflow.getHandle(workflowId(ref)).signal(factsChanged, message);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
};

/** How a case is started: its plan, its facts, and what an operator sees of it. */
const startOptions = ({ deskUrl, queues, rollAfter = 500 }: CasesOptions, ref: CaseRef, { plan, facts, invoice }: Current): WorkflowStartOptions & { args: [DunningInput]; workflowId: string; taskQueue: string } => {
  const move = nextMove(plan, facts, Date.now());
  const amount = `${(facts.amountMinor / 100).toFixed(2)} ${facts.currency}`;
  return {
    workflowId: workflowId(ref),
    taskQueue: queues?.cases ?? CASE_QUEUE,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    args: [{ ref, plan, facts, links: { desk: deskUrl ? `${deskUrl}/invoices/${ref.invoiceId}` : null }, queues: { email: queues?.email ?? EMAIL_QUEUE }, rollAfter }],
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
