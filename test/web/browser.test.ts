import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveTo } from '../scenarios/follow.ts';
import { enterRates } from '../support/rates.ts';
import { anInvoice, ok, setUp } from '../support/story.ts';
import { INSTALLATION_KEY } from '../support/world.ts';
import { aDesk, type Desk } from './aDesk.ts';

const require = createRequire(import.meta.url);

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let desk: Desk;
let browser: Browser;

beforeAll(async () => {
  desk = await aDesk();
  await desk.world.at('2031-03-03', 7);
  await setUp(desk.world.call);
  await enterRates(desk.world.call);
  for (const [index, name] of ['Dupont SA', 'Garage Lambert'].entries()) {
    const debtor = { ...(anInvoice()['debtor'] as object), id: `debtor-${index}`, name };
    ok(await desk.world.call('POST', '/v1/invoices', anInvoice({ id: `F-${index}`, number: `F-${index}`, debtor })));
  }
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: QUIET });
});

afterAll(async () => {
  await browser.close();
  await desk.stop();
});

type Reader = { readonly colorScheme?: 'light' | 'dark'; readonly width?: number; readonly bypassCSP?: boolean };

/** Of the page itself; a message in its frame is somebody else's page. */
const SERIOUS_FAULTS = `axe.run(document, { iframes: false, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`;

const aReader = async ({ colorScheme = 'light', width = 1280, bypassCSP = false }: Reader = {}): Promise<{
  page: Page;
  complaints: string[];
}> => {
  const context = await browser.newContext({
    locale: 'en-GB',
    colorScheme,
    viewport: { width, height: 900 },
    bypassCSP,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(desk.url);
  await page.getByLabel('Your name').fill('Claire Morel');
  await page.getByLabel('API key').fill(INSTALLATION_KEY);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  return { page, complaints };
};

test('a person signs in, opens a message by the keyboard, reads it, approves it, and it is gone', async () => {
  await desk.world.at('2031-04-21');
  const { page, complaints } = await aReader();
  await page.getByText('2 things to do').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Approve: second reminder' }).waitFor();
  const message = page.frameLocator('iframe[name=preview]');
  await message.getByText('au plus tard le lundi 28 avril 2031').first().waitFor();

  await page.getByText('Edit the text').click();
  const text = page.getByLabel('Text (Markdown)');
  await text.fill(`${await text.inputValue()}\n\nÀ bientôt.`);
  await page.getByRole('button', { name: 'Show it in the preview' }).click();
  await message.getByText('À bientôt.').waitFor();
  await page.getByRole('button', { name: 'Approve and send' }).click();
  await page.getByRole('status').getByText('Done: Approve: second reminder').waitFor();
  await page.getByText('1 thing to do').waitFor();
  expect(await page.locator('ol.queue > li').count()).toBe(1);
  await page.getByRole('link', { name: 'Outbox' }).click();
  expect(await page.locator('ol.messages a').count()).toBeGreaterThan(0);

  await page.keyboard.press('?');
  await page.getByText('next line').waitFor();
  expect(complaints).toEqual([]);
});

test('the queue follows by itself: what a payment settles goes away while one looks', async () => {
  const { page, complaints } = await aReader();
  await page.getByText('1 thing to do').waitFor();
  const [left] = await desk.world.store.db.task.findMany({ where: { status: 'open' } });
  ok(
    await desk.world.call('POST', `/v1/invoices/${left?.invoiceId}/payments`, {
      id: 'p-1',
      source: 'bank',
      amount: { minor: 120_050, currency: 'EUR' },
      receivedOn: '2031-04-21',
    }),
  );
  await page.getByText('Nothing to do.').waitFor({ timeout: 20_000 });
  expect(complaints).toEqual([]);
});

/** As a case asks for it, in a year whose rates nobody has entered. */
const lackARate = () =>
  desk.world.store.db.task.create({
    data: {
      id: 'task_rate',
      creditorId: 'default',
      kind: 'rate-missing',
      title: 'Enter a rate',
      details: { series: 'ECB_MRO', from: '2032-01-01', to: '2032-06-30', firstInvoice: 'F-3' },
      role: 'manager',
      openedOn: '2031-04-22',
      openedAt: new Date('2031-04-22T08:00:00Z'),
      blocking: false,
      status: 'open',
    },
  });

test('a fault of a text leads to its line in the field, and a variable is put where the caret is', async () => {
  const { page, complaints } = await aReader();
  await page.goto(
    `${desk.url}/text?${new URLSearchParams({ name: 'messages/fr/progressive/first-reminder' }).toString()}`,
  );
  const field = page.locator('#source');
  const lines = (await field.inputValue()).split('\n');
  const wrong = 'Nous saisirons vos biens.';
  await field.fill([...lines, wrong, ''].join('\n'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: `Line ${lines.length + 1}` }).click();
  const marked = (): Promise<string> =>
    field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
  expect(await marked()).toBe(wrong);
  expect(await field.evaluate((area) => area === area.ownerDocument.activeElement)).toBe(true);
  // The line is in sight, though the text is longer than its field.
  expect(await field.evaluate((area) => area.scrollTop)).toBeGreaterThan(0);
  await page.getByText('What may be filled in').click();
  await page.locator('button[data-insert="{{ balance | money }}"]').click();
  expect(await field.inputValue()).not.toContain(wrong);
  expect((await field.inputValue()).split('\n')[lines.length]).toBe('{{ balance | money }}');
  // A refused text answers 422, which the console calls an error.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

test('no serious fault of accessibility, in light and dark, wide and narrow', async () => {
  const axe = require.resolve('axe-core/axe.min.js');
  const third = { ...(anInvoice()['debtor'] as object), id: 'debtor-3', name: 'Brasserie du Canal' };
  ok(
    await desk.world.call(
      'POST',
      '/v1/invoices',
      anInvoice({ id: 'F-3', number: 'F-3', dueOn: '2031-04-24', debtor: third }),
    ),
  );
  ok(
    await desk.world.call(
      'POST',
      '/v1/invoices',
      anInvoice({
        id: 'F-4',
        number: 'F-4',
        dueOn: '2031-03-07',
        debtor: { ...third, id: 'debtor-4' },
        startAt: 'second-reminder',
      }),
    ),
  );
  await moveTo(desk.world, '2031-04-22');
  await lackARate();
  const tasks = await desk.world.store.db.task.findMany({ where: { status: 'open' } });
  expect(tasks.map(({ kind }) => kind).toSorted()).toEqual(['approve', 'call', 'call', 'rate-missing']);
  const paths = [
    '/',
    ...tasks.map(({ id }) => `/tasks/${id}`),
    '/invoices/F-0',
    '/invoices/F-4',
    '/invoices?status=',
    '/outbox',
    '/texts',
    '/text?name=messages/fr/progressive/first-reminder',
    '/letterhead',
    '/sign-in',
  ];
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    // Only so that the checker can be put into the page.
    const { page } = await aReader({ colorScheme, width, bypassCSP: true });
    for (const path of paths) {
      await page.goto(desk.url + path);
      await page.addScriptTag({ path: axe });
      expect(await page.evaluate(SERIOUS_FAULTS), `${path}, ${colorScheme}`).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${path} scrolls sideways`).toBe(width);
    }
  }
});
