import { mkdtemp, readFile, rm, stat, chmod, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled } from '../../local/dependencies.mjs';
import { dayFromToday, exampleId, exampleInvoice } from '../../local/examples.ts';
import { readSecrets } from '../../local/secrets.ts';
import { readSettings, temporalUiUrl } from '../../local/settings.ts';
import { toMinor } from '../../local/toMinor.ts';

describe('secrets', () => {
  let folder: string;
  const none = { HUITAINE_API_KEY: undefined, HUITAINE_WEBHOOK_SECRET_BANK: undefined };
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'secrets-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('are made once, found again, and for our eyes only', async () => {
    const made = await readSecrets(none, folder);
    expect(made.apiKey.length).toBeGreaterThanOrEqual(32);
    expect(new Webhook(made.webhookSecret).sign('msg_1', new Date(0), '{}')).toMatch(/^v1,/);
    const file = path.join(folder, 'secrets.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    await chmod(file, 0o644);
    expect(await readSecrets(none, folder)).toEqual(made);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('of the environment come first, and are not written down', async () => {
    const secrets = await readSecrets({ ...none, HUITAINE_API_KEY: 'from the environment' }, folder);
    expect(secrets.apiKey).toBe('from the environment');
    expect(await readFile(path.join(folder, 'secrets.json'), 'utf8')).not.toContain('from the environment');
  });

  test('are never replaced when they can’t be read, for the database was made with them', async () => {
    await writeFile(path.join(folder, 'secrets.json'), '{');
    await expect(readSecrets(none, folder)).rejects.toThrow(/can't be read/);
  });
});

describe('settings', () => {
  test('have values that work', () => {
    expect(readSettings({})).toMatchObject({ PORT: 3000, HUITAINE_TEMPORAL_UI_PORT: 8233 });
  });

  test('take an empty variable for a missing one', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000, DATABASE_URL: undefined });
  });

  test('name what is wrong', () => {
    expect(() => readSettings({ PORT: 'high', HUITAINE_TEMPORAL_PORT: '99999' })).toThrow(
      /PORT[\s\S]*HUITAINE_TEMPORAL_PORT/,
    );
  });

  test('know no UI for a cluster of somebody else, unless told', () => {
    expect(temporalUiUrl(readSettings({ TEMPORAL_ADDRESS: 'temporal.example:7233' }))).toBeUndefined();
    expect(temporalUiUrl(readSettings({}))).toBe('http://127.0.0.1:8233');
  });
});

describe('the example invoice', () => {
  test('is due in thirty days of this machine’s calendar', () => {
    expect(dayFromToday(30, new Date(2026, 10, 22, 23, 59))).toBe('2026-12-22');
    expect(dayFromToday(0, new Date(2026, 2, 29, 0, 30))).toBe('2026-03-29');
  });

  test('has another id each minute, of the characters that ids may have', () => {
    expect(exampleId(new Date(2026, 10, 22, 9, 5))).toBe('F-20261122-0905');
    expect(exampleId()).toMatch(/^[A-Za-z0-9._~:-]{1,64}$/);
  });

  test('was never issued after it was due', () => {
    const invoice = exampleInvoice({ id: 'X', minor: 100, dueInDays: -45 }) as { issuedOn: string; dueOn: string };
    expect(invoice.issuedOn <= invoice.dueOn).toBe(true);
  });
});

test.each([
  ['1200.50', 'EUR', 120_050],
  ['1200,5', 'EUR', 120_050],
  ['19.99', 'EUR', 1999],
  ['1200', 'JPY', 1200],
])('%s %s is %i', (text, currency, minor) => expect(toMinor(text, currency)).toBe(minor));

test.each(['1.234', '-3', 'all', ''])('%j is no amount of euros', (text) =>
  expect(() => toMinor(text, 'EUR')).toThrow(/Not an amount/),
);

describe('the dependencies', () => {
  const wanted = { packages: { '': {}, a: { version: '1.0.0' }, b: { version: '2.0.0', optional: true } } };

  test('are there when all that is not optional is, in its version', () => {
    expect(isInstalled(wanted, { packages: { a: { version: '1.0.0' } } })).toBe(true);
  });

  test.each([undefined, { packages: {} }, { packages: { a: { version: '0.9.0' } } }])('are missing in %j', (there) => {
    expect(isInstalled(wanted, there)).toBe(false);
  });
});
