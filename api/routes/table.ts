import type { Route } from '../route.ts';
import { creditorRoutes } from './creditors.ts';
import { debtorRoutes } from './debtors.ts';
import { invoiceRoutes } from './invoices.ts';
import { keyRoutes } from './keys.ts';
import { latePaymentRoutes } from './latePayment.ts';
import { ledgerRoutes } from './ledger.ts';
import { letterheadRoutes } from './letterhead.ts';
import { letterRoutes } from './letters.ts';
import { messageRoutes } from './messages.ts';
import { paymentRoutes } from './payments.ts';
import { placingRoutes } from './placing.ts';
import { peopleRoutes } from './people.ts';
import { statementRoutes } from './statements.ts';
import { reportRoutes } from './reports.ts';
import { stepRoutes } from './steps.ts';
import { strategyRoutes } from './strategies.ts';
import { systemRoutes } from './system.ts';
import { taskRoutes } from './tasks.ts';
import { templateRoutes } from './templates.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every route of the API, in the order in which the reference lists them. */
export const routes: readonly Route[] = [
  ...invoiceRoutes,
  ...statementRoutes,
  ...ledgerRoutes,
  ...peopleRoutes,
  ...stepRoutes,
  ...paymentRoutes,
  ...placingRoutes,
  ...taskRoutes,
  ...letterRoutes,
  ...messageRoutes,
  ...creditorRoutes,
  ...letterheadRoutes,
  ...debtorRoutes,
  ...reportRoutes,
  ...strategyRoutes,
  ...templateRoutes,
  ...latePaymentRoutes,
  ...keyRoutes,
  ...webhookRoutes,
  ...systemRoutes,
];
