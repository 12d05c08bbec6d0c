import type { Language } from '../language.ts';

export type PaymentPhrases = {
  /** Beside the code. */
  readonly scan: string;
  /** In its place, for who doesn't see it. */
  readonly alt: (amount: string, payee: string) => string;
};

export const paymentPhrases: Record<Language, PaymentPhrases> = {
  fr: {
    scan: 'Scannez pour payer',
    alt: (amount, payee) => `Code QR de virement : ${amount} à ${payee}`,
  },
  nl: {
    scan: 'Scan om te betalen',
    alt: (amount, payee) => `QR-code voor een overschrijving: ${amount} aan ${payee}`,
  },
  en: {
    scan: 'Scan to pay',
    alt: (amount, payee) => `Payment QR code: ${amount} to ${payee}`,
  },
};
