import type { CaseRef } from '../domain/caseRef.ts';
import type { Warning } from '../prisma/announce/announcement.ts';
import { caseView } from '../prisma/views.ts';
import { workflowId } from '../workflows/messages.ts';
import type { ApiDependencies } from './ports.ts';
import type { Reply } from './route.ts';

/** The invoice with its case, as GET answers it. */
export const caseAnswer = async (
  { store, config }: ApiDependencies,
  ref: CaseRef,
  warnings: readonly Warning[] = [],
): Promise<object> => {
  const view = await caseView(store, ref);
  return { ...view, warnings, case: { ...view.case, links: links(config, ref) } };
};

const links = (
  { temporalUiUrl, temporalNamespace = 'default', deskUrl }: ApiDependencies['config'],
  ref: CaseRef,
): object => ({
  temporal:
    temporalUiUrl === null
      ? null
      : `${temporalUiUrl}/namespaces/${temporalNamespace}/workflows/${encodeURIComponent(workflowId(ref))}`,
  desk: deskUrl === null ? null : `${deskUrl}/invoices/${encodeURIComponent(ref.invoiceId)}`,
});

/** A fact is on record: the workflow is told and nobody waits for it. What isn't told now, the reconciler tells. */
export const tellFacts = async ({ cases, log }: ApiDependencies, refs: readonly CaseRef[]): Promise<void> => {
  const once = new Map(refs.map((ref) => [workflowId(ref), ref]));
  for (const ref of once.values())
    await cases
      .tell(ref)
      .catch((error: unknown) =>
        log?.warn(
          { error: error instanceof Error ? error.name : 'unknown' },
          'a case was not told; the reconciler will',
        ),
      );
};

/** A person asked for something: the answer shows what followed from it. */
export const afterDecision = async (dependencies: ApiDependencies, ref: CaseRef): Promise<Reply> => {
  const { cases, log } = dependencies;
  await cases
    .tellAndWait(ref)
    .catch((error: unknown) =>
      log?.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a case was not told; the reconciler will'),
    );
  return { status: 200, body: await caseAnswer(dependencies, ref) };
};
