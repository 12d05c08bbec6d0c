import { ApplicationFailure } from '@temporalio/activity';
import type { CaseRef } from '../domain/caseRef.ts';
import {
  recordFailure,
  recordRefusal,
  recordSent,
  recordUnclear,
  startAttempt,
  type Outgoing,
} from '../prisma/course/delivery.ts';
import { WORKFLOW } from '../prisma/store.ts';
import type { Dependencies, Email } from './ports.ts';

/** Sends the stored bytes of a message under its key. Throws for what may pass, so that Temporal tries the same bytes again. */
export const deliver = async (
  { store, mailer, testRecipient, compose }: Dependencies,
  ref: CaseRef,
  messageId: string,
): Promise<void> => {
  const outgoing = await store.change(ref, WORKFLOW, (tx) =>
    startAttempt(tx, messageId, { mailer: mailer?.kind ?? null, testRecipient: testRecipient !== null, compose }),
  );
  if (!outgoing) return;
  if (outgoing === 'unequipped' || !mailer)
    throw ApplicationFailure.retryable(
      'expected a mail service (SMTP_URL or RESEND_API_KEY), and HUITAINE_TEST_RECIPIENT while sending is "test", for a creditor whose sending is not off',
      'NO_MAILER',
    );
  const result = await mailer.send(toEmail(outgoing, testRecipient), outgoing.key);
  switch (result.is) {
    case 'sent':
      return store.change(ref, WORKFLOW, (tx) =>
        recordSent(tx, messageId, outgoing.sending === 'test' ? 'test' : 'sent', result.providerId),
      );
    case 'refused':
      return store.change(ref, WORKFLOW, (tx) => recordRefusal(tx, messageId, result.what, result.reason));
    case 'unclear':
      return store.change(ref, WORKFLOW, (tx) => recordUnclear(tx, messageId, result.reason));
    case 'unsent':
    case 'unknown':
      await store.change(ref, WORKFLOW, (tx) =>
        recordFailure(tx, messageId, result.is === 'unsent' ? 'unsent' : 'unknown', result.reason),
      );
      throw ApplicationFailure.create({
        message: result.reason,
        type: result.is === 'unsent' ? 'UNSENT' : 'UNKNOWN',
        ...(result.retryAfterMs === undefined ? {} : { nextRetryDelay: result.retryAfterMs }),
      });
  }
};

const toEmail = (outgoing: Outgoing, testRecipient: string | null): Email => {
  const { messageId: _, key: __, recipients, sending, ...content } = outgoing;
  const addresses = (copy: boolean): string[] =>
    recipients.filter((recipient) => recipient.copy === copy).map(({ address }) => address);
  if (sending !== 'test') return { ...content, to: addresses(false), cc: addresses(true), insteadOf: null };
  const insteadOf = recipients.map(({ address }) => address);
  return { ...content, to: testRecipient ? [testRecipient] : [], cc: [], insteadOf };
};
