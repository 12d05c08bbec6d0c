import { invalid, Refusal } from '../../domain/refusal.ts';
import type { TextFault } from '../../templates/texts/text.ts';
import { picturesStored, type StoredAttachment } from '../course/attachments.ts';
import { sha256Of } from '../course/hash.ts';
import { fromLine } from '../course/mail.ts';
import type { Wording } from '../course/wording.ts';
import type { Message, Prisma } from '../generated/client.ts';
import { readCreditor } from '../profiles.ts';
import { newId, sha256, type Actor, type Store } from '../store.ts';
import { previewText, type Preview } from './preview.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Tests a house may send in an hour. */
export const TESTS_PER_HOUR = 20;
const HOUR_MS = 3_600_000;

export type TestOf = {
  readonly creditorId: string;
  readonly name: string;
  readonly source?: string | undefined;
  readonly invoiceId: string;
  readonly to: string;
};

export type Tested =
  | { readonly is: 'stored'; readonly messageId: string; readonly toSend: boolean }
  | { readonly is: 'faulty'; readonly faults: readonly TextFault[] }
  | { readonly is: 'too-many' };

/**
 * Stores a text as a test for one address. It belongs to no case, so nothing counts it as a reminder and no case sends
 * it; while the house sends nothing it stays in the outbox.
 */
export const storeTest = async (store: Store, wording: Wording, of: TestOf, actor: Actor): Promise<Tested> => {
  const { creditorId, name, to } = of;
  await refuseDebtor(store, creditorId, to);
  const at = await store.now();
  // No text is written for nothing; what counts is counted again under the lock.
  if (await isFull(store.db, creditorId, at)) return { is: 'too-many' };
  const preview = await previewText(store, wording, of);
  if (preview.faults.length > 0) return { is: 'faulty', faults: preview.faults };
  if (preview.shownIn.kind === 'scripts') throw notSent(name);
  return store.db.$transaction(async (db) => {
    // Of two at once the second waits here and counts the first.
    await db.$queryRaw`SELECT 1 FROM "Creditor" WHERE "id" = ${creditorId} FOR NO KEY UPDATE`;
    return (await isFull(db, creditorId, at)) ? { is: 'too-many' } : writeTest(db, preview, of, actor, at);
  });
};

const isFull = async (db: Prisma.TransactionClient, creditorId: string, at: number): Promise<boolean> =>
  (await db.message.count({ where: { creditorId, kind: 'test', createdAt: { gt: new Date(at - HOUR_MS) } } })) >=
  TESTS_PER_HOUR;

const writeTest = async (
  db: Prisma.TransactionClient,
  preview: Preview,
  { creditorId, invoiceId, name, to }: TestOf,
  actor: Actor,
  at: number,
): Promise<Tested> => {
  const creditor = await db.creditor.findUniqueOrThrow({ where: { id: creditorId } });
  const profile = readCreditor(creditor);
  const toSend = creditor.sending !== 'off';
  const content = {
    ...contentOf(preview),
    recipients: [{ name: actor.name, address: to, copy: false }],
  };
  const messageId = newId('msg');
  await db.message.create({
    data: {
      id: messageId,
      creditorId,
      debtorId: preview.debtorId ?? '',
      kind: 'test',
      template: name,
      language: preview.shownIn.language,
      ...(toSend ? { status: 'pending' } : { status: 'outbox', mode: 'outbox', sentAt: new Date(at) }),
      ...content,
      fromLine: fromLine(profile),
      replyTo: profile.replyTo ?? null,
      sha256: sha256Of(content),
      context: { invoiceId, by: actor.name },
      createdAt: new Date(at),
    },
  });
  return { is: 'stored', messageId, toSend };
};

type Content = Pick<Message, 'subject' | 'markdown' | 'text' | 'html'> & { readonly attachments: StoredAttachment[] };

/** A letter travels as a file with its words. */
const contentOf = ({ subject, markdown, email, letter, shownIn }: Preview): Content => {
  const marked = `[TEST] ${subject}`;
  if (email) {
    const { text, html, inline } = email;
    return { subject: marked, markdown, text, html, attachments: picturesStored(inline) };
  }
  const attachments = letter ? [attached(`${shownIn.step}.docx`, letter)] : [];
  return { subject: marked, markdown, text: markdown, html: '', attachments };
};

const attached = (filename: string, bytes: Uint8Array): StoredAttachment => ({
  filename,
  mediaType: DOCX,
  cid: null,
  sha256: sha256(bytes),
  size: bytes.length,
  base64: Buffer.from(bytes).toString('base64'),
});

const notSent = (name: string): Refusal =>
  new Refusal('VALIDATION', `expected a text that is sent or posted, got ${name}, which is read aloud`);

/** A test never reaches a debtor, whoever asks for it. */
const refuseDebtor = async ({ db }: Store, creditorId: string, to: string): Promise<void> => {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Debtor" WHERE "creditorId" = ${creditorId} AND EXISTS (
      SELECT 1 FROM jsonb_array_elements("profile"->'contacts') AS "contact"
      WHERE lower("contact"->>'email') = lower(${to})) LIMIT 1`;
  if (!found) return;
  throw invalid('/to', `expected an address of your own, got one of debtor ${found.id}`, 'DEBTOR_ADDRESS');
};
