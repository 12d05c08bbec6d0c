import type { SendResult } from '../ports.ts';

/** What an SMTP connection says of its failure. */
export type SmtpFailure = {
  readonly message: string;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  readonly recipient?: string | undefined;
};

/** `under way` = the server said it takes the message, and bytes of it were written. */
export type Progress = 'before' | 'under way';

/** Asking again sooner would meet the same wall: an administrator has to change something. */
const HOUR_MS = 3_600_000;

/**
 * What a failure means for the message (RFC 5321, 4.2.1 and 4.5.4):
 * a code after the data is the server's word that it did not take it; no code after the data says nothing at all.
 */
export const outcomeOf = (error: SmtpFailure, progress: Progress): SendResult => {
  const { command, responseCode: code } = error;
  const reason = `SMTP: ${error.response ?? error.message}`;
  if (code === undefined || code < 400)
    return progress === 'under way' ? { is: 'unclear', reason } : { is: 'unsent', reason };
  // Whoever may not log in never will by trying faster; the message waits, and the activity shows why.
  if (command === 'AUTH') return { is: 'unsent', reason, retryAfterMs: HOUR_MS };
  if (code < 500) return { is: 'unsent', reason };
  if (command === 'RCPT TO') return { is: 'refused', what: 'address', reason };
  // Greeting, EHLO, STARTTLS: the server wants nothing of us, whatever the message is.
  if (progress === 'before' && command !== 'MAIL FROM' && command !== 'DATA')
    return { is: 'unsent', reason, retryAfterMs: HOUR_MS };
  return { is: 'refused', what: 'other', reason };
};
