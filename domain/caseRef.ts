/** Which case, in which house: the natural key of an invoice. */
export type CaseRef = { readonly creditorId: string; readonly invoiceId: string };
