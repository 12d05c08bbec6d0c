import type { DebtorKind } from '../domain/plan.ts';

export type MoneyJson = { readonly minor: number; readonly currency: string };
export type AddressJson = {
  readonly lines: readonly string[];
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
};
export type RegistrationJson = { readonly scheme: string; readonly value: string };

/** The creditor as the API takes it; what is missing has the defaults of case.md. */
export type CreditorProfile = {
  readonly name: string;
  readonly legalForm?: string | undefined;
  readonly shareCapital?: string | undefined;
  readonly registryCity?: string | undefined;
  readonly registrations?: readonly RegistrationJson[] | undefined;
  readonly vatNumber?: string | undefined;
  readonly country: string;
  readonly timeZone: string;
  readonly language: string;
  readonly address: AddressJson;
  readonly iban?: string | undefined;
  readonly bic?: string | undefined;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly signatory?: { readonly name: string; readonly role: string } | undefined;
  readonly size?: 'sme' | 'large' | undefined;
  readonly imputation?: 'principal-first' | 'interest-first' | undefined;
  readonly tolerance?: MoneyJson | undefined;
  readonly accessories?: 'waive-if-paid-by' | 'claim' | 'never' | undefined;
  readonly closingDays?: readonly string[] | undefined;
  readonly sendingHour?: number | undefined;
  readonly sending?: 'off' | 'test' | 'on' | undefined;
  readonly defaultStrategy?: string | undefined;
};

export type ContactJson = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly role?: 'accounting' | 'management' | 'buyer' | 'legal' | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly copy?: boolean | undefined;
};

/** The debtor as the API takes it. */
export type DebtorProfile = {
  readonly kind: DebtorKind;
  readonly name: string;
  readonly legalForm?: string | undefined;
  readonly registrations?: readonly RegistrationJson[] | undefined;
  readonly country: string;
  readonly language: string;
  readonly contacts: readonly ContactJson[];
  readonly address: AddressJson;
  readonly billingAddress?: AddressJson | undefined;
  readonly preferredChannel?: 'email' | 'call' | 'letter' | undefined;
  readonly local?: boolean | undefined;
  readonly terms?:
    | {
        readonly reference: string;
        readonly paymentClause?: string | undefined;
        readonly interestClause?: string | undefined;
        readonly interestRate?: string | undefined;
        readonly indemnityClause?: string | undefined;
        readonly indemnity?: MoneyJson | undefined;
        readonly governingLaw?: string | undefined;
        readonly retentionOfTitle?: boolean | undefined;
        readonly acceptedOn?: string | undefined;
      }
    | undefined;
  readonly doNotContact?: boolean | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
};

/** What the billing system says of an invoice besides its columns. */
export type InvoiceDetails = {
  readonly lines: readonly { readonly description: string }[];
  readonly deliveredOn: string | null;
  readonly orderReference: string | null;
  /** Who authorises the payment at a public buyer's (French « service exécutant »). */
  readonly serviceReference?: string | null;
  readonly collection: 'transfer' | 'direct-debit';
  readonly metadata: Readonly<Record<string, string>>;
};
