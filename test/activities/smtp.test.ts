import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { composeMime } from '../../activities/adapters/mime.ts';
import { smtpMailer } from '../../activities/adapters/smtp.ts';
import { readSmtpUrl } from '../../activities/adapters/smtpUrl.ts';
import type { Email, SendResult } from '../../activities/ports.ts';
import { startSmtpServer, type Fate, type SmtpStandIn } from '../support/smtpServer.ts';
import { aMail } from './aMail.ts';

let server: SmtpStandIn;
beforeAll(async () => {
  server = await startSmtpServer();
});
afterAll(() => server.stop());
afterEach(() => {
  server.fate('taken');
  (server.taken as unknown[]).length = 0;
});

const anEmail = async (given: Partial<Email> = {}): Promise<Email> => ({
  ...aMail,
  to: ['martin@dupont.example'],
  cc: [],
  insteadOf: null,
  mime: await composeMime(aMail),
  ...given,
});

const QUICK = { connectMs: 2000, wholeMs: 1500 };
const send = async (url = server.url, given: Partial<Email> = {}): Promise<SendResult> =>
  smtpMailer(url, QUICK).send(await anEmail(given), 'default/F-1/first-reminder/1');

test('the stored bytes are what arrives, to the byte, in the envelope of sender and recipients', async () => {
  const dots = await composeMime({ ...aMail, text: '.\n..\n.leading dot\n', html: '<p>.</p>' });
  expect(await send(server.url, { mime: dots, cc: ['patron@dupont.example'] })).toEqual({
    is: 'sent',
    providerId: expect.stringContaining('Queued as 1'),
  });
  expect(server.taken.map(({ from, to }) => [from, to])).toEqual([
    ['compta@ateliers-morel.example', ['martin@dupont.example', 'patron@dupont.example']],
  ]);
  expect(server.taken[0]?.bytes.equals(dots)).toBe(true);
});

test('in test mode a line before the stored bytes says whom it was for', async () => {
  await send(server.url, { to: ['essai@ateliers-morel.example'], insteadOf: ['martin@dupont.example'] });
  const { mime } = await anEmail();
  expect(server.taken[0]?.to).toEqual(['essai@ateliers-morel.example']);
  expect(server.taken[0]?.bytes.toString()).toBe(
    `X-Huitaine-Test: instead of martin@dupont.example\r\n${Buffer.from(mime).toString()}`,
  );
});

describe('what becomes of a message', () => {
  const OUTCOMES: [Fate, SendResult, heard: number][] = [
    ['greylisted', { is: 'unsent', reason: 'SMTP: 451 Greylisted, try again later' }, 0],
    ['no-such-user', { is: 'refused', what: 'address', reason: 'SMTP: 550 No such user here' }, 0],
    ['bad-sender', { is: 'refused', what: 'other', reason: 'SMTP: 550 Sender is not ours' }, 0],
    ['dropped', { is: 'unsent', reason: expect.stringContaining('onnection closed') as string }, 0],
    ['full', { is: 'unsent', reason: 'SMTP: 452 Insufficient storage' }, 1],
    ['spam', { is: 'refused', what: 'other', reason: 'SMTP: 554 Message looks like spam' }, 1],
    ['lost', { is: 'unclear', reason: expect.stringContaining('onnection closed') as string }, 1],
    ['silent', { is: 'unclear', reason: 'SMTP: no answer within 1.5 seconds' }, 1],
  ];
  test.each(OUTCOMES)('%s', async (fate, outcome, heard) => {
    server.fate(fate);
    expect(await send()).toEqual(outcome);
    expect(server.taken).toHaveLength(heard);
  });

  test('nobody listens: surely unsent', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await send(`smtp://127.0.0.1:${port}`)).toMatchObject({
      is: 'unsent',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('somebody listens and says nothing: surely unsent, within the time of one attempt', async () => {
    const mute = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const url = `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    expect(await send(url)).toMatchObject({ is: 'unsent', reason: 'SMTP: no answer within 1.5 seconds' });
    mute.close();
  });

  test('the addressee refused and a copy taken: nothing is said at all, so that nothing leaves', async () => {
    server.fate('gone-refused');
    expect(await send(server.url, { to: ['gone@dupont.example'], cc: ['patron@dupont.example'] })).toEqual({
      is: 'refused',
      what: 'address',
      reason: 'SMTP: 550 No such user here',
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.taken.filter(({ done }) => done)).toEqual([]);
  });

  test('a copy refused and the addressee taken: it left', async () => {
    server.fate('gone-refused');
    expect(await send(server.url, { cc: ['gone@dupont.example'] })).toMatchObject({ is: 'sent' });
    expect(server.taken.map(({ to }) => to)).toEqual([['martin@dupont.example']]);
  });
});

test('it logs in with user and password; a wrong password is surely unsent, to be tried an hour later', async () => {
  const guarded = await startSmtpServer({ login: true });
  expect(await send(guarded.url)).toMatchObject({ is: 'sent' });
  guarded.fate('bad-login');
  expect(await send(guarded.url)).toEqual({
    is: 'unsent',
    reason: 'SMTP: 535 Authentication credentials invalid',
    retryAfterMs: 3_600_000,
  });
  expect(guarded.taken).toHaveLength(1);
  await guarded.stop();
});

describe('SMTP_URL', () => {
  test.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, requireTls: false, login: null }],
    ['smtps://mail.example', { host: 'mail.example', port: 465, secure: true, requireTls: false, login: null }],
    [
      'smtp://me%40house.example:s%3Ac%25ret@mail.example:2525/',
      {
        host: 'mail.example',
        port: 2525,
        secure: false,
        requireTls: true,
        login: { user: 'me@house.example', pass: 's:c%ret' },
      },
    ],
    ['smtp://u:p@127.0.0.1:1025', { host: '127.0.0.1', port: 1025, requireTls: false }],
    ['smtp://[::1]:1025', { host: '::1', port: 1025 }],
  ])('%s', (url, server_) => {
    expect(readSmtpUrl(url)).toMatchObject(server_);
  });

  test.each([
    ['mail.example:587', /got mail\.example:\/\/|got something that is no URL/],
    ['https://u:hunter2@mail.example', /got https:\/\//],
    ['smtp://u@mail.example', /a user or a password alone/],
    ['smtp://mail.example/inbox', /something after the host: \/inbox/],
    ['smtp://u:50%@mail.example', /%25/],
  ])('%s is refused in words, without its password', (url, words) => {
    expect(() => readSmtpUrl(url)).toThrow(words);
    expect(() => readSmtpUrl(url)).toThrow(/^expected smtp:\/\/\[user:password@\]host/);
    expect(() => readSmtpUrl(url)).not.toThrow(/hunter2/);
  });
});
