import { editChecks } from '../../prisma/course/editChecks.ts';
import { approve, reject } from '../../prisma/people/approval.ts';
import { checkRun } from '../../prisma/people/checkRun.ts';
import { skipStep } from '../../prisma/people/skipStep.ts';
import { stepView } from '../../prisma/people/stepView.ts';
import { afterDecision, caseAnswer } from '../caseAnswer.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { InvoiceAnswer } from '../schemas/invoiceView.ts';
import { ApprovalBody, ReasonBody, StepAnswer } from '../schemas/person.ts';
import { READ, StepParams } from './access.ts';
import { CASE_AFTER, act } from './act.ts';

export const stepRoutes = [
  route(
    {
      method: 'get',
      path: '/v1/invoices/:invoiceId/steps/:stepKey',
      summary: 'Read a step with its draft and task',
      tag: 'Cases',
      access: READ,
      params: StepParams,
      responses: { 200: { description: 'The step', schema: StepAnswer } },
    },
    async ({ store }, { params: { invoiceId, stepKey }, caseRef }) => ({
      status: 200,
      body: await stepView(store, caseRef(invoiceId), stepKey),
    }),
  ),
  route(
    {
      ...act,
      path: '/v1/invoices/:invoiceId/steps/:stepKey/approval',
      summary: 'Approve the draft of a step, by its hash',
      tag: 'Cases',
      params: StepParams,
      body: ApprovalBody,
    },
    async (dependencies, { params: { invoiceId, stepKey }, body, sender: { actor }, caseRef }) => {
      await approve(
        dependencies.store,
        caseRef(invoiceId),
        stepKey,
        body,
        actor,
        editChecks(dependencies.store, dependencies.wording),
      );
      return afterDecision(dependencies, caseRef(invoiceId));
    },
  ),
  route(
    {
      ...act,
      path: '/v1/invoices/:invoiceId/steps/:stepKey/rejection',
      summary: 'Reject the draft of a step: the step is skipped',
      tag: 'Cases',
      params: StepParams,
      body: ReasonBody,
    },
    async (dependencies, { params: { invoiceId, stepKey }, body, sender: { actor }, caseRef }) => {
      await reject(dependencies.store, caseRef(invoiceId), stepKey, body, actor);
      return afterDecision(dependencies, caseRef(invoiceId));
    },
  ),
  route(
    {
      ...act,
      path: '/v1/invoices/:invoiceId/steps/:stepKey/skip',
      summary: 'Skip a step that is not done yet',
      tag: 'Cases',
      params: StepParams,
      body: ReasonBody,
    },
    async (dependencies, { params: { invoiceId, stepKey }, body, sender: { actor }, caseRef }) => {
      await skipStep(dependencies.store, caseRef(invoiceId), stepKey, body, actor);
      return afterDecision(dependencies, caseRef(invoiceId));
    },
  ),
  route(
    {
      ...act,
      path: '/v1/invoices/:invoiceId/steps/:stepKey/run',
      summary: 'Perform the next step now',
      tag: 'Cases',
      params: StepParams,
      responses: {
        ...CASE_AFTER,
        202: { description: 'Told; the step is still being performed', schema: InvoiceAnswer },
      },
    },
    async (dependencies, { params: { invoiceId, stepKey }, caseRef }) => {
      const ref = caseRef(invoiceId);
      await checkRun(dependencies.store, ref, stepKey);
      const ran = await dependencies.cases.runNow(ref, stepKey);
      if (ran === 'away')
        throw new Problem(
          503,
          'TEMPORAL_AWAY',
          'The case can not be reached now; nothing was done. Try again in a moment.',
          [],
          { 'Retry-After': '5' },
        );
      return { status: ran === 'acted' ? 200 : 202, body: await caseAnswer(dependencies, ref) };
    },
  ),
];
