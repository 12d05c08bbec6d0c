import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import type { WordingContext } from '../../templates/context.ts';
import { letterText, renderLetter, renderLetterFrom } from '../../templates/letters/letter.ts';
import { aContext, aDebtor, aStatement, eur, twoInvoices } from './aContext.ts';
import { everyContext } from './everyContext.ts';

const NOTICE: Partial<WordingContext> = {
  today: '2031-04-02',
  level: 3,
  stepId: 'formal-notice',
  channel: 'registered-letter',
  notice: { number: '2031-0007', plannedPosting: '2031-04-04', deadline: '2031-04-17', grantedDays: 8 },
};

/** A consumer's statement before the notice is presented. */
const NOTHING_YET = aStatement({
  interest: eur(0),
  indemnity: eur(0),
  accessories: eur(0),
  total: eur(120050),
  accrued: null,
  regime: 'FR_LEGAL_OTHER',
});

describe('S1.7 the formal notice', () => {
  const context = aContext({ ...NOTICE, announces: ['formal-notice', 'court', 'interest'] });

  test('holds number, amount, deadline, recipient, earlier reminders, how to pay, and who signs', async () => {
    const said = await wordsOf(await renderLetter('formal-notice', context));
    for (const words of [
      'MISE EN DEMEURE',
      'F-2031-0117',
      '1 200,50 €',
      'jeudi 17 avril 2031',
      'Dupont SA',
      '2 rue Haute',
      '69001 Lyon',
      'Lettre recommandée avec avis de réception',
      'Lyon, le 4 avril 2031',
      'n° 2031-0007',
      'le 18 février 2031, par e-mail',
      'le 25 février 2031, par téléphone',
      'FR14 2004 1010 0505 0001 3M02 606',
      'SARL · capital de 20 000 € · RCS Lyon 732 829 320',
      'article 1344 du code civil',
      'nous engagerons une procédure devant la juridiction compétente, sans nouveau rappel',
      'Claire Morel',
      'gérante',
      '2.Notre e-mail du 18 février 2031',
    ])
      expect(said).toContain(words);
  });

  test('asks for one sum, with its parts and how the interest was counted', async () => {
    const said = await wordsOf(await renderLetter('formal-notice', context));
    for (const words of [
      'la somme de 1 258,08 €',
      '17,58 €',
      '40,00 €',
      'Décompte au 2 avril 2031',
      '12,15 %',
      '18/02/2031',
    ])
      expect(said).toContain(words);
  });

  test('asks for the principal alone where it doesn’t announce interest', () => {
    const { markdown } = letterText('formal-notice', { ...context, announces: ['formal-notice', 'court'] });
    expect(plain(markdown)).toContain('la somme de **1 200,50 €**');
    expect(markdown).not.toMatch(/pénalité|indemnité|Décompte/i);
  });

  test('its deadline is bold', async () => {
    const xml = plain(await documentOf(await renderLetter('formal-notice', context)));
    expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*jeudi 17 avril 2031/s);
  });

  test.each([
    [
      ['formal-notice', 'court', 'professional'],
      /saisirons la juridiction compétente ou confierons le recouvrement à un professionnel/,
    ],
    [['formal-notice', 'professional'], /confierons le recouvrement de cette somme à un professionnel/],
    [['formal-notice'], /ferons valoir nos droits/],
  ] as const)('says what follows as announced: %s', (announces, expected) => {
    const { markdown } = letterText('formal-notice', { ...context, announces });
    expect(markdown).toMatch(expected);
    expect(/juridiction|tribunal/.test(markdown)).toBe((announces as readonly string[]).includes('court'));
  });

  test('asks a consumer for the principal only, and a public body without a court', () => {
    const consumer = plain(
      letterText('formal-notice', { ...context, debtor: aDebtor('consumer'), statement: NOTHING_YET }).markdown,
    );
    expect(consumer).toContain('nous vous demandons de nous payer **1 200,50 €**');
    expect(consumer).toContain('Nous n’y ajoutons pas de frais.');
    expect(consumer).toContain('au taux légal à compter de la présentation de cette lettre');
    expect(consumer).not.toMatch(/pénalité|indemnité|%/);
    expect(consumer).toContain('nous chercherons une solution');
    const town = letterText('formal-notice', {
      ...context,
      debtor: aDebtor('public'),
      announces: ['formal-notice', 'interest'],
      statement: aStatement({ regime: 'FR_B2G_FROZEN' }),
    });
    expect(town.subject).toContain('RÉCLAMATION');
    expect(town.markdown).toContain('Intérêts moratoires');
    expect(town.markdown).not.toMatch(/pénalité|juridiction|tribunal|menace/);
  });

  test('follows Belgian law where it governs', async () => {
    const belgian = aContext({
      ...NOTICE,
      announces: ['formal-notice', 'court', 'interest'],
      law: 'BE',
      statement: aStatement({ regime: 'BE_B2B' }),
      creditor: { ...aContext().creditor, country: 'BE' },
    });
    const said = await wordsOf(await renderLetter('formal-notice', belgian));
    expect(said).toContain('article 5.231 du Code civil');
    expect(said).toContain('art. 5 de la loi du 2 août 2002');
    expect(said).toContain('art. 6 de la loi du 2 août 2002');
    expect(said).toContain('Envoi recommandé avec accusé de réception');
    expect(said).toContain('FRANCE');
  });
});

describe('S3.10 the neutral letter', () => {
  const context = aContext({
    ...NOTICE,
    stepId: 'neutral-letter',
    accessories: 'claim',
    announces: ['stop-deliveries', 'court', 'formal-notice', 'interest'],
  });

  test('lists every reminder, refers to the terms, stops deliveries, grants a day, and keeps to facts', async () => {
    const said = await wordsOf(await renderLetter('neutral-letter', context));
    for (const words of [
      'Permettez-nous de rassembler ici les faits.',
      'le 18 février 2031, par e-mail',
      '(pièce n° 3)',
      'Conditions générales de vente, édition 2030, article 6',
      'que vous avez acceptées le 5 novembre 2030',
      'restent notre propriété',
      'Nos livraisons sont suspendues jusqu’au règlement.',
      'jeudi 17 avril 2031',
      'nous engagerons une action en justice',
      'la présente vaut mise en demeure',
    ])
      expect(said).toContain(words);
  });

  test('doesn’t stop deliveries where that isn’t announced', () => {
    expect(letterText('neutral-letter', { ...context, announces: ['court', 'formal-notice'] }).markdown).not.toMatch(
      /livrer|pénalités/,
    );
  });

  test('calls nothing an enclosure that isn’t enclosed', () => {
    const { markdown } = letterText('neutral-letter', { ...context, enclosures: [] });
    expect(markdown).not.toMatch(/pièce|sont joints/);
  });
});

describe('the reminder letter', () => {
  test.each([
    'procedure/reminder-letter',
    'statement-first/reminder-letter',
    'five-days/first-contact',
    'statement-first/statement',
    'common/reminder',
  ])('%s becomes a letter whose body is the draft’s text', async (template) => {
    const context = aContext({
      channel: 'letter',
      level: 2,
      balance: eur(70050),
      openInvoices: twoInvoices.map((open) => ({ ...open, balance: eur(70050) })),
      payments: [{ on: '2031-02-27', amount: eur(50000) }],
    });
    const draft = letterText('reminder-letter', context, template);
    const said = await wordsOf(await renderLetterFrom('reminder-letter', draft, context));
    const [salutation, , firstParagraph = ''] = draft.markdown.split('\n');
    expect(said).toContain(salutation);
    expect(said).toContain(plain(firstParagraph.replaceAll('**', '')));
    expect(said).toContain('700,50 €');
    expect(said).not.toContain('Lettre recommandée');
  });

  test('an edited text is what is posted', async () => {
    const text = {
      subject: 'Facture F-2031-0117',
      markdown:
        'Madame,\n\nLa facture F-2031-0117, 1 200,50 €, échue le 17/02/2031, reste à payer.\n\n- un point\n- **un autre**\n\nSalutations.',
    };
    const said = await wordsOf(await renderLetterFrom('reminder-letter', text, aContext({ channel: 'letter' })));
    expect(said).toContain('reste à payer.');
    expect(said).toContain('un autre');
  });
});

test.each(everyContext({ ...NOTICE, announces: ['formal-notice', 'court', 'interest'] }))(
  'both formal letters render for: %s',
  async (_, context) => {
    for (const kind of ['formal-notice', 'neutral-letter'] as const) {
      const { subject, markdown } = letterText(kind, context);
      expect(`${subject}${markdown}`).not.toMatch(/\{\{|undefined|null|NaN| [;:!?]/);
      expect(markdown).toMatch(/mise en demeure/i);
    }
  },
);

const documentOf = async (docx: Uint8Array): Promise<string> => {
  const zip = await JSZip.loadAsync(docx);
  return (await zip.file('word/document.xml')?.async('string')) ?? '';
};

/** The words of the document, one line a paragraph. */
const wordsOf = async (docx: Uint8Array): Promise<string> =>
  plain(
    (await documentOf(docx))
      .replaceAll('</w:p>', '\n')
      .replace(/<[^>]+>/g, '')
      .replaceAll('&amp;', '&'),
  ).replaceAll('\u2011', '-');

const plain = (text: string): string => text.replace(/[^\S\n]/g, ' ');
