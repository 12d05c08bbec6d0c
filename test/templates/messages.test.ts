import { describe, expect, test } from 'vitest';
import type { WordingContext } from '../../templates/context.ts';
import { formatsFor } from '../../templates/formats.ts';
import { letterText } from '../../templates/letters/letter.ts';
import { templateFor } from '../../templates/names.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { renderMessage } from '../../templates/wording.ts';
import type { StrategyStep } from '../../domain/strategy.ts';
import { aCall, aContext, aDebtor, eur, twoInvoices } from './aContext.ts';
import { everyContext } from './everyContext.ts';
import { templatesIn } from './everyTemplate.ts';

// A summary needs a talk, the free first reminder a Belgian consumer: they have tests of their own.
const MESSAGES = templatesIn('messages').filter(
  (name) => name !== 'common/call-summary' && name !== 'common/be-first-reminder',
);
const ACCESSORIES = /intérêt|pénalité|indemnité|frais|40\s€/i;

describe.each(MESSAGES)('%s', (template) => {
  test.each(everyContext({ announces: ['terms', 'consequences', 'interest-by', 'notice-next'] }))(
    'renders for: %s',
    (_, context) => {
      // The regime decides what may be announced: to anybody but a business nothing.
      const announces = context.debtor.kind === 'business' ? context.announces : [];
      const { subject, text, html, markdown } = renderMessage(template, { ...context, announces });
      expect(subject).not.toBe('');
      expect(`${subject}${text}${html}`).not.toMatch(/\{\{|\{%|undefined|null|NaN|Invalid Date|\[object/);
      expect(text).not.toMatch(/ [;:!?»]|« |\*\*|\|/);
      expect(markdown).not.toMatch(/\n{3}/);
    },
  );

  test('S2.3 names the amount due, the due date, the number and what was supplied within the first lines', () => {
    const context = aContext({ level: 2, payBy: '2031-03-11' });
    const { subject, text } = renderMessage(template, context);
    const opening = plain(text).split('\n').slice(0, 9).join('\n');
    expect(opening).toContain(context.invoice.number);
    expect(opening).toContain(plain(money(context.balance)));
    expect(opening).toMatch(/17 février 2031|17\/02\/2031/);
    expect(opening).toContain(context.invoice.subject);
    expect(subject).toMatch(/facture/i);
  });

  test('S0.1 prints the personal line right after the greeting', () => {
    const personalLine = 'Merci pour votre accueil à l’atelier, la semaine passée.';
    const [greeting, , line] = renderMessage(template, aContext({ personalLine })).text.split('\n');
    expect([greeting, line]).toEqual(['Bonjour Madame Martin,', personalLine]);
  });

  test.each(['consumer', 'public', 'non-professional'] as const)('asks a %s for nothing but the invoice', (kind) => {
    const context = aContext({ debtor: aDebtor(kind), level: 2, payBy: '2031-03-11', noticeOn: '2031-03-19' });
    const { subject, text } = renderMessage(template, { ...context, announces: [] });
    expect(`${subject}${text}`).not.toMatch(ACCESSORIES);
    expect(`${subject}${text}`).not.toMatch(/mise en demeure|tribunal|justice|juridiction|poursuite|huissier|avocat/i);
    expect(text).not.toMatch(/(?<![\p{L}-])(?:tu|te|ton|ta|tes)(?!\p{L})/iu);
  });

  test('announces nothing that the step doesn’t announce', () => {
    const { subject, text } = renderMessage(template, aContext({ announces: [], level: 2, noticeOn: '2031-03-19' }));
    expect(`${subject}${text}`).not.toMatch(ACCESSORIES);
    expect(`${subject}${text}`).not.toMatch(/mise en demeure|tribunal|justice|juridiction|livrer/i);
  });
});

test('S2.2 every written step of every strategy has a text of its own, every other step the common one', () => {
  const written = loadStrategies().flatMap(({ key, steps }) => steps.filter(isWritten).map((step) => ({ key, step })));
  expect(written.map(({ key, step }) => templateFor(key, step, 'email', FRENCH))).toEqual(
    written.map(({ key, step }) => `${key}/${step.id}`),
  );
  expect(templateFor('progressive', { id: 'reminder-call', level: 2 }, 'email', FRENCH)).toBe('common/reminder');
  expect(templateFor('procedure', { id: 'further-reminder:2', level: 2 }, 'email', FRENCH)).toBe(
    'procedure/further-reminder',
  );
});

const { money, date } = formatsFor('fr');
const FRENCH = { language: 'fr', own: {} } as const;

const isWritten = ({ action }: StrategyStep): boolean =>
  ['email', 'letter', 'preferred', 'other-channel'].includes(action);

test('a part payment lowers the amount in words and figures, and is thanked for', () => {
  const context = aContext({ balance: eur(70050), payments: [{ on: '2031-02-27', amount: eur(50000) }], level: 2 });
  const { text } = renderMessage('progressive/second-reminder', context);
  expect(plain(text)).toContain('il reste 700,50 € à régler sur 1 200,50 €');
  expect(plain(text)).toContain('Nous avons bien reçu 500,00 €');
  expect(plain(text)).toContain('le solde n’est pas réglé');
});

test.each([
  ['fr', '17\u00a0février 2031'],
  ['nl', '17\u00a0februari 2031'],
  ['en', '17\u00a0February 2031'],
] as const)('in an e-mail of %s, no line ends between a day and its month', (language, day) => {
  const { html, text, markdown } = renderMessage('progressive/first-reminder', aContext({ language }));
  expect(html).toContain(day);
  expect(text).toContain(plain(day));
  expect(markdown).toContain(plain(day));
});

test('S1.3 the first reminder recalls what the law provides and claims the invoice only', () => {
  const text = textOf('progressive/first-reminder', { announces: ['consequences'] });
  expect(text).toContain(
    'des pénalités et à une indemnité forfaitaire de 40 € (art. L. 441-10 et D. 441-5 du code de commerce)',
  );
  expect(text).toContain('nous ne vous demandons que le montant de la facture');
  expect(textOf('progressive/first-reminder', { announces: ['consequences'], law: 'BE' })).toContain(
    'art. 5 et 6 de la loi du 2 août 2002',
  );
});

test('S1.4 the second reminder asks for a day, and S1.9 offers an arrangement', () => {
  const text = textOf('progressive/second-reminder', { announces: ['interest-by'], level: 2, payBy: '2031-03-11' });
  expect(text).toContain('au plus tard le mardi 11 mars 2031');
  expect(text).toContain(
    'Si les 1 200,50 € de la facture nous parviennent au plus tard le mardi 11 mars 2031, nous ne vous réclamerons rien de plus',
  );
  expect(text).toContain('un échéancier, une date unique plus tardive ou un autre moyen de paiement');
});

test('S1.6 the third reminder announces the formal notice for its day, and to businesses only', () => {
  const changes: Partial<WordingContext> = {
    announces: ['interest-by', 'notice-next'],
    level: 2,
    payBy: '2031-03-12',
    noticeOn: '2031-03-19',
  };
  expect(textOf('progressive/third-reminder', changes)).toContain('une mise en demeure le mercredi 19 mars 2031');
  expect(textOf('progressive/third-reminder', { ...changes, noticeOn: null })).not.toContain('mise en demeure');
});

test('S0.2 the other channel names the interest that will be charged, with its figures', () => {
  const text = textOf('five-days/other-channel', {
    announces: ['interest'],
    accessories: 'claim',
    level: 2,
    payBy: '2031-03-12',
  });
  expect(text).toContain('Nous vous les facturerons en plus du montant dû');
  expect(text).toContain('au taux de 12,15 % l’an');
  expect(text).toContain('5,99 €, et environ 0,40 € de plus par jour');
});

test('S2.1 further reminders never say the same thing twice', () => {
  const texts = [1, 2, 3].map((repetition) =>
    renderMessage('procedure/further-reminder', aContext({ repetition, level: 2, payBy: '2031-03-12' })),
  );
  expect(new Set(texts.map(({ subject }) => subject)).size).toBe(3);
  const sentences = texts.map(({ markdown }) =>
    markdown.split('\n').filter((line) => line.length > 60 && !line.startsWith('Pièces jointes')),
  );
  for (const [index, lines] of sentences.entries())
    for (const line of lines) expect(sentences.slice(index + 1).flat()).not.toContain(line);
});

test('S4.1 the statement lists all open invoices and asks whether they suit', () => {
  const context = aContext({ today: '2031-02-10', level: 0, openInvoices: twoInvoices });
  const { text } = renderMessage('statement-first/statement', context);
  for (const open of context.openInvoices) {
    expect(text).toContain(open.number);
    expect(text).toContain(money(open.balance));
    expect(text).toMatch(new RegExp(`Référence pour ${open.number}\\s: ${open.reference}`));
  }
  expect(text).toContain('satisfaction');
});

test('S4.2 the e-mail after the call recalls what was agreed, and when', () => {
  const text = textOf('statement-first/email-reminder', {
    level: 2,
    call: aCall({
      on: '2031-02-18',
      promise: { amount: eur(120050), on: '2031-02-24', means: 'transfer', tracking: null },
    }),
  });
  expect(text).toContain('Le mardi 18 février 2031, vous m’aviez annoncé 1 200,50 € pour le lundi 24 février 2031');
});

test('letters open with a title, e-mails may open with a name', () => {
  const contact = { name: 'Claire Martin', greeting: 'Claire Martin', email: null, phone: null };
  expect(renderMessage('common/reminder', aContext({ contact })).text).toMatch(/^Bonjour Claire Martin,/);
  const letter = letterText('reminder-letter', aContext({ contact, channel: 'letter' }), 'procedure/reminder-letter');
  expect(letter.markdown).toMatch(/^Madame, Monsieur,/);
});

const textOf = (template: string, changes: Partial<WordingContext>): string =>
  plain(renderMessage(template, aContext(changes)).text);

const plain = (text: string): string => text.replace(/[^\S\n]/g, ' ');

test('plain text holds the due date as a letter prints it', () => {
  expect(textOf('progressive/first-reminder', {})).toContain(date('2031-02-17'));
});
