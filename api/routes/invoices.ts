import { announce } from '../../prisma/announce/announce.ts';
import { cancel, correct } from '../../prisma/correct.ts';
import { explanationOf, listInvoices, timelineOf } from '../../prisma/views.ts';
import { caseAnswer, tellFacts } from '../caseAnswer.ts';
import { afterCursor, cursorTo } from '../cursor.ts';
import { route } from '../route.ts';
import {
  CancellationBody,
  INVOICE_EXAMPLE,
  InvoiceBody,
  InvoiceFilters,
  InvoicePatchBody,
} from '../schemas/invoice.ts';
import { ExplanationView, InvoiceAnswer, InvoicePage, TimelineView } from '../schemas/invoiceView.ts';
import { BILLING, InvoiceParams, READ } from './access.ts';

export const invoiceRoutes = [
  route(
    {
      method: 'post',
      path: '/v1/invoices',
      summary: 'Announce an invoice: its case begins',
      tag: 'Invoices',
      access: BILLING,
      repeats: 'own-id',
      body: InvoiceBody,
      example: INVOICE_EXAMPLE,
      responses: {
        201: { description: 'Announced, with its timetable', schema: InvoiceAnswer },
        200: { description: 'Announced before with the same content', schema: InvoiceAnswer },
      },
    },
    async (dependencies, { body, sender: { creditorId, actor } }) => {
      const { created, warnings } = await announce(dependencies.store, creditorId, body, actor);
      const ref = { creditorId, invoiceId: body.id };
      await tellFacts(dependencies, [ref]);
      return {
        status: created ? 201 : 200,
        body: await caseAnswer(dependencies, ref, warnings),
        headers: { Location: `/v1/invoices/${body.id}` },
      };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/invoices',
      summary: 'List the invoices',
      tag: 'Invoices',
      access: READ,
      query: InvoiceFilters,
      responses: { 200: { description: 'One page, by id', schema: InvoicePage } },
    },
    async ({ store }, { query: { limit, cursor, ...filter }, sender: { creditorId } }) => {
      const after = afterCursor(cursor, 1)?.[0];
      const { data, nextCursor } = await listInvoices(store, creditorId, filter, { limit, cursor: after });
      return { status: 200, body: { data, nextCursor: cursorTo(nextCursor === null ? null : [nextCursor]) } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/invoices/:invoiceId',
      summary: 'Read an invoice with its case',
      tag: 'Invoices',
      access: READ,
      params: InvoiceParams,
      responses: { 200: { description: 'The invoice', schema: InvoiceAnswer } },
    },
    async (dependencies, { params: { invoiceId }, caseRef }) => ({
      status: 200,
      body: await caseAnswer(dependencies, caseRef(invoiceId)),
    }),
  ),
  route(
    {
      method: 'patch',
      path: '/v1/invoices/:invoiceId',
      summary: 'Correct an invoice',
      tag: 'Invoices',
      access: BILLING,
      params: InvoiceParams,
      body: InvoicePatchBody,
      responses: { 200: { description: 'Corrected', schema: InvoiceAnswer } },
    },
    async (dependencies, { params: { invoiceId }, body, sender: { actor }, caseRef }) => {
      const ref = caseRef(invoiceId);
      await correct(dependencies.store, ref, body, actor);
      await tellFacts(dependencies, [ref]);
      return { status: 200, body: await caseAnswer(dependencies, ref) };
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/invoices/:invoiceId/cancellation',
      summary: 'Cancel an invoice issued in error',
      tag: 'Invoices',
      access: BILLING,
      repeats: 'idempotency-key',
      params: InvoiceParams,
      body: CancellationBody,
      responses: { 200: { description: 'Closed as cancelled', schema: InvoiceAnswer } },
    },
    async (dependencies, { params: { invoiceId }, body, sender: { actor }, caseRef }) => {
      const ref = caseRef(invoiceId);
      await cancel(dependencies.store, ref, body, actor);
      await tellFacts(dependencies, [ref]);
      return { status: 200, body: await caseAnswer(dependencies, ref) };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/invoices/:invoiceId/timeline',
      summary: 'All that happened, who and when',
      tag: 'Invoices',
      access: READ,
      params: InvoiceParams,
      responses: { 200: { description: 'Oldest first', schema: TimelineView } },
    },
    async ({ store }, { params: { invoiceId }, caseRef }) => ({
      status: 200,
      body: { data: await timelineOf(store, caseRef(invoiceId)), nextCursor: null },
    }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/invoices/:invoiceId/explanation',
      summary: 'Why the case stands where it stands',
      tag: 'Invoices',
      access: READ,
      params: InvoiceParams,
      responses: {
        200: { description: 'What it waits for, what comes next, what would change it', schema: ExplanationView },
      },
    },
    async ({ store }, { params: { invoiceId }, caseRef }) => ({
      status: 200,
      body: await explanationOf(store, caseRef(invoiceId)),
    }),
  ),
];
