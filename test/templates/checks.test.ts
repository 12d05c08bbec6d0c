import { describe, expect, test } from 'vitest';
import type { WordingContext } from '../../templates/context.ts';
import { checkWording } from '../../templates/checks.ts';
import { WordingRefused } from '../../templates/wordingFault.ts';
import { formatsFor } from '../../templates/formats.ts';
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
    ['AMOUNT_IN_WORDS', 'Vous nous devez aussi quarante euros.'],
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

describe.each([
  [
    'nl',
    'Factuur F-2031-0117, € 1.200,50, was betaalbaar op 17 februari 2031. Op welke dag vertrekt de betaling?',
    'Zonder kosten, geen extra kosten. Deze herinnering kost u niets. Ons gesprek van gisteren nam tijd in beslag.',
    [
      ['THREAT', 'Wij laten uitvoerend beslag leggen.'],
      ['THREAT', 'De gerechtsdeurwaarder komt bij u langs.'],
      ['THREAT', 'Wij sturen een deurwaarder.'],
      ['THREAT', 'Wij dienen klacht in bij de politie.'],
      ['LAST_NOTICE', 'Laatste aanmaning vóór gerechtelijke stappen.'],
      ['LAST_NOTICE', 'Dit is uw laatste kans.'],
      ['COSTS', 'De invorderingskosten komen daarbij.'],
      ['COSTS', 'Dit gebeurt op uw kosten.'],
      ['COURT_LOOK', 'BEVEL TOT BETALING'],
      ['COURT_LOOK', 'In naam des Konings'],
      ['ANNOUNCES_TOO_MUCH', 'De nalatigheidsinteresten lopen.'],
      ['ANNOUNCES_TOO_MUCH', 'De verwijlrente loopt.'],
      ['ANNOUNCES_TOO_MUCH', 'Er komt een forfaitaire vergoeding bij.'],
      ['ANNOUNCES_TOO_MUCH', 'Wij stellen u in gebreke.'],
      ['ANNOUNCES_TOO_MUCH', 'Wij stappen naar de ondernemingsrechtbank.'],
      ['ANNOUNCES_TOO_MUCH', 'Onze advocaat neemt het over.'],
      ['ANNOUNCES_TOO_MUCH', 'Wij schorten onze leveringen op.'],
      ['AMOUNT_UNKNOWN', 'U bent ook € 75,00 verschuldigd.'],
      ['AMOUNT_UNKNOWN', 'U bent ook 40 euro verschuldigd.'],
      ['AMOUNT_IN_WORDS', 'U bent ook veertig euro verschuldigd.'],
      ['RATE_UNKNOWN', 'Tegen 12,4 procent per jaar.'],
    ],
  ],
  [
    'en',
    'Invoice F-2031-0117, €1,200.50, was due on 17 February 2031. On which day will you pay it?',
    'Free of charge, at no extra cost. This reminder costs you nothing. It is in your interest to answer.',
    [
      ['THREAT', 'We will seize your assets.'],
      ['THREAT', 'A bailiff will knock at your door.'],
      ['THREAT', 'We will send enforcement agents.'],
      ['THREAT', 'Your name will be blacklisted.'],
      ['LAST_NOTICE', 'Final notice before legal action.'],
      ['LAST_NOTICE', 'This is your last chance.'],
      ['COSTS', 'Collection fees are added.'],
      ['COSTS', 'All this is at your expense.'],
      ['COURT_LOOK', 'You are hereby summoned.'],
      ['COURT_LOOK', 'WRIT'],
      ['ANNOUNCES_TOO_MUCH', 'Late-payment interest runs.'],
      ['ANNOUNCES_TOO_MUCH', 'Interest accrues daily.'],
      ['ANNOUNCES_TOO_MUCH', 'A fixed sum is added.'],
      ['ANNOUNCES_TOO_MUCH', 'This is a formal notice.'],
      ['ANNOUNCES_TOO_MUCH', 'We will go to court.'],
      ['ANNOUNCES_TOO_MUCH', 'Our solicitor will take over.'],
      ['ANNOUNCES_TOO_MUCH', 'We suspend our deliveries.'],
      ['AMOUNT_UNKNOWN', 'You also owe €75.00.'],
      ['AMOUNT_UNKNOWN', 'You also owe EUR 40.'],
      ['AMOUNT_IN_WORDS', 'You also owe forty euros.'],
      ['RATE_UNKNOWN', 'At 12.4 per cent a year.'],
    ],
  ],
] as const)('S0.5 the same rules in %s', (language, good, harmless, forbidden) => {
  test('a firm and respectful text may leave, with everyday words near the forbidden ones', () => {
    expect(codes(`${good} ${harmless}`, { language })).toEqual([]);
  });

  test.each(forbidden.map(([code, sentence]) => ({ code, sentence })))('$code: $sentence', ({ code, sentence }) => {
    expect(codes(`${good}\n\n${sentence}`, { language })).toContain(code);
    expect(codes(`${good}\n\n${sentence}`, { language, debtor: aDebtor('consumer') })).toContain(code);
  });

  test('what the step announces may be said, with its figures', () => {
    const { interest, total } = aContext().statement;
    const { money, percent } = formatsFor(language);
    const words = { nl: 'Nalatigheidsinteresten', en: 'Late-payment interest' }[language];
    const said = `${good} ${words}: ${money(interest)}, ${percent('12.15')}, ${money(total)}.`;
    expect(codes(said, { language, announces: ['interest'] })).toEqual([]);
    expect(codes(said, { language })).toEqual([
      'ANNOUNCES_TOO_MUCH',
      'AMOUNT_UNKNOWN',
      'AMOUNT_UNKNOWN',
      'RATE_UNKNOWN',
    ]);
  });

  test('a formal notice says so, until when, and the whole sum', () => {
    const notice = { number: '1', plannedPosting: '2031-04-04', deadline: '2031-04-17', grantedDays: 8 };
    const changes: Partial<WordingContext> = {
      language,
      announces: ['formal-notice', 'interest'],
      level: 3,
      channel: 'registered-letter',
      notice,
    };
    expect(codes(good, changes)).toEqual(['AMOUNT_MISSING', 'DEMAND_MISSING', 'DEADLINE_MISSING']);
    const { money, date } = formatsFor(language);
    const demand = { nl: 'Wij stellen u in gebreke:', en: 'Formal notice:' }[language];
    const whole = `${demand} ${money(aContext().statement.total)}, ${date(notice.deadline)}.`;
    expect(codes(`${good} ${whole}`, changes)).toEqual([]);
  });
});

describe('which figures are known', () => {
  test('a creditor’s capital, his own templates and a personal line are no source of amounts', () => {
    const sentence = `${GOOD} Et 50 000 €. Et 75 €. Et 33 €.`;
    const changes = { own: { 'partials/fr/reply': '75 €' }, personalLine: 'Et 33 €.' };
    expect(codes(sentence, changes)).toEqual(['AMOUNT_UNKNOWN', 'AMOUNT_UNKNOWN', 'AMOUNT_UNKNOWN']);
  });

  test('the law’s 40 euros are named before they are claimed, to businesses and public bodies', () => {
    const text = `${GOOD} Une indemnité forfaitaire de 40 € est prévue.`;
    const changes = { announces: ['consequences'] as const, accessories: 'never' as const };
    expect(codes(text, changes)).toEqual([]);
    expect(codes(text, { ...changes, debtor: aDebtor('public') })).toEqual([]);
    expect(codes(text, { ...changes, debtor: aDebtor('consumer') })).toEqual(['AMOUNT_UNKNOWN']);
  });

  test('the same figure in another currency is another amount', () => {
    expect(codes(`${GOOD} Soit 1 200,50 CHF.`)).toEqual(['AMOUNT_UNKNOWN']);
  });

  test('the end of one line and the beginning of the next make no figure', () => {
    expect(codes(`${GOOD}\n\n| Commande | 12 |\n|---|---|\n| 1 200,50 € | dus |`)).toEqual([]);
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
  expect(sent.html).toContain('Ateliers Morel SARL');
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
