import { ApplicationFailure } from '@temporalio/activity';
import { endTest, testToSend, type TestRef } from '../prisma/wordings/testDelivery.ts';
import type { TestActivities } from '../workflows/activityTypes.ts';
import type { Dependencies } from './ports.ts';

const UNEQUIPPED =
  'expected a mail service (SMTP_URL or RESEND_API_KEY), and HUITAINE_TEST_RECIPIENT while sending is "test"';

/** Sends a text that somebody wants to see in his own mailbox. What surely didn't leave is tried again, nothing else. */
export const createTests = ({ store, mailer, testRecipient, compose }: Dependencies): TestActivities => ({
  sendTest: async (ref: TestRef) => {
    const test = await testToSend(store, ref);
    if (!test) return;
    const { mail, sending } = test;
    if (sending === 'off') return endTest(store, ref, { status: 'outbox', mode: 'outbox' });
    if (!mailer || (sending === 'test' && testRecipient === null))
      return endTest(store, ref, { status: 'failed', failure: UNEQUIPPED });
    const mime = await compose(mail);
    const { from, replyTo, subject, text, html, attachments, automatic } = mail;
    const asked = mail.recipients.map(({ address }) => address);
    const instead = sending === 'test' && testRecipient !== null;
    const result = await mailer.send(
      {
        ...{ from, replyTo, subject, text, html, attachments, automatic, mime, cc: [] },
        to: instead ? [testRecipient] : asked,
        insteadOf: instead ? asked : null,
      },
      `${ref.creditorId}/${ref.messageId}`,
    );
    switch (result.is) {
      case 'sent':
        return endTest(store, ref, {
          status: 'sent',
          mode: instead ? 'test' : 'sent',
          providerId: result.providerId,
          mime,
        });
      case 'refused':
        return endTest(store, ref, { status: 'failed', failure: result.reason });
      case 'unclear':
      case 'unknown':
        return endTest(store, ref, { status: 'unclear', failure: result.reason });
      case 'unsent':
        throw ApplicationFailure.create({ message: result.reason, type: 'UNSENT' });
    }
  },
  giveUpTest: (ref: TestRef) =>
    endTest(store, ref, { status: 'failed', failure: 'not taken by the mail service in three attempts' }),
});
