import { z } from 'zod';
import { activityOf, type Activity } from '../../prisma/reports/activity.ts';
import { accountOf, type Account } from '../../prisma/reports/account.ts';
import { activityCsv } from '../activityCsv.ts';
import { CSV_TYPE, DOCX_TYPE, JSON_TYPE, preferred } from '../negotiate.ts';
import { route, type Reply } from '../route.ts';
import { AccountView, ActivityQuery, ActivityView } from '../schemas/reports.ts';
import { StatementQuery } from '../schemas/statement.ts';
import { Id } from '../schemas/values.ts';
import { READ } from './access.ts';

export const reportRoutes = [
  route(
    {
      method: 'get',
      path: '/v1/debtors/:debtorId/statement',
      summary: "All a debtor's open invoices on a day, with what is owed on each; JSON or .docx by Accept",
      tag: 'Debtors',
      access: READ,
      params: z.object({ debtorId: Id }),
      query: StatementQuery,
      responses: {
        200: { description: 'The statement of account', schema: AccountView, alsoAs: [DOCX_TYPE] },
      },
    },
    async ({ store, wording }, { params: { debtorId }, query: { on }, sender: { creditorId }, header }) => {
      const type = preferred(header('accept'), [JSON_TYPE, DOCX_TYPE]);
      const account = await accountOf(store, { creditorId, debtorId }, on);
      if (type === JSON_TYPE) return { status: 200, body: accountView(account), headers: VARY };
      return file(await wording.statement(account), type, `statement-${debtorId}-${account.on}.docx`);
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/reports/activity',
      summary: 'What was done to recover, with its proofs, and what is open; JSON, CSV or .docx by Accept',
      tag: 'Reports',
      access: READ,
      query: ActivityQuery,
      responses: {
        200: {
          description: 'For an invoice, a debtor, or whatever happened in a period',
          schema: ActivityView,
          alsoAs: [CSV_TYPE, DOCX_TYPE],
        },
      },
    },
    async ({ store, wording }, { query, sender: { creditorId }, header }) => {
      const type = preferred(header('accept'), [JSON_TYPE, CSV_TYPE, DOCX_TYPE]);
      const activity = await activityOf(store, creditorId, query);
      const name = ['activity', query.invoiceId ?? query.debtorId, activity.on].filter(Boolean).join('-');
      if (type === JSON_TYPE) return { status: 200, body: activityView(activity), headers: VARY };
      if (type === CSV_TYPE) return file(activityCsv(activity), `${CSV_TYPE}; charset=utf-8`, `${name}.csv`);
      return file(await wording.activity(activity), type, `${name}.docx`);
    },
  ),
];

/** One address, several shapes. */
const VARY = { Vary: 'Accept' };

/** Ids hold only letters, digits and . _ ~ : - */
const file = (bytes: Uint8Array | string, type: string, name: string): Reply => ({
  status: 200,
  bytes,
  headers: {
    ...VARY,
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name.replaceAll(':', '-')}"`,
  },
});

const accountView = ({ debtorId, debtor, on, iban, invoices, totals, payments }: Account): object => ({
  debtorId,
  name: debtor.name,
  on,
  iban,
  invoices,
  totals,
  payments,
});

const activityView = ({ from, on, invoices, totals }: Activity): object => ({ from, on, invoices, totals });
