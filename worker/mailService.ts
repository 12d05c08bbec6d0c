import { resendMailer } from '../activities/adapters/resend.ts';
import { smtpMailer } from '../activities/adapters/smtp.ts';
import type { Mailer } from '../activities/ports.ts';
import type { WorkerConfig } from './config.ts';

/** SMTP if it is set up, else Resend, else none: everything stays in the outbox. */
export const mailService = (
  config: Pick<WorkerConfig, 'SMTP_URL' | 'RESEND_API_KEY' | 'RESEND_BASE_URL'>,
): Mailer | null => {
  if (config.SMTP_URL) return smtpMailer(config.SMTP_URL);
  return config.RESEND_API_KEY ? resendMailer(config.RESEND_API_KEY, config.RESEND_BASE_URL) : null;
};
