import { chooseLaw, type Law } from '../../domain/claim/law.ts';
import type { DebtorKind } from '../../domain/plan.ts';

/** One debtor of the made-up cases: what the law asks about him, and the law that it chooses. */
export type SampleDebtor = {
  readonly key: string;
  readonly kind: DebtorKind;
  /** The creditor's country, too; a consumer elsewhere buys from France. */
  readonly country: string;
  readonly creditorCountry: string;
  readonly law: Law;
};

const sample = (key: string, kind: DebtorKind, country: string, clause = false): SampleDebtor => {
  const creditorCountry = country === 'BE' ? 'BE' : country === 'DE' && kind === 'business' ? 'LU' : 'FR';
  const terms = clause ? { interestClause: '10 %', indemnityClause: '10 %' } : null;
  const law = chooseLaw({ creditorCountry, creditorSize: 'sme', debtorKind: kind, debtorCountry: country, terms });
  return { key, kind, country, creditorCountry, law };
};

/** Every kind of debtor that the law tells apart. */
export const SAMPLE_DEBTORS: readonly SampleDebtor[] = [
  sample('French business', 'business', 'FR'),
  sample('Belgian business', 'business', 'BE'),
  sample('business under another law', 'business', 'DE'),
  sample('French public body', 'public', 'FR'),
  sample('Belgian public body', 'public', 'BE'),
  sample('French association', 'non-professional', 'FR'),
  sample('Belgian association', 'non-professional', 'BE'),
  sample('French consumer', 'consumer', 'FR'),
  sample('Belgian consumer with a clause', 'consumer', 'BE', true),
  sample('Belgian consumer without a clause', 'consumer', 'BE'),
  sample('consumer elsewhere', 'consumer', 'DE'),
];
