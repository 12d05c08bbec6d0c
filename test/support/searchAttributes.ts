import type { TestWorkflowEnvironment } from '@temporalio/testing';

const KEYWORD = 2;
const INT = 3;
const DATETIME = 6;

/** The attributes that `npm start` registers on a real server. */
export const registerSearchAttributes = async (env: TestWorkflowEnvironment): Promise<void> => {
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: {
      CreditorId: KEYWORD,
      DebtorId: KEYWORD,
      InvoiceNumber: KEYWORD,
      CaseStatus: KEYWORD,
      NextStepAt: DATETIME,
      BalanceMinor: INT,
    },
  });
};
