import type { Email } from '../ports.ts';

/** Of a message that no person released (RFC 3834): absence notices don't answer it. */
export const AUTOMATIC = { 'Auto-Submitted': 'auto-generated' };

/** Of a message that went to the test recipient: whom it was for. */
export const insteadOf = (email: Pick<Email, 'insteadOf'>): Readonly<Record<string, string>> =>
  email.insteadOf === null ? {} : { 'X-Huitaine-Test': `instead of ${email.insteadOf.join(', ')}` };
