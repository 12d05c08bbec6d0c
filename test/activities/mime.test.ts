import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { composeMime } from '../../activities/adapters/mime.ts';
import { addressIn, fromLine } from '../../prisma/course/mail.ts';
import { aMail } from './aMail.ts';

const read = async (mail = aMail) => PostalMime.parse(await composeMime(mail));

test('another reader finds in it what was put in', async () => {
  const found = await read();
  expect(found).toMatchObject({
    messageId: '<msg_1@ateliers-morel.example>',
    date: '2031-03-05T08:00:01.000Z',
    from: { name: 'Morel, Fils & Cie', address: 'compta@ateliers-morel.example' },
    to: [{ name: 'Mme Hélène Martin', address: 'martin@dupont.example' }],
    subject: aMail.subject,
    html: expect.stringContaining('cid:pay-1@huitaine'),
  });
  expect(found.text?.trim()).toBe(aMail.text.trim());
  expect(found.attachments).toMatchObject([
    { mimeType: 'image/png', disposition: 'inline', contentId: '<pay-1@huitaine>', filename: 'pay-1.png' },
  ]);
  expect([...new Uint8Array(found.attachments[0]!.content as ArrayBuffer)]).toEqual([137, 80, 78, 71]);
});

test('the same mail makes the same bytes, in lines that every server takes', async () => {
  const [once, again] = await Promise.all([composeMime(aMail), composeMime(aMail)]);
  expect(Buffer.from(once).equals(again)).toBe(true);
  const text = Buffer.from(once).toString('latin1');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('\r\n')).toBe(true);
  expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(998);
  expect(Math.max(...once)).toBeLessThan(127);
});

test('only what nobody released is marked as automatic', async () => {
  const marked = async (automatic: boolean) =>
    (await read({ ...aMail, automatic })).headers.filter(({ key }) => key === 'auto-submitted');
  expect(await marked(true)).toMatchObject([{ value: 'auto-generated' }]);
  expect(await marked(false)).toEqual([]);
});

test('copies and the address for answers stand in their headers, and nothing else does', async () => {
  const copy = { name: 'Paul Dupont', address: 'patron@dupont.example', copy: true };
  const found = await read({
    ...aMail,
    replyTo: 'claire@ateliers-morel.example',
    recipients: [...aMail.recipients, copy],
  });
  expect(found.cc).toMatchObject([{ name: 'Paul Dupont', address: 'patron@dupont.example' }]);
  expect(found.replyTo).toMatchObject([{ address: 'claire@ateliers-morel.example' }]);
  expect(found.headers.map(({ key }) => key).toSorted()).toEqual(
    [
      'auto-submitted',
      'cc',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
    ].toSorted(),
  );
});

test('a line break in a name or subject adds no header', async () => {
  const [to] = aMail.recipients;
  const found = await read({
    ...aMail,
    subject: 'Facture\r\nBcc: thief@example.com',
    recipients: [{ ...to!, name: 'Mme\r\nBcc: thief@example.com' }],
  });
  expect(found.bcc).toBeUndefined();
  expect(found.to).toHaveLength(1);
});

test.each([
  ['Ateliers Morel SARL', 'Ateliers Morel SARL <a@b.example>'],
  ['Morel, Fils & Cie', '"Morel, Fils & Cie" <a@b.example>'],
  ['S.A. "Morel" <Lyon>', String.raw`"S.A. \"Morel\" <Lyon>" <a@b.example>`],
  ['Morel\nBcc: x', '"Morel Bcc: x" <a@b.example>'],
])('the sender %s', (name, line) => {
  expect(fromLine({ name, email: 'a@b.example' })).toBe(line);
  expect(addressIn(line)).toBe('a@b.example');
});

test('a name with line breaks stays a name of one line', async () => {
  const recipients = [{ name: 'Jean\r\nBcc: other@evil.example', address: 'jean@dupont.example', copy: false }];
  const found = await read({ ...aMail, subject: 'Facture\rBcc: other@evil.example', recipients });
  expect(found.to).toMatchObject([{ name: 'Jean Bcc: other@evil.example', address: 'jean@dupont.example' }]);
  expect(found.bcc).toBeUndefined();
});
