import type { PriorReminder } from '../../domain/facts.ts';
import type { DebtorProfile, MoneyJson } from '../profiles.ts';

/** What POST /v1/invoices takes, parsed; absent and null mean the same. */
export type Announcement = {
  readonly id: string;
  readonly number?: string | null | undefined;
  readonly issuedOn: string;
  readonly postedOn?: string | null | undefined;
  readonly dueOn: string;
  readonly amount: MoneyJson;
  readonly subject?: string | null | undefined;
  readonly lines?: readonly { readonly description: string }[] | null | undefined;
  readonly deliveredOn?: string | null | undefined;
  readonly orderReference?: string | null | undefined;
  readonly serviceReference?: string | null | undefined;
  readonly collection?: 'transfer' | 'direct-debit' | null | undefined;
  readonly strategy?: string | null | undefined;
  readonly payments?: readonly AnnouncedPayment[] | null | undefined;
  readonly creditNotes?: readonly AnnouncedCreditNote[] | null | undefined;
  readonly priorReminders?:
    | readonly { readonly on: string; readonly channel: PriorReminder['channel']; readonly level: number }[]
    | null
    | undefined;
  readonly startAt?: string | null | undefined;
  readonly hold?:
    | {
        readonly until?: string | null | undefined;
        readonly reason: 'manual' | 'reply' | 'payment-announced';
        readonly note?: string | null | undefined;
      }
    | null
    | undefined;
  readonly debtor?: (DebtorProfile & { readonly id: string }) | null | undefined;
  readonly debtorId?: string | null | undefined;
  readonly metadata?: Readonly<Record<string, string>> | null | undefined;
};

export type AnnouncedPayment = {
  readonly id: string;
  readonly source?: string | null | undefined;
  readonly amount: MoneyJson;
  readonly receivedOn: string;
  readonly method?: string | null | undefined;
  readonly reference?: string | null | undefined;
};

export type AnnouncedCreditNote = {
  readonly id: string;
  readonly amount: MoneyJson;
  readonly issuedOn: string;
  readonly effect?: 'from-start' | 'from-issue' | null | undefined;
  readonly reason?: string | null | undefined;
};

export type Warning = {
  readonly code: 'DEBTOR_DIFFERS' | 'TERM_OVER_LEGAL_MAXIMUM' | 'STEP_MANDATORY';
  readonly detail: string;
};
