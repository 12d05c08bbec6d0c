import { creditInvoice, creditNoteView } from '../../prisma/ledger/creditNotes.ts';
import { payInvoice } from '../../prisma/ledger/record.ts';
import { paymentView } from '../../prisma/ledger/paymentView.ts';
import { settleEarlyReturns } from '../earlyReturns.ts';
import { tellFacts } from '../caseAnswer.ts';
import { route } from '../route.ts';
import { CreditNoteBody, CreditNoteView } from '../schemas/creditNote.ts';
import { InvoicePaymentBody, PaymentView } from '../schemas/payment.ts';
import { BILLING, InvoiceParams, PAYMENTS } from './access.ts';

export const ledgerRoutes = [
  route(
    {
      method: 'post',
      path: '/v1/invoices/:invoiceId/payments',
      summary: 'Record a payment on an invoice',
      tag: 'Payments',
      access: PAYMENTS,
      repeats: 'own-id',
      params: InvoiceParams,
      body: InvoicePaymentBody,
      responses: {
        201: { description: 'Recorded, with balance and case', schema: PaymentView },
        200: { description: 'Recorded before with the same content', schema: PaymentView },
      },
    },
    async (dependencies, { params: { invoiceId }, body, sender: { actor }, caseRef }) => {
      const { key, created, cases } = await payInvoice(dependencies.store, caseRef(invoiceId), body, actor);
      await tellFacts(dependencies, [...cases, ...(await settleEarlyReturns(dependencies, key, actor))]);
      return {
        status: created ? 201 : 200,
        body: await paymentView(dependencies.store, key),
        headers: { Location: `/v1/payments/${body.id}?source=${body.source}` },
      };
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/invoices/:invoiceId/credit-notes',
      summary: 'Record a credit note on an invoice',
      tag: 'Invoices',
      access: BILLING,
      repeats: 'own-id',
      params: InvoiceParams,
      body: CreditNoteBody,
      responses: {
        201: { description: 'Recorded, with balance and case', schema: CreditNoteView },
        200: { description: 'Recorded before with the same content', schema: CreditNoteView },
      },
    },
    async (dependencies, { params: { invoiceId }, body, sender: { actor }, caseRef }) => {
      const ref = caseRef(invoiceId);
      const created = await creditInvoice(dependencies.store, ref, body, actor);
      await tellFacts(dependencies, [ref]);
      return {
        status: created ? 201 : 200,
        body: await creditNoteView(dependencies.store, ref, body.id),
        headers: { Location: `/v1/invoices/${invoiceId}` },
      };
    },
  ),
];
