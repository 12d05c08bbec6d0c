import { exampleId, exampleInvoice } from './examples.ts';
import type { Secrets } from './secrets.ts';
import { apiUrl, temporalUiUrl, type Settings } from './settings.ts';

/** What one needs for a first invoice: addresses, the key, and three commands to paste. */
export const welcome = (settings: Settings, { apiKey }: Pick<Secrets, 'apiKey'>): string => {
  const url = apiUrl(settings);
  const id = exampleId();
  const invoice = JSON.stringify(exampleInvoice({ id, minor: 120_050, dueInDays: 30 }));
  const port = settings.PORT === 3000 ? '' : `PORT=${settings.PORT} `;
  return `
Huitaine is ready.

  Desk           ${url}/
  API            ${url}/v1
  API reference  ${url}/docs
  Temporal UI    ${temporalUiUrl(settings) ?? 'of your own cluster'}
  API key        ${apiKey}   (the desk asks for it)

Announce an invoice that is due in 30 days:

  curl -sS ${url}/v1/invoices \\
    -H 'Authorization: Bearer ${apiKey}' -H 'Content-Type: application/json' \\
    -d '${invoice}'

Run its first step now instead of waiting for its day:

  curl -sS -X POST ${url}/v1/invoices/${id}/steps/pre-reminder/run \\
    -H 'Authorization: Bearer ${apiKey}' -H 'Huitaine-Actor: me'

Let the bank tell that it was paid, by a signed webhook:

  ${port}npm run pay -- ${id} 1200.50

Ctrl-C stops everything; open cases go on at the next start.
`;
};
