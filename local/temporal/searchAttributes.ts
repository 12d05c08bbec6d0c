import type { Connection } from '@temporalio/client';

/** What an operator can search cases by in the Temporal UI. */
export const SEARCH_ATTRIBUTES = {
  CreditorId: 'Keyword',
  DebtorId: 'Keyword',
  InvoiceNumber: 'Keyword',
  CaseStatus: 'Keyword',
  NextStepAt: 'Datetime',
  BalanceMinor: 'Int',
} as const;

/** `IndexedValueType` of Temporal's API, whose package only the SDK depends on. */
const INDEXED_VALUE_TYPE = { Keyword: 2, Int: 3, Datetime: 6 } as const;

const ALREADY_EXISTS = 6;

/** Makes the search attributes that the namespace doesn't have yet. */
export const registerSearchAttributes = async (connection: Connection, namespace: string): Promise<void> => {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !customAttributes[name]);
  for (const [name, type] of missing) {
    try {
      const searchAttributes = { [name]: INDEXED_VALUE_TYPE[type] };
      await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
    } catch (error) {
      if ((error as { code?: unknown }).code !== ALREADY_EXISTS) throw error; // Another start was quicker.
    }
  }
};
