import { z } from 'zod';
import { hold, resume } from '../../prisma/people/hold.ts';
import { recordCall } from '../../prisma/people/recordCall.ts';
import { afterDecision } from '../caseAnswer.ts';
import { route } from '../route.ts';
import { HoldBody } from '../schemas/hold.ts';
import { InvoiceAnswer } from '../schemas/invoiceView.ts';
import { CallBody } from '../schemas/person.ts';
import { InvoiceParams } from './access.ts';
import { act } from './act.ts';

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
