import { describe, expect, test } from 'vitest';
import type { WordingContext } from '../../templates/context.ts';
import { letterText } from '../../templates/letters/letter.ts';
import { renderMessage } from '../../templates/wording.ts';
import { creditorInWords, sampleCreditor } from '../../templates/samples/parties.ts';
import { aContext, aDebtor, aStatement, eur } from './aContext.ts';

const REMINDER: Partial<WordingContext> = { announces: ['interest-by'], level: 2, payBy: '2031-03-11' };
const PROMISE = 'nous ne vous réclamerons rien de plus';

describe('a reminder with figures', () => {
  test('says from when, at which rate, by which law, how much so far and a day, and the indemnity', () => {
    expect(second({})).toContain(
      'Depuis le mardi 18 février 2031, des pénalités de retard courent au taux de 12,15 % l’an (art. L. 441-10 du code de commerce). Montant arrêté au 4 mars 2031 : 5,99 €, et environ 0,40 € de plus par jour ; s’y ajoute l’indemnité forfaitaire de 40,00 € (art. D. 441-5).',
    );
  });

  test.each([
    ['BE_B2B', 'BE', 'des intérêts de retard', 'art. 5 de la loi du 2 août 2002'],
    ['EU_DIRECTIVE', 'EU', 'des intérêts de retard', 'directive 2011/7/UE, art. 3'],
    ['CONTRACT', 'FR', 'des pénalités de retard', 'Conditions générales de vente, édition 2030, article 6'],
  ] as const)('under %s on its own basis', (regime, law, what, basis) => {
    const text = second({ law, statement: aStatement({ regime }) });
    expect(text).toContain(`${what} courent`);
    expect(text).toContain(`(${basis})`);
  });

  test('stops where the published rates stop, and says so', () => {
    const text = second({ statement: aStatement({ missingFrom: '2031-03-05' }) });
    expect(text).toContain('arrêté au 4 mars 2031, dernier jour dont le taux est connu : 5,99 € ; la suite reste due');
    expect(text).not.toContain('par jour');
  });

  test('without any published rate says that interest runs, and no figure of it', () => {
    const unknown = { accrued: null, interest: eur(0), accessories: eur(4000), missingFrom: '2031-02-18' };
    const text = second({ statement: aStatement(unknown) });
    expect(text).toContain('leur taux n’étant pas encore publié pour cette période');
    expect(text).not.toMatch(/%|5,99/);
  });

  test('promises to claim nothing more by a day, and claims all after it', () => {
    expect(second({})).toContain(`Si les 1 200,50 € de la facture nous parviennent au plus tard le mardi 11 mars 2031`);
    expect(second({})).toContain(`${PROMISE}. Passé ce jour, nous réclamerons le tout.`);
  });

  test('promises nothing where nothing binds us to it', () => {
    expect(second({ accessories: 'claim' })).toContain('Nous vous les facturerons en plus du montant dû');
    expect(second({ payBy: null })).toContain('Aujourd’hui, nous ne vous demandons que le montant de la facture.');
    const town = { debtor: aDebtor('public'), statement: aStatement({ regime: 'FR_B2G_FROZEN' }) };
    expect(second({ ...town, announces: ['interest'] })).toContain('Ces sommes sont dues de plein droit');
    for (const changes of [
      { accessories: 'claim' as const },
      { payBy: null },
      { ...town, announces: ['interest'] as const },
    ])
      expect(second(changes)).not.toContain(PROMISE);
  });

  test('asks a public body to authorise the payment, by its own numbers', () => {
    const invoice = { ...aContext().invoice, serviceReference: 'COMPTA-02' };
    const text = second({ debtor: aDebtor('public'), announces: [], invoice });
    expect(text).toContain('Je vous demande de la mandater');
    expect(text).toContain('(engagement BC-4471, code service COMPTA-02)');
  });
});

describe('the free first reminder to a Belgian consumer', () => {
  const wait: WordingContext['legalWait'] = {
    startsOn: '2031-03-05',
    lastDay: '2031-03-18',
    claimableFrom: '2031-03-19',
    indemnity: eur(10003),
    ratePct: '10.50',
    interestFrom: '2031-03-05',
    unofficialRates: [],
  };

  test('holds all that the law asks for', () => {
    const text = first({ legalWait: wait });
    for (const words of [
      'Ce rappel ne vous coûte rien',
      'Il reste dû 1 200,50 € à Verstraete & Fils SRL, numéro d’entreprise 0403.170.701',
      'douze tabourets de comptoir en hêtre',
      'L’échéance était le lundi 17 février 2031',
      '14 jours calendrier',
      'le lendemain de l’envoi de ce message, soit le mercredi 5 mars 2031',
      'jusqu’au mardi 18 mars 2031 inclus',
      'une indemnité de 100,03 € et des intérêts de 10,50 % l’an à compter du mercredi 5 mars 2031',
      'nous vous les envoyons gratuitement',
      'nous n’entreprenons rien d’autre avant de vous avoir répondu',
      'médiation de dettes',
    ])
      expect(text).toContain(words);
  });

  test('counts from the third working day when it goes by post', () => {
    expect(first({ legalWait: wait, channel: 'letter' })).toContain(
      'le troisième jour ouvrable après l’envoi de cette lettre',
    );
  });

  test('threatens with nothing where the contract has no clause', () => {
    const text = first({ legalWait: { ...wait, indemnity: null, ratePct: null } });
    expect(text).not.toMatch(/en outre|indemnité|intérêts|%/);
  });
});

test('a Belgian consumer’s notice asks for what his contract allows, and for no costs', () => {
  const { markdown } = letterText('formal-notice', {
    ...aContext({
      law: 'BE',
      debtor: aDebtor('consumer'),
      announces: ['formal-notice', 'interest', 'court'],
      level: 3,
      channel: 'registered-letter',
      statement: aStatement({
        regime: 'BE_B2C_XIX',
        indemnity: eur(10003),
        total: eur(130652),
        accessories: eur(10602),
      }),
    }),
    notice: { number: '2031-0007', plannedPosting: '2031-04-04', deadline: '2031-04-24', grantedDays: 15 },
  });
  expect(plain(markdown)).toContain('nous payer **1 306,52 €** au plus tard le **jeudi 24 avril 2031**');
  expect(plain(markdown)).toContain('100,03 €');
  expect(markdown).toContain('Nous n’y ajoutons pas d’autres frais.');
});

const second = (changes: Partial<WordingContext>): string =>
  plain(renderMessage('progressive/second-reminder', aContext({ ...REMINDER, ...changes })).text);

const first = (changes: Partial<WordingContext>): string => {
  return plain(
    renderMessage(
      'common/be-first-reminder',
      aContext({
        law: 'BE',
        debtor: { ...aDebtor('consumer'), country: 'BE' },
        creditor: creditorInWords(sampleCreditor('BE', 'fr')),
        announces: ['consequences'],
        stepId: 'be-first-reminder',
        ...changes,
      }),
    ).text,
  );
};

const plain = (text: string): string => text.replace(/[^\S\n]/g, ' ');
