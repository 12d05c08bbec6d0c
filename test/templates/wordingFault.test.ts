import { expect, test } from 'vitest';
import { checkWording } from '../../templates/checks.ts';
import { wordingFault, wordsToBlame, type FaultRule } from '../../templates/wordingFault.ts';
import { en } from '../../templates/words/faults/en.ts';
import { faultInWords } from '../../templates/words/faults/faultWordsIn.ts';
import { aContext } from './aContext.ts';

const RULES = Object.keys(en) as readonly FaultRule[];
/** Rules that name nothing of the text. */
const BARE = ['empty', 'fixed', 'noEnterpriseNumber', 'block'];

test.each(RULES)(
  '%s is told in English by the API and worded in both languages of the desk, with its values',
  (rule) => {
    const fault = wordingFault(rule, 'the-first', 'the-second');
    expect(fault.code).toMatch(/^[A-Z_]+$/);
    expect(faultInWords('en', fault)).toBe(fault.detail);
    const french = faultInWords('fr', fault) ?? '';
    expect(french).not.toBe(fault.detail);
    for (const told of [fault.detail, french]) expect(told.includes('the-first')).toBe(!BARE.includes(rule));
    expect(/[«»]|\u202f/.test(fault.detail)).toBe(false);
    expect(french).not.toMatch(/\b(?:the|this|missing|isn’t)\b(?!-)/);
  },
);

test('what no rule of ours says is left to its own words', () => {
  expect(faultInWords('fr', {})).toBeNull();
  expect(faultInWords('fr', { rule: 'unheardOf', values: ['x'] })).toBeNull();
});

test('the words to blame are those of the text; what lacks blames none', () => {
  const faults = checkWording(
    { subject: 'Facture', markdown: 'Nous allons saisir vos comptes. {{ balance }}' },
    aContext(),
  );
  expect(faults.map((fault) => [fault.code, wordsToBlame(fault)])).toEqual([
    ['LEFTOVER', '{{'],
    ['THREAT', 'saisir vos comptes'],
    ['NUMBER_MISSING', null],
    ['AMOUNT_MISSING', null],
    ['DUE_DATE_MISSING', null],
  ]);
  expect(faults.map(({ values }) => values.join().replaceAll(/\s/gu, ' '))).toEqual([
    '{{',
    'saisir vos comptes',
    'F-2031-0117',
    '1 200,50 €',
    '17 février 2031',
  ]);
});
