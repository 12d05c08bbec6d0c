import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInvoice, ok } from '../support/story.ts';
import { KEY, aHouse, type House } from './aHouse.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7) % 256);
const sha256 = createHash('sha256').update(bytes).digest('hex');

let house: House;
beforeAll(async () => {
  house = await aHouse();
  ok(await house.call('POST', '/v1/invoices', anInvoice({ id: 'LETTER' })), 201);
  const ref = { creditorId: 'default', invoiceId: 'LETTER', debtorId: 'dupont' };
  const at = new Date(await house.store.now());
  await house.db.document.create({
    data: {
      ...ref,
      id: 'doc_1',
      stepKey: 'formal-notice',
      kind: 'formal-notice',
      number: 'MD-2031-1',
      filename: 'Mise en demeure – “Dupont”.docx',
      mediaType: DOCX,
      bytes,
      sha256,
      madeOn: '2031-03-03',
      madeAt: at,
      plannedPosting: '2031-03-04',
      printedDate: '2031-03-17',
    },
  });
  for (const n of [1, 2, 3])
    await house.db.message.create({
      data: {
        ...ref,
        id: `msg_${n}`,
        kind: 'reminder',
        template: 't',
        language: 'fr',
        status: 'outbox',
        mode: 'outbox',
        subject: `Objet ${n}`,
        markdown: 'm',
        text: `Texte ${n}`,
        html: '<p>é</p>',
        fromLine: 'Morel <compta@example.com>',
        recipients: [{ name: 'Mme Martin', address: 'martin@example.com' }],
        attachments: [],
        sha256: 'f'.repeat(64),
        context: {},
        createdAt: at,
      },
    });
});
afterAll(() => house.close());

test('a letter is listed and downloaded exactly as it was rendered', async () => {
  const { data } = ok(await house.call('GET', '/v1/invoices/LETTER/documents'));
  expect(data).toEqual([
    expect.objectContaining({
      id: 'doc_1',
      number: 'MD-2031-1',
      sha256,
      printedDate: '2031-03-17',
      events: [],
      links: { content: '/v1/documents/doc_1' },
    }),
  ]);
  expect(data[0].bytes).toBeUndefined();
  const answer = await house.call('GET', '/v1/documents/doc_1');
  expect(answer.status).toBe(200);
  expect(Buffer.from(answer.body).equals(bytes)).toBe(true);
  expect(answer.headers.get('content-type')).toBe(DOCX);
  expect(answer.headers.get('etag')).toBe(`"${sha256}"`);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="Mise en demeure  Dupont.docx"; filename*=UTF-8''Mise%20en%20demeure%20%E2%80%93%20%E2%80%9CDupont%E2%80%9D.docx`,
  );
  const known = await fetch(`${house.url}/v1/documents/doc_1`, {
    headers: { Authorization: `Bearer ${KEY}`, 'If-None-Match': `"${sha256}"` },
  });
  expect([known.status, (await known.arrayBuffer()).byteLength]).toEqual([304, 0]);
  expect((await house.call('GET', '/v1/documents/doc_2')).status).toBe(404);
});

test('what happens to a letter is recorded once by kind and day', async () => {
  const event = (body: unknown) => house.call('POST', '/v1/letters/doc_1/events', body);
  expect((await event({ kind: 'lost', on: '2031-03-03' })).body.errors[0].pointer).toBe('/kind');
  expect((await event({ kind: 'posted', on: '2031-03-09' })).body.errors[0].pointer).toBe('/on');
  for (let n = 0; n < 2; n += 1) ok(await event({ kind: 'posted', on: '2031-03-03', trackingNumber: 'RK 1' }), 200);
  const { data } = ok(await house.call('GET', '/v1/invoices/LETTER/documents'));
  expect(data[0]).toMatchObject({
    postedOn: '2031-03-03',
    trackingNumber: 'RK 1',
    events: [{ kind: 'posted', on: '2031-03-03', by: 'Claire' }],
  });
  expect((await house.call('POST', '/v1/letters/doc_9/events', { kind: 'posted', on: '2031-03-03' })).status).toBe(404);
});

test('messages are paged, and one is read exactly as it went out', async () => {
  const first = ok(await house.call('GET', '/v1/messages?invoiceId=LETTER&limit=2'));
  expect(first.data.map((message: { id: string }) => message.id)).toEqual(['msg_1', 'msg_2']);
  const second = ok(await house.call('GET', `/v1/messages?invoiceId=LETTER&limit=2&cursor=${first.nextCursor}`));
  expect(second).toMatchObject({
    data: [{ id: 'msg_3', delivery: { mode: 'outbox', status: 'outbox' } }],
    nextCursor: null,
  });
  expect(ok(await house.call('GET', '/v1/messages/msg_2'))).toMatchObject({
    subject: 'Objet 2',
    text: 'Texte 2',
    html: '<p>é</p>',
    recipients: [{ address: 'martin@example.com' }],
  });
  expect(ok(await house.call('GET', '/v1/messages?status=sent')).data).toEqual([]);
  expect((await house.call('GET', '/v1/messages/msg_9')).status).toBe(404);
});
