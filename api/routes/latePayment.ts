import { RATES } from '../../domain/interest/rates.ts';
import { latePaymentStatement } from '../../domain/interest/statement.ts';
import { route } from '../route.ts';
import { LatePaymentBody, LatePaymentView, RateView } from '../schemas/latePayment.ts';
import { page } from '../schemas/values.ts';
import { READ } from './access.ts';

export const latePaymentRoutes = [
  route(
    {
      method: 'post',
      path: '/v1/late-payment-statements',
      summary: 'Compute late interest and fixed indemnity of one invoice; nothing is stored',
      tag: 'Late payment',
      access: READ,
      body: LatePaymentBody,
      example: {
        regime: 'FR_B2B_DEFAULT',
        principal: { minor: 1_000_000, currency: 'EUR' },
        dueOn: '2025-04-30',
        payments: [{ on: '2025-06-15', amount: { minor: 300_000, currency: 'EUR' } }],
        statementOn: '2025-08-31',
      },
      responses: { 200: { description: 'What is owed', schema: LatePaymentView } },
    },
    async (_dependencies, { body }) => ({ status: 200, body: latePaymentStatement(body) }),
  ),
  route(
    {
      method: 'get',
      path: '/v1/rates',
      summary: 'List the rates, each with its source and how far it may be trusted',
      tag: 'Late payment',
      access: READ,
      responses: { 200: { description: 'All of them', schema: page(RateView) } },
    },
    async () => ({ status: 200, body: { data: RATES, nextCursor: null } }),
  ),
];
