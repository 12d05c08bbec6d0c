import { expect, test } from 'vitest';
import { chooseLaw, type LawQuestion } from '../../../domain/claim/law.ts';

const ask = (changes: Partial<LawQuestion>) =>
  chooseLaw({
    creditorCountry: 'FR',
    creditorSize: 'sme',
    debtorKind: 'business',
    debtorCountry: 'FR',
    terms: null,
    ...changes,
  });

test.each([
  ['a business', {}, 'FR_B2B_DEFAULT'],
  ['a Belgian creditor', { creditorCountry: 'BE' }, 'BE_B2B'],
  ['a German creditor', { creditorCountry: 'DE' }, 'EU_DIRECTIVE'],
  ['a business abroad: the creditor’s law', { debtorCountry: 'US' }, 'FR_B2B_DEFAULT'],
  ['the contract’s law', { terms: { governingLaw: 'BE' } }, 'BE_B2B'],
  ['the contract’s rate', { terms: { interestRate: '8' } }, 'CONTRACT'],
  ['a law outside the Directive', { terms: { governingLaw: 'CH' } }, null],
  ['a rate under such a law', { terms: { governingLaw: 'CH', interestRate: '8' } }, null],
  ['a creditor outside the Directive', { creditorCountry: 'GB' }, null],
  ['a French public body', { debtorKind: 'public', creditorCountry: 'BE' }, 'FR_B2G_FROZEN'],
  ['a Belgian public body', { debtorKind: 'public', debtorCountry: 'BE' }, 'BE_B2B'],
  ['a Spanish public body', { debtorKind: 'public', debtorCountry: 'ES' }, 'EU_DIRECTIVE'],
  ['a Swiss public body', { debtorKind: 'public', debtorCountry: 'CH' }, null],
  ['a French association', { debtorKind: 'non-professional' }, 'FR_LEGAL_OTHER'],
  ['a Belgian association', { debtorKind: 'non-professional', debtorCountry: 'BE' }, 'BE_LEGAL'],
  [
    'a French consumer, whatever the contract says',
    { debtorKind: 'consumer', terms: { governingLaw: 'BE', interestRate: '12' } },
    'FR_LEGAL_OTHER',
  ],
  ['a Belgian consumer without a clause', { debtorKind: 'consumer', debtorCountry: 'BE' }, 'BE_LEGAL'],
  [
    'a Belgian consumer with one',
    { debtorKind: 'consumer', debtorCountry: 'BE', terms: { indemnityClause: 'dix pour cent' } },
    'BE_B2C_XIX',
  ],
  ['a Dutch consumer', { debtorKind: 'consumer', debtorCountry: 'NL' }, null],
] as const)('%s', (_, changes, regime) => {
  const law = ask(changes);
  expect(law.regime).toBe(regime);
  expect(law.reason).not.toBe('');
});
