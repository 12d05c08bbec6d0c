import { demoInvoices } from './examples.ts';
import { call } from './http.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Announces the sample invoices that aren't there yet: a second time nothing happens. */
export const announceDemo = async (settings: Settings, secrets: Secrets): Promise<void> => {
  let announced = 0;
  for (const invoice of demoInvoices() as readonly { readonly id: string }[]) {
    const { status } = await call(settings, secrets, 'GET', `/v1/invoices/${invoice.id}`);
    if (status === 200) continue;
    const answer = await call(settings, secrets, 'POST', '/v1/invoices', invoice);
    if (answer.status !== 201)
      throw new Error(`The demo's ${invoice.id} was refused (${answer.status}): ${answer.text}`);
    announced += 1;
  }
  console.log(announced > 0 ? `Demo: ${announced} invoices announced.` : 'Demo: the invoices are there already.');
};
