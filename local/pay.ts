import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { dayFromToday } from './examples.ts';
import { isThere } from './files.ts';
import { call } from './http.ts';
import { root } from './paths.ts';
import { readSecrets } from './secrets.ts';
import { apiUrl, readSettings } from './settings.ts';
import { toMinor } from './toMinor.ts';

const Invoice = z.object({
  number: z.string(),
  balance: z.object({ minor: z.number(), currency: z.string() }),
  case: z.object({ status: z.string(), outcome: z.string().nullable() }),
});

/** Plays the bank: signs a payment's webhook, sends it, and says how long the case took to close. */
const pay = async (id: string | undefined, given: string | undefined): Promise<void> => {
  if (!id) throw new Error('Say which invoice, and how much if not all of it: npm run pay -- F-2026-0042 1200.50');
  if (await isThere(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  const settings = readSettings(process.env);
  const secrets = await readSecrets(settings);
  const look = async (): Promise<z.infer<typeof Invoice>> => {
    const { status, text } = await call(settings, secrets, 'GET', `/v1/invoices/${encodeURIComponent(id)}`);
    if (status !== 200) throw new Error(`No invoice ${id} (${status}): ${text}`);
    return Invoice.parse(JSON.parse(text));
  };

  const { number, balance } = await look();
  const amount =
    given === undefined ? balance : { minor: toMinor(given, balance.currency), currency: balance.currency };
  const data = { id: `pay-${randomUUID()}`, amount, receivedOn: dayFromToday(0), reference: number };
  const body = JSON.stringify({
    type: 'payment.received',
    timestamp: new Date().toISOString(),
    data: { ...data, allocations: [{ invoiceId: id, amount }] },
  });
  const began = Date.now();
  const { status, text } = await post(`${apiUrl(settings)}/webhooks/payments/bank`, secrets.webhookSecret, body);
  console.log(`Webhook answered ${status} after ${Date.now() - began} ms. ${text}`.trimEnd());
  if (status >= 300) throw new Error('The payment was not taken.');

  for (const until = began + 20_000; Date.now() < until; await pause(20)) {
    const seen = await look();
    if (seen.case.status === 'closed')
      return console.log(`Case closed (${seen.case.outcome ?? 'paid'}) after ${Date.now() - began} ms.`);
    if (seen.balance.minor > 0 && seen.balance.minor < balance.minor)
      return console.log(`Paid in part: ${seen.balance.minor / 100} ${seen.balance.currency} are still open.`);
  }
  throw new Error('The payment was taken, but the case was not closed within 20 s.');
};

const post = async (url: string, secret: string, body: string): Promise<{ status: number; text: string }> => {
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    },
    body,
  });
  return { status: response.status, text: await response.text() };
};

try {
  await pay(process.argv[2], process.argv[3]);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
