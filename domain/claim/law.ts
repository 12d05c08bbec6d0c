import type { Regime } from '../interest/regimes.ts';
import type { Money } from '../money.ts';
import type { DebtorKind } from '../plan.ts';

/** Whose rules: France's, Belgium's, or another member state's under the Directive. */
export type LawCountry = 'FR' | 'BE' | 'EU';

/** Which law's rules apply to this debtor and invoice, chosen once and stored with its reason (case.md, "Money"). */
export type Law = {
  readonly country: LawCountry;
  /** What the calculator applies; null = nothing besides the principal may be asked. */
  readonly regime: Regime | null;
  /** Percent per year as a decimal string, with CONTRACT only. */
  readonly contractRate: string | null;
  /** What a Belgian consumer's contract allows (CDE XIX.4); null elsewhere. */
  readonly clause: ConsumerClause | null;
  readonly creditorSize: 'sme' | 'large';
  /** For the person who reads the case. */
  readonly reason: string;
};

/** Never above the law's caps; lower where the contract names less. */
export type ConsumerClause = {
  readonly interest: boolean;
  readonly ratePct: string | null;
  readonly indemnity: boolean;
  readonly indemnityMinor: number | null;
};

/** What a clause asks for of the law's fixed sum, minor units; null = the contract asks for none. */
export const indemnityUnder = ({ indemnity, indemnityMinor }: ConsumerClause, capMinor: number): number | null =>
  indemnity ? Math.min(capMinor, indemnityMinor ?? capMinor) : null;

export type LawQuestion = {
  readonly creditorCountry: string;
  readonly creditorSize: 'sme' | 'large';
  readonly debtorKind: DebtorKind;
  readonly debtorCountry: string;
  readonly terms: {
    readonly governingLaw?: string | undefined;
    readonly interestClause?: string | undefined;
    readonly interestRate?: string | undefined;
    readonly indemnityClause?: string | undefined;
    readonly indemnity?: Money | undefined;
  } | null;
};

/** A consumer has his country's protection always; a business the contract's law, by default the creditor's; a public body its own. */
export const chooseLaw = (question: LawQuestion): Law => {
  switch (question.debtorKind) {
    case 'business':
      return business(question);
    case 'public':
      return publicBody(question);
    case 'non-professional':
      return nonProfessional(question);
    case 'consumer':
      return consumer(question);
  }
};

/** Where Directive 2011/7/EU holds: the European Economic Area. Elsewhere the law of late payment isn't known to us. */
const DIRECTIVE = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

const countryOf = (country: string): LawCountry => (country === 'FR' || country === 'BE' ? country : 'EU');

const plain = ({ creditorSize }: LawQuestion, country: LawCountry, regime: Regime | null, reason: string): Law => ({
  country,
  regime,
  contractRate: null,
  clause: null,
  creditorSize,
  reason,
});

const business = (question: LawQuestion): Law => {
  const { terms, creditorCountry } = question;
  const agreed = terms?.governingLaw ?? null;
  const country = countryOf(agreed ?? creditorCountry);
  const why = agreed
    ? `a business: the contract's law, ${agreed}`
    : `a business: the creditor's law, ${creditorCountry}`;
  if (!DIRECTIVE.has(agreed ?? creditorCountry)) return unknown(question, why);
  const rate = terms?.interestRate ?? null;
  if (rate !== null)
    return {
      ...plain(question, country, 'CONTRACT', `${why}, at the contract's rate of ${rate} %`),
      contractRate: rate,
    };
  const regime = country === 'FR' ? 'FR_B2B_DEFAULT' : country === 'BE' ? 'BE_B2B' : 'EU_DIRECTIVE';
  return plain(question, country, regime, why);
};

const unknown = (question: LawQuestion, why: string): Law =>
  plain(question, 'EU', null, `${why}, whose rules on late payment are not known here: the principal only`);

const publicBody = (question: LawQuestion): Law => {
  const country = countryOf(question.debtorCountry);
  if (!DIRECTIVE.has(question.debtorCountry))
    return unknown(question, `a public body: its own country's law, ${question.debtorCountry}`);
  const regime = country === 'FR' ? 'FR_B2G_FROZEN' : country === 'BE' ? 'BE_B2B' : 'EU_DIRECTIVE';
  return plain(question, country, regime, `a public body: its own country's law, ${question.debtorCountry}`);
};

const nonProfessional = (question: LawQuestion): Law => {
  const country = countryOf(question.debtorCountry);
  const why = `neither business nor consumer: the civil law of ${question.debtorCountry}`;
  return plain(question, country, civilRate(country), why);
};

const consumer = (question: LawQuestion): Law => {
  const country = countryOf(question.debtorCountry);
  const why = `a consumer: the protection of his country, ${question.debtorCountry}`;
  const clause = country === 'BE' ? clauseOf(question.terms) : null;
  if (clause) return { ...plain(question, 'BE', 'BE_B2C_XIX', `${why}, with a clause in the contract`), clause };
  return plain(question, country, civilRate(country), country === 'BE' ? `${why}, no clause in the contract` : why);
};

/** Elsewhere the civil rate isn't known to us: nothing besides the principal. */
const civilRate = (country: LawCountry): Regime | null =>
  country === 'FR' ? 'FR_LEGAL_OTHER' : country === 'BE' ? 'BE_LEGAL' : null;

const clauseOf = (terms: LawQuestion['terms']): ConsumerClause | null => {
  const interest = terms?.interestClause !== undefined || terms?.interestRate !== undefined;
  const indemnity = terms?.indemnityClause !== undefined || terms?.indemnity !== undefined;
  if (!interest && !indemnity) return null;
  return {
    interest,
    ratePct: terms?.interestRate ?? null,
    indemnity,
    indemnityMinor: terms?.indemnity?.minor ?? null,
  };
};
