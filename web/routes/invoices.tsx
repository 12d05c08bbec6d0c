import type { Request, Response, Router } from 'express';
import type { CaseRef } from '../../domain/caseRef.ts';
import { Refusal } from '../../domain/refusal.ts';
import { documentsOf } from '../../prisma/correspondence.ts';
import { ledgerOf } from '../../prisma/desk/caseHistory.ts';
import { searchInvoices } from '../../prisma/desk/invoices.ts';
import { outboxOf } from '../../prisma/desk/outbox.ts';
import { checkRun } from '../../prisma/people/checkRun.ts';
import { hold, resume, type HoldRequest } from '../../prisma/people/hold.ts';
import { skipStep } from '../../prisma/people/skipStep.ts';
import { listTasks } from '../../prisma/people/taskDesk.ts';
import { statementView } from '../../prisma/statementView.ts';
import { caseView, timelineOf } from '../../prisma/views.ts';
import { workflowId } from '../../workflows/messages.ts';
import { sendPage } from '../answer.ts';
import { explained } from '../explanation.ts';
import { filled, valuesOf, type Values } from '../forms/values.ts';
import { InvoicePage } from '../pages/invoice.tsx';
import { Invoices } from '../pages/invoices.tsx';
import { NOTHING_GIVEN, refused, type Given } from '../parts/given.ts';
import { pageIn } from '../parts/pager.tsx';
import { statusOf } from '../statusOf.ts';
import { heardIn, tellCases, type Heard } from '../tell.ts';
import type { On, Visit } from '../visit.ts';

/** The list, one invoice, and what can be done about it. */
export const mountInvoices = (router: Router, on: On): void => {
  router.get(
    '/invoices',
    on(async (visit, request, response) => {
      const of = (name: string, otherwise: string): string =>
        typeof request.query[name] === 'string' ? request.query[name].trim().slice(0, 100) : otherwise;
      const search = {
        status: of('status', 'open'),
        debtor: of('debtor', ''),
        number: of('number', ''),
        page: pageIn(request.query['page']),
      };
      sendPage(
        response,
        <Invoices
          visit={visit}
          search={search}
          {...await searchInvoices(visit.deps.store, visit.session.creditorId, search)}
        />,
      );
    }),
  );
  router.get(
    '/invoices/:invoiceId',
    on((visit, request, response) =>
      show(visit, refIn(visit, request), response, { heard: heardIn(request.query['heard']) }),
    ),
  );
  router.post(
    '/invoices/:invoiceId/hold',
    on((visit, request, response) => act(visit, request, response, holdCase)),
  );
  router.post(
    '/invoices/:invoiceId/resume',
    on((visit, request, response) => act(visit, request, response, resumeCase)),
  );
  router.post(
    '/invoices/:invoiceId/skip',
    on((visit, request, response) => act(visit, request, response, skipOne)),
  );
  router.post(
    '/invoices/:invoiceId/run',
    on((visit, request, response) => act(visit, request, response, runNext)),
  );
};

const refIn = (visit: Visit, request: Request): CaseRef => ({
  creditorId: visit.session.creditorId,
  invoiceId: String(request.params['invoiceId']),
});

type Act = (visit: Visit, ref: CaseRef, values: Values) => Promise<Heard>;

const holdCase: Act = async ({ deps, session }, ref, values) => {
  const reason = (['reply', 'payment-announced'] as const).find((known) => known === values['reason']) ?? 'manual';
  await hold(
    deps.store,
    ref,
    { until: filled(values, 'until'), reason, note: filled(values, 'note') } satisfies HoldRequest,
    session.actor,
  );
  return tellCases(deps, [ref]);
};

const resumeCase: Act = async ({ deps, session }, ref) => {
  await resume(deps.store, ref, session.actor);
  return tellCases(deps, [ref]);
};

const skipOne: Act = async ({ deps, session }, ref, values) => {
  const reason = filled(values, 'skipReason');
  if (reason === null)
    throw new Refusal('VALIDATION', 'expected a reason, got none', [
      { pointer: '/skipReason', code: 'REQUIRED', detail: 'expected a reason, got none' },
    ]);
  await skipStep(deps.store, ref, values['stepKey'] ?? '', { reason }, session.actor);
  return tellCases(deps, [ref]);
};

const runNext: Act = async ({ deps }, ref, values) => {
  const stepKey = values['stepKey'] ?? '';
  await checkRun(deps.store, ref, stepKey);
  return deps.cases.runNow(ref, stepKey);
};

/** Does it and comes back, or shows the page again with what was typed and why it wasn't done. */
const act = async (visit: Visit, request: Request, response: Response, doIt: Act): Promise<void> => {
  const ref = refIn(visit, request);
  const values = valuesOf(request.body);
  try {
    const heard = await doIt(visit, ref, values);
    response.redirect(303, `/invoices/${encodeURIComponent(ref.invoiceId)}?heard=${heard}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await show(visit, ref, response, {
      given: refused(visit, error, values, (pointer) => pointer.slice(1)),
      status: statusOf(error),
    });
  }
};

type Shown = { readonly heard?: Heard | null; readonly given?: Given; readonly status?: number };

const show = async (
  visit: Visit,
  ref: CaseRef,
  response: Response,
  { heard = null, given = NOTHING_GIVEN, status = 200 }: Shown,
): Promise<void> => {
  const { store, config } = visit.deps;
  const view = await caseView(store, ref);
  const { plan, facts } = await store.read(ref);
  const { data: tasks } = await listTasks(store, ref.creditorId, {
    invoiceId: ref.invoiceId,
    status: 'open',
    limit: 100,
  });
  const { temporalUiUrl, temporalNamespace = 'default' } = config;
  const page = (
    <InvoicePage
      visit={visit}
      view={view}
      debtorName={(view.debtor as { readonly name?: string }).name ?? view.debtorId}
      explained={explained(visit, plan, facts)}
      statement={await statementView(store, ref)}
      ledger={await ledgerOf(store, ref)}
      messages={(await outboxOf(store, ref.creditorId, { page: 1, invoiceId: ref.invoiceId })).rows}
      letters={await documentsOf(store, ref)}
      history={await timelineOf(store, ref)}
      tasks={tasks}
      temporalUrl={
        temporalUiUrl === null
          ? null
          : `${temporalUiUrl}/namespaces/${temporalNamespace}/workflows/${encodeURIComponent(workflowId(ref))}`
      }
      heard={heard}
      given={given}
    />
  );
  sendPage(response, page, status);
};
