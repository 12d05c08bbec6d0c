import reader from 'jsqr';
import { PNG } from 'pngjs';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Of } from '../../prisma/course/hash.ts';
import { aCreditor, aDebtor, ok } from '../support/story.ts';
import { follow, type Followed } from './follow.ts';
import { createMailWorld, TEST_RECIPIENT, type MailWorld } from './mail.ts';

// 2031: March Mo 3 10 17 24 31.
let mail: MailWorld;
beforeAll(async () => {
  mail = await createMailWorld();
  await mail.world.at('2031-03-03', 10);
});
afterAll(() => mail.stop());

const jsQR = reader as unknown as typeof reader.default;

/** The lines that a phone reads from a picture. */
const scanned = (png: Uint8Array): readonly string[] => {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data.split('\n') ?? [];
};

const storedMime = async (invoiceId: string) => {
  const { mime } = await mail.world.store.db.message.findFirstOrThrow({ where: { invoiceId } });
  return PostalMime.parse(mime ?? new Uint8Array());
};

const creditor = async (given: Record<string, unknown>): Promise<void> => {
  ok(await mail.world.call('PUT', '/v1/creditors/default', { ...aCreditor, sending: 'on', ...given }));
};

test('what Resend is given is what the stored message contains: text, HTML, picture and mark', async () => {
  const { world, resend, overdue, settles } = mail;
  await overdue('P-1', '2031-03-04');
  await world.at('2031-03-05', 9);
  await settles('P-1', '1 sent');
  const given = resend.delivered('P-1')[0]!.email;
  const stored = await storedMime('P-1');
  expect(given.subject).toBe(stored.subject);
  expect(given.text.trim()).toBe(stored.text?.replaceAll('\r\n', '\n').trim());
  expect(given.html.trim()).toBe(stored.html?.replaceAll('\r\n', '\n').trim());
  expect(given.headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
  expect(given.attachments).toHaveLength(1);
  const [picture] = given.attachments!;
  expect(stored.attachments).toHaveLength(1);
  const kept = stored.attachments[0]!;
  expect([picture?.content_id, picture?.content_type, picture?.filename]).toEqual([
    kept.contentId?.slice(1, -1),
    kept.mimeType,
    kept.filename,
  ]);
  expect(given.html).toContain(`src="cid:${picture?.content_id}"`);
  const bytes = Buffer.from(picture!.content, 'base64');
  expect(bytes.equals(Buffer.from(kept.content as ArrayBuffer))).toBe(true);
  const { payment } = ok(await world.call('GET', '/v1/invoices/P-1'));
  expect(scanned(bytes)).toEqual([
    ...['BCD', '002', '1', 'SCT', payment.bic, 'Ateliers Morel SARL', payment.iban, 'EUR1200.50', ''],
    payment.reference,
  ]);
});

test('in test mode Resend is told whom it was for', async () => {
  const { world, resend, overdue, settles } = mail;
  await creditor({ sending: 'test' });
  await overdue('P-2', '2031-03-05');
  await world.at('2031-03-06', 9);
  await settles('P-2', '1 sent');
  const { to, headers } = resend.delivered('P-2')[0]!.email;
  expect([to, headers?.['X-Huitaine-Test']]).toEqual([[TEST_RECIPIENT], 'instead of martin@dupont.example']);
  await creditor({});
});

/** Drafted on the fifteenth day after it was due. */
const toApprove = async (id: string, dueOn: string): Promise<Followed> => {
  const story = follow(mail.world, id);
  const debtor = { ...aDebtor, id: `debtor-of-${id}` };
  await story.announce({ startAt: 'second-reminder', issuedOn: '2031-01-06', dueOn, debtor });
  return story;
};

const OTHER_IBAN = 'FR7630006000011234567890189';

test('a draft keeps its picture: what the hash bound is what leaves, though the account changed meanwhile', async () => {
  const { world, resend, settles } = mail;
  const story = await toApprove('P-3', '2031-02-20');
  await world.at('2031-03-07', 9);
  const draft = await story.draft('second-reminder');
  expect(draft.attachments).toMatchObject([{ mediaType: 'image/png', cid: expect.stringMatching(/^pay-/) }]);
  expect(draft.attachments[0]).not.toHaveProperty('base64');
  await creditor({ iban: OTHER_IBAN, bic: 'AGRIFRPP' });
  ok(await story.approve('second-reminder'));
  await world.at('2031-03-07', 11);
  await settles('P-3', '1 sent');
  const { attachments, html, headers } = resend.delivered('P-3')[0]!.email;
  expect(attachments?.map(({ content_id }) => content_id)).toEqual([draft.attachments[0].cid]);
  expect(html).toBe(draft.html);
  expect(scanned(Buffer.from(attachments![0]!.content, 'base64'))).toContain(aCreditor.iban);
  // A person released it.
  expect(headers).toBeUndefined();
  await creditor({});
});

test.each([
  ['with the picture that was seen', {}, 1, '2031-02-23', '2031-03-10'],
  ['without any, where it would be another one', { name: 'Ateliers Morel & Fils' }, 0, '2031-02-24', '2031-03-11'],
] as const)('an edited draft leaves %s', async (_, change, pictures, dueOn, on) => {
  const { world, resend, settles } = mail;
  const id = `P-4-${pictures}`;
  const story = await toApprove(id, dueOn);
  await world.at(on, 9);
  const draft = await story.draft('second-reminder');
  const markdown = `${draft.markdown.trim()}\n\nPour toute question, appelez-moi.\n`;
  await creditor(change);
  const path = `/v1/invoices/${id}/steps/second-reminder/approval`;
  ok(await world.call('POST', path, { sha256: draft.sha256, edit: { markdown } }));
  await world.at(on, 11);
  await settles(id, '1 sent');
  const { attachments, html } = resend.delivered(id)[0]!.email;
  expect(html).toContain('appelez-moi');
  expect(attachments?.map(({ content_id }) => content_id) ?? []).toEqual(
    draft.attachments.map(({ cid }: { cid: string }) => cid).slice(0, pictures),
  );
  expect(html.includes('cid:')).toBe(pictures === 1);
  await creditor({});
});

test('all that leaves is in the hash that an approval names', () => {
  const content = {
    ...{ subject: 's', markdown: 'm', text: 't', html: 'h' },
    recipients: [{ name: 'n', address: 'a@b.example', copy: false }],
    attachments: [{ sha256: '0' }],
  };
  const others = [
    ...(['subject', 'markdown', 'text', 'html'] as const).map((part) => ({ ...content, [part]: 'other' })),
    { ...content, recipients: [] },
    { ...content, attachments: [] },
    { ...content, attachments: [{ sha256: '1' }] },
  ];
  expect(new Set([content, ...others].map(sha256Of)).size).toBe(1 + others.length);
});
