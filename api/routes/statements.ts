import { statementView } from '../../prisma/statementView.ts';
import { route } from '../route.ts';
import { StatementQuery, StatementView } from '../schemas/statement.ts';
import { InvoiceParams, READ } from './access.ts';

export const statementRoutes = [
  route(
    {
      method: 'get',
      path: '/v1/invoices/:invoiceId/statement',
      summary: 'What is owed on a day: principal, payments, interest by period, indemnity, total',
      tag: 'Invoices',
      access: READ,
      params: InvoiceParams,
      query: StatementQuery,
      responses: { 200: { description: 'The statement of that day, past or to come', schema: StatementView } },
    },
    async ({ store }, { params: { invoiceId }, query: { on }, caseRef }) => ({
      status: 200,
      body: await statementView(store, caseRef(invoiceId), on),
    }),
  ),
];
