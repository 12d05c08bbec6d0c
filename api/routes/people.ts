import { z } from 'zod';
import { editChecks } from '../../prisma/course/editChecks.ts';
import { checkRun } from '../../prisma/people/checkRun.ts';
import { approve, reject } from '../../prisma/people/approval.ts';
import { hold, resume } from '../../prisma/people/hold.ts';
import { recordCall } from '../../prisma/people/recordCall.ts';
import { skipStep } from '../../prisma/people/skipStep.ts';
import { stepView } from '../../prisma/people/stepView.ts';
import { afterDecision, caseAnswer } from '../caseAnswer.ts';
import { Problem } from '../problem.ts';
import { route, type Responses } from '../route.ts';
import { HoldBody } from '../schemas/hold.ts';
import { InvoiceAnswer } from '../schemas/invoice.ts';
import { ApprovalBody, CallBody, ReasonBody, StepAnswer } from '../schemas/person.ts';
import { InvoiceParams, OPERATOR, READ, StepParams } from './access.ts';

const responses: Responses = { 200: { description: 'The case after it', schema: InvoiceAnswer } };

/** What all acts of an operator have in common. */
const act = { method: 'post', access: OPERATOR, act: 'person', repeats: 'idempotency-key', responses } as const;

export const peopleRoutes = [
  route(
    {
      ...act,
      path: '/v1/invoices/:invoiceId/hold',
      summary: 'Hold a case',
      tag: 'Cases',
      params: InvoiceParams,
      body: HoldBody,
    },
    async (dependencies, { params: { invoiceId }, body, sender: { actor }, caseRef }) => {
      await hold(dependencies.store, caseRef(invoiceId), body, actor);
      return afterDecision(dependencies, caseRef(invoiceId));
    },
  ),
  route(
    {
      ...act,
      path: '/v1/invoices/:invoiceId/resume',
      summary: "End a case's holds",
      tag: 'Cases',
      params: InvoiceParams,
    },
    async (dependencies, { params: { invoiceId }, sender: { actor }, caseRef }) => {
      await resume(dependencies.store, caseRef(invoiceId), actor);
      return afterDecision(dependencies, caseRef(invoiceId));
    },
  ),
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
        ...responses,
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
  route(
    {
      ...act,
      path: '/v1/invoices/:invoiceId/calls',
      summary: 'Record a talk with the debtor',
      tag: 'Cases',
      params: InvoiceParams,
      body: CallBody,
      responses: {
        201: {
          description: 'Recorded; the case after it',
          schema: InvoiceAnswer.extend({ callId: z.string() }).meta({ id: 'CallRecorded' }),
        },
      },
    },
    async (dependencies, { params: { invoiceId }, body, sender: { actor }, caseRef }) => {
      const callId = await recordCall(dependencies.store, caseRef(invoiceId), body, actor);
      const { body: answer } = await afterDecision(dependencies, caseRef(invoiceId));
      return {
        status: 201,
        body: { ...(answer as object), callId },
        headers: { Location: `/v1/invoices/${invoiceId}/timeline` },
      };
    },
  ),
];
