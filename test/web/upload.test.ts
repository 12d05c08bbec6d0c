import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { uploadIn } from '../../web/forms/upload.ts';

const app = express();
app.post('/', async (request, response) => {
  const file = await uploadIn(request, response, 5_000_000);
  response.json(file && { filename: file.filename, size: file.bytes.length });
});
const server = app.listen(0, '127.0.0.1');
afterAll(() => new Promise((resolve) => server.close(resolve)));

const post = async (body: BodyInit, headers: Record<string, string> = {}): Promise<unknown> =>
  (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'POST', body, headers })).json();

test('the file is found among other fields, empty ones are none', async () => {
  const form = new FormData();
  form.append('note', 'a text');
  form.append('other', new File([], ''));
  form.append('file', new File([new Uint8Array(1234)], 'Papier.docx'));
  expect(await post(form)).toEqual({ filename: 'Papier.docx', size: 1234 });
  form.delete('file');
  expect(await post(form)).toBeNull();
});

test('a body full of edges is read once', async () => {
  const before = performance.now();
  const answer = await post(`${'--x'.repeat(300_000)}\r\n\r\nb\r\n--x--`, {
    'Content-Type': 'multipart/form-data; boundary=x',
  });
  expect(answer).toBeNull();
  expect(performance.now() - before).toBeLessThan(3000);
});
