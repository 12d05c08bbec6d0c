import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epcPayload, type Transfer } from '../../../domain/payment/epc.ts';
import { belgianReference, isBelgianReference, isRfReference, rfReference } from '../../../domain/references.ts';

const transfer = (given: Partial<Transfer> & { readonly minor?: number } = {}): Transfer => ({
  name: 'Wikimedia Foerdergesellschaft',
  iban: 'DE33100205000001194700',
  bic: null,
  amount: { minor: given.minor ?? 1305, currency: 'EUR' },
  reference: 'Spende fuer Wikipedia',
  ...given,
});

// Published by heuer/segno (docs/epc-qrcodes.rst) for UTF-8.
test('the example that segno publishes', () => {
  expect(epcPayload(transfer())).toBe(
    'BCD\n002\n1\nSCT\n\nWikimedia Foerdergesellschaft\nDE33100205000001194700\nEUR13.05\n\n\nSpende fuer Wikipedia',
  );
});

// The sample of the Belgian Red Cross (Wikipedia, "EPC QR code"), without its purpose and information, in version 002.
test('a published sample with a BIC', () => {
  const redCross = { name: 'Red Cross of Belgium', iban: 'BE72 0000 0000 1616', bic: 'BPOTBEB1', minor: 100 };
  expect(epcPayload(transfer({ ...redCross, reference: 'Urgency fund' }))?.split('\n')).toEqual(
    'BCD|002|1|SCT|BPOTBEB1|Red Cross of Belgium|BE72000000001616|EUR1.00|||Urgency fund'.split('|'),
  );
});

test('an RF reference has its own element, and then there is no text', () => {
  const lines = epcPayload(transfer({ reference: 'RF18 5390 0754 7034' }))?.split('\n');
  expect(lines?.slice(7)).toEqual(['EUR13.05', '', 'RF18539007547034']);
});

test('a Belgian communication is text', () => {
  const lines = epcPayload(transfer({ reference: belgianReference('2031/0117') }))?.split('\n');
  expect(lines?.slice(8)).toEqual(['', '', belgianReference('20310117')]);
});

test.each([
  ['one cent', 1, 'EUR0.01'],
  ['less than a euro', 99, 'EUR0.99'],
  ['ten cents', 110, 'EUR1.10'],
  ['the largest', 99_999_999_999, 'EUR999999999.99'],
])('%s is written with both decimals', (_, minor, written) => {
  expect(epcPayload(transfer({ minor }))?.split('\n')[7]).toBe(written);
});

test.each<[string, Partial<Transfer> & { minor?: number }]>([
  ['no IBAN', { iban: null }],
  ['an IBAN with a wrong digit', { iban: 'DE33100205000001194701' }],
  ['another currency', { amount: { minor: 1305, currency: 'CHF' } }],
  ['nothing to pay', { minor: 0 }],
  ['a credit', { minor: -1 }],
  ['more than a transfer carries', { minor: 100_000_000_000 }],
  ['an account outside the EEA without a BIC', { iban: 'CH9300762011623852957' }],
  ['nobody to pay to', { name: '  ' }],
])('%s: there is no code', (_, given) => {
  expect(epcPayload(transfer(given))).toBeNull();
});

test('outside the EEA the BIC makes it possible', () => {
  expect(epcPayload(transfer({ iban: 'CH9300762011623852957', bic: 'UBSWCHZH80A' }))).toContain('\nUBSWCHZH80A\n');
});

test('whatever names and references are, the lines keep their places and lengths, and all of it fits version 13', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(
      texts.filter((name) => name.trim() !== ''),
      texts,
      fc.boolean(),
      fc.integer({ min: 1, max: 99_999_999_999 }),
      (name, text, rf, minor) => {
        const reference = rf ? rfReference(text) : text;
        const payload = epcPayload(transfer({ name, reference, minor }));
        const lines = (payload ?? '').split('\n');
        expect(lines.slice(0, 5)).toEqual(['BCD', '002', '1', 'SCT', '']);
        expect(lines[6]).toBe('DE33100205000001194700');
        expect(BigInt((lines[7] ?? '').replaceAll(/EUR|\./g, ''))).toBe(BigInt(minor));
        expect(Array.from(lines[5] ?? '').length).toBeLessThanOrEqual(70);
        expect(lines[9] !== undefined && lines[9] !== '' && lines[10] !== undefined).toBe(false);
        expect(Array.from(lines[10] ?? '').length).toBeLessThanOrEqual(140);
        expect(Buffer.byteLength(payload ?? '', 'utf8')).toBeLessThanOrEqual(331);
      },
    ),
  );
});

test('references are known again however they are typed', () => {
  expect(isRfReference('rf18 5390 0754 7034')).toBe(true);
  expect(isBelgianReference(belgianReference('2031/0117'))).toBe(true);
});
