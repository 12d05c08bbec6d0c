import { describe, expect, test } from 'vitest';
import type { WordingContext } from '../../templates/context.ts';
import { checkWording, WordingRefused } from '../../templates/checks.ts';
import { renderEdited, renderMessage } from '../../templates/wording.ts';
import { aCall, aContext, aDebtor } from './aContext.ts';

const GOOD = 'La facture F-2031-0117, soit 1 200,50 €, était payable le 17 février 2031. Quel jour partira-t-elle ?';
const codes = (text: string, changes: Partial<WordingContext> = {}): string[] =>
  checkWording({ subject: 'Facture F-2031-0117', markdown: text }, aContext(changes)).map(({ code }) => code);

test('S0.5 a firm and respectful text may leave', () => {
  expect(codes(GOOD)).toEqual([]);
  expect(codes(`${GOOD} Ce silence ne peut pas durer : il me faut un paiement ou une explication.`)).toEqual([]);
});

describe('S0.5 refuses threats and tricks, whoever wrote them', () => {
  test.each([
    ['THREAT', 'Nous ferons procéder à une saisie-attribution.'],
    ['THREAT', 'Un huissier se présentera à votre porte.'],
    ['THREAT', 'Nous vous enverrons un commissaire de justice.'],
    ['THREAT', 'Nous allons saisir vos comptes.'],
    ['THREAT', 'Nous déposerons plainte.'],
    ['THREAT', 'Votre nom ira sur la liste noire.'],
    ['LAST_NOTICE', 'Dernier avis avant poursuites.'],
    ['LAST_NOTICE', 'Ceci est notre ultime rappel.'],
    ['COSTS', 'Les frais de relance seront facturés.'],
    ['COSTS', 'Ces frais seront à votre charge.'],
    ['COURT_LOOK', 'COMMANDEMENT DE PAYER'],
    ['COURT_LOOK', 'Au nom du peuple français, par ces motifs'],
    ['ANNOUNCES_TOO_MUCH', 'Les intérêts courent.'],
    ['ANNOUNCES_TOO_MUCH', 'Une indemnité forfaitaire s’y ajoute.'],
    ['ANNOUNCES_TOO_MUCH', 'Nous vous mettons en demeure.'],
    ['ANNOUNCES_TOO_MUCH', 'Nous saisirons le tribunal.'],
    ['ANNOUNCES_TOO_MUCH', 'Notre avocat prendra la suite.'],
    ['ANNOUNCES_TOO_MUCH', 'Nous suspendons nos livraisons.'],
    ['AMOUNT_UNKNOWN', 'Vous nous devez aussi 75,00 €.'],
    ['AMOUNT_UNKNOWN', 'Vous nous devez aussi 40 euros.'],
    ['RATE_UNKNOWN', 'Au taux de 12,4 % l’an.'],
    ['IBAN_UNKNOWN', 'Payez sur le compte DE89 3704 0044 0532 0130 00.'],
    ['LEFTOVER', 'Bonjour {{ contact.greeting }},'],
    ['LEFTOVER', 'payable le Invalid Date'],
  ])('%s: %s', (code, sentence) => {
    expect(codes(`${GOOD}\n\n${sentence}`)).toContain(code);
    expect(codes(`${GOOD}\n\n${sentence}`, { debtor: aDebtor('consumer') })).toContain(code);
  });

  test('case, spaces and apostrophes hide nothing', () => {
    expect(codes(`${GOOD} DERNIER\u00a0AVIS avant  paiement`)).toEqual(['LAST_NOTICE']);
    expect(codes(`${GOOD} **mise** en *demeure*`)).toEqual(['ANNOUNCES_TOO_MUCH']);
  });

  test('everyday words near the forbidden ones pass', () => {
    const harmless =
      'Une erreur de saisie ? C’est dans votre intérêt. Une livraison incomplète ? Je suis à votre disposition.';
    expect(codes(`${GOOD} ${harmless}`)).toEqual([]);
  });

  test('the debtor’s own world isn’t our wording: a bailiff’s office may be late, too', () => {
    const invoice = { ...aContext().invoice, subject: 'fauteuils pour la salle d’attente de l’huissier de justice' };
    expect(codes(`${GOOD} Il s’agit de ceci : ${invoice.subject}.`, { invoice })).toEqual([]);
  });
});

describe('what a step announces may be said, and only to whom it concerns', () => {
  test('interest to whom the overlays announce it, whatever his kind', () => {
    const text = `${GOOD} Les intérêts de retard courent.`;
    for (const kind of ['business', 'public', 'consumer'] as const) {
      expect(codes(text, { announces: ['interest'], debtor: aDebtor(kind) })).toEqual([]);
      expect(codes(text, { announces: [], debtor: aDebtor(kind) })).toEqual(['ANNOUNCES_TOO_MUCH']);
    }
  });

  test('S0.3 a formal notice says so, and until when', () => {
    const notice = { number: '1', plannedPosting: '2031-04-04', deadline: '2031-04-17', grantedDays: 8 };
    const changes: Partial<WordingContext> = {
      announces: ['formal-notice', 'court'],
      level: 3,
      channel: 'registered-letter',
      notice,
    };
    expect(codes(GOOD, changes)).toEqual(['DEMAND_MISSING', 'DEADLINE_MISSING']);
    expect(codes(`${GOOD} Nous vous mettons en demeure de payer au plus tard le 17 avril 2031.`, changes)).toEqual([]);
  });
});

test('S2.3 a written reminder without number, amount or due date is refused', () => {
  expect(
    checkWording({ subject: 'Bonjour', markdown: 'Pensez à nous payer.' }, aContext()).map(({ code }) => code),
  ).toEqual(['NUMBER_MISSING', 'AMOUNT_MISSING', 'DUE_DATE_MISSING']);
  expect(codes('Merci pour votre appel.', { call: aCall() })).toEqual([]);
});

test('a creditor reference isn’t taken for a strange account', () => {
  const payment = { iban: null, bic: null, reference: 'RF18F203101170000042' };
  expect(codes(`${GOOD} Référence ${payment.reference}`, { payment })).toEqual([]);
});

test('an edited text goes out as edited, in the same layout, and is refused with its reasons', () => {
  const sent = renderEdited('Facture F-2031-0117 : un mot', `Bonjour,\n\n${GOOD}`, aContext());
  expect(sent.subject).toBe('Facture F-2031-0117 : un mot');
  expect(sent.markdown).toBe(`Bonjour,\n\n${GOOD}`);
  expect(sent.html).toContain('Atelier Morel');
  expect(() => renderEdited('x', `${GOOD} Dernier avis !`, aContext())).toThrow(WordingRefused);
});

test('names and notes can’t become markup', () => {
  const contact = {
    name: null,
    greeting: 'Madame <b>*Martin*</b> [ici](http://mal.example)',
    email: null,
    phone: null,
  };
  const { html, text } = renderMessage('progressive/first-reminder', aContext({ contact }));
  expect(html).toContain('Madame &lt;b&gt;*Martin*&lt;/b&gt; [ici](http://mal.example)');
  expect(text).toContain('*Martin*');
});
