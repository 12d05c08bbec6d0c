import { readFileSync } from 'node:fs';

export type Given = {
  readonly principal: string;
  readonly dueDate: string;
  readonly payments?: readonly { readonly date: string; readonly amount: string }[];
  readonly creditNotes?: readonly { readonly date: string; readonly amount: string }[];
  readonly statementDate?: string;
  readonly imputation?: 'principal_first' | 'interest_first';
  readonly formalNoticeDate?: string | null;
  readonly openingJudgment?: string;
  readonly firstReminder?: { readonly sent: string; readonly channel: 'electronic' | 'postal' };
  readonly creditorSize?: 'SME' | 'LARGE';
  readonly contractClause?: string | null;
  readonly invoices?: readonly { readonly principal: string; readonly dueDate: string }[];
};

type Segment = Readonly<Record<'from' | 'to' | 'ratePct' | 'outstanding' | 'interestExact', string>> & {
  readonly days: number;
};

export type WorkedCase = {
  readonly id: string;
  readonly title: string;
  readonly regime: string;
  readonly input: Given;
  readonly usesUnofficialRate_2026H2: boolean;
  readonly expected: {
    readonly interest: string;
    readonly fixedIndemnity: string;
    readonly daysLate: number | null;
    readonly segments: readonly Segment[];
    readonly principalOpenAtEnd: string;
    readonly interestStillOpen?: string;
    readonly interestIfRetroactive?: string;
    readonly interestAtFloor?: string;
    readonly flags?: readonly string[];
    readonly perInvoice?: readonly { readonly interest: string }[];
    readonly claimableFrom?: string;
  };
};

export type DeadlineCase = {
  readonly id: string;
  readonly sent: string;
  readonly channel: 'electronic' | 'postal';
  readonly waitStarts: string;
  readonly waitLastDay: string;
  readonly claimableFrom: string;
  readonly dates: readonly string[];
} & Readonly<Record<'start' | 'raw' | 'rolled' | 'monthEnds' | 'monthEndsRolled' | 'pvEarliest', string>>;

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

/** The worked cases, computed by hand and by others before the engine existed; amounts in euros. */
export const facts = read('cases.json') as {
  readonly cases: readonly WorkedCase[];
  readonly beConsumerIndemnityCap: readonly { readonly amount: string; readonly cap: string }[];
  readonly deadlineCases: readonly DeadlineCase[];
  readonly referenceVectors: Readonly<Record<'ogm' | 'rf', Readonly<Record<string, string>>>>;
};

type HalfYear = Readonly<Record<'semester' | 'from' | 'confidence', string>>;

/** The rates as gathered, apart from the table that the app ships. */
export const gathered = read('rates.json') as {
  readonly ecbMroBySemester: readonly (HalfYear &
    Readonly<Record<'mro' | 'frB2bDefault_plus10' | 'euDirective_plus8', string>>)[];
  readonly frLegalInterest: readonly (HalfYear &
    Readonly<Record<'privateCreditor' | 'otherCases' | 'floor3x', string>>)[];
  readonly beCommercial: readonly (HalfYear & Readonly<Record<'rate', string>>)[];
  readonly beLegalCivilAnnual: readonly { readonly year: number; readonly rate: string }[];
};

/** "1000.00" → 100000 */
export const cents = (euros: string): number => Number(euros.replace('.', ''));
