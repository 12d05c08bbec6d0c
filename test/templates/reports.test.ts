import { describe, expect, test } from 'vitest';
import { renderActivity } from '../../templates/letters/activity.ts';
import type { AccountWords, ActivityWords } from '../../templates/letters/reports.ts';
import { renderStatement } from '../../templates/letters/statement.ts';
import { letterWords } from '../scenarios/letterWords.ts';
import { aContext, eur } from './aContext.ts';

const { creditor, debtor } = aContext();

const ACCOUNT: AccountWords = {
  language: 'fr',
  on: '2031-03-04',
  creditor,
  debtor,
  contact: { name: 'Mme Martin' },
  invoices: [
    {
      number: 'F-2031-0117',
      issuedOn: '2031-01-17',
      dueOn: '2031-02-17',
      overdue: true,
      subject: 'Tables de terrasse',
      amount: eur(120_050),
      settled: eur(20_050),
      principal: eur(100_000),
      interest: eur(499),
      indemnity: eur(4000),
      total: eur(104_499),
      reference: 'RF18F20310117',
      promisedUntil: '2031-03-11',
      segments: [
        {
          from: '2031-02-18',
          to: '2031-03-04',
          days: 15,
          ratePct: '12.15',
          outstanding: eur(100_000),
          published: { confidence: 'official', source: 'the ECB' },
        },
      ],
      missingFrom: '2031-07-01',
      unofficialRates: [],
    },
  ],
  totals: [
    {
      currency: 'EUR',
      amount: eur(120_050),
      settled: eur(20_050),
      principal: eur(100_000),
      interest: eur(499),
      indemnity: eur(4000),
      total: eur(104_499),
    },
  ],
  payments: [{ on: '2031-02-20', number: 'F-2031-0117', amount: eur(20_050) }],
};

const REPORT: ActivityWords = {
  language: 'fr',
  madeOn: '2031-03-04',
  on: '2031-03-04',
  from: '2031-01-01',
  creditor,
  invoices: [
    {
      number: 'F-2031-0117',
      debtor: debtor.name,
      issuedOn: '2031-01-17',
      dueOn: '2031-02-17',
      subject: 'Tables de terrasse',
      amount: eur(120_050),
      status: 'chasing',
      outcome: null,
      principal: eur(100_000),
      interest: eur(499),
      indemnity: eur(4000),
      total: eur(104_499),
      unofficialRates: [],
      acts: [
        {
          on: '2031-02-18',
          kind: 'reminder',
          channel: 'registered-letter',
          step: 'formal-notice',
          level: 3,
          to: null,
          result: 'posted',
          about: null,
          amount: eur(120_050),
          until: null,
          by: null,
          proof: {
            messageId: null,
            documentId: 'doc_1',
            documentNumber: '2031-0007',
            sha256: 'ab12cd34ef56ab12cd34',
            postedOn: '2031-02-18',
            presentedOn: '2031-02-20',
            trackingNumber: '1A 204',
          },
        },
      ],
    },
  ],
  totals: {
    invoices: 1,
    written: 1,
    spoken: 0,
    inPerson: 0,
    vainCalls: 2,
    sums: [
      { currency: 'EUR', received: eur(20_050), principal: eur(100_000), accessories: eur(4499), total: eur(104_499) },
    ],
  },
};

const DERIVED = { confidence: 'derived', source: 'computed by us' } as const;
const UNSURE = [{ from: '2031-02-18', to: '2031-03-04', ratePct: '12.15', ...DERIVED }];

test.each([
  ['fr', '12,15 % (provisoire)', 'le taux officiellement publié fait foi'],
  ['nl', '12,15% (voorlopig)', 'de officieel bekendgemaakte rentevoet geldt'],
  ['en', '12.15% (provisional)', 'the officially published rate prevails'],
] as const)(
  'in %s a statement marks a rate that nobody official published, and says what that means',
  async (language, ...words) => {
    const [line] = ACCOUNT.invoices;
    const segments = line!.segments.map((segment) => ({ ...segment, published: DERIVED }));
    const unsure = { ...ACCOUNT, language, invoices: [{ ...line!, segments, unofficialRates: UNSURE }] };
    const said = await letterWords(await renderStatement(unsure));
    for (const expected of words) expect(said).toContain(expected);
    expect(await letterWords(await renderStatement({ ...ACCOUNT, language }))).not.toMatch(/provis|voorlopig/i);
  },
);

test.each([
  [
    'fr',
    'Intérêts comptés à un taux non officiel, à vérifier : 12,15 % du 18/02/2031 au 04/03/2031 (source : computed by us).',
  ],
  [
    'nl',
    'Interest berekend tegen een niet-officiële rentevoet, na te gaan: 12,15% van 18/02/2031 tot en met 04/03/2031 (bron: computed by us).',
  ],
  [
    'en',
    'Interest counted at a rate that is not official, to be verified: 12.15% from 18/02/2031 to 04/03/2031 (source: computed by us).',
  ],
] as const)('in %s an activity report names such a rate with its source', async (language, words) => {
  const [invoice] = REPORT.invoices;
  const unsure = { ...REPORT, language, invoices: [{ ...invoice!, unofficialRates: UNSURE }] };
  expect(await letterWords(await renderActivity(unsure))).toContain(words);
  expect(await letterWords(await renderActivity({ ...REPORT, language }))).not.toMatch(/officiel|official/);
});

describe.each([
  [
    'fr',
    ['Relevé de vos factures au 4 mars 2031', '1 044,99', 'Annexe', 'au plus tard le 11 mars 2031', '1er juillet 2031'],
  ],
  [
    'nl',
    ['Overzicht van uw facturen op 4 maart 2031', '1.044,99', 'Bijlage', 'uiterlijk op 11 maart 2031', '1 juli 2031'],
  ],
  ['en', ['Statement of your invoices on 4 March 2031', '1,044.99', 'Annex', 'by 11 March 2031', '1 July 2031']],
] as const)('the statement of account in %s', (language, words) => {
  test('says the sums, the promise, the missing rate and the reference', async () => {
    const said = await letterWords(await renderStatement({ ...ACCOUNT, language }));
    for (const expected of [...words, 'F-2031-0117', 'RF18F20310117', debtor.name]) expect(said).toContain(expected);
    expect(said).not.toMatch(/undefined|null|NaN|Invalid Date/);
  });

  test('without an open invoice says that', async () => {
    const said = await letterWords(
      await renderStatement({ ...ACCOUNT, language, invoices: [], totals: [], payments: [] }),
    );
    expect(said).toMatch(/Aucune facture|geen factuur|No invoice/);
    expect(said).not.toContain('RF18F20310117');
  });
});

describe.each([
  [
    'fr',
    ['Relance, lettre recommandée', 'présentée le 20/02/2031', 'Document 2031-0007', 'ab12cd34ef56', 'suivi 1A 204'],
  ],
  ['nl', ['Aanmaning, aangetekende brief', 'aangeboden op 20/02/2031', 'Document 2031-0007', 'tracking 1A 204']],
  ['en', ['Reminder, registered letter', 'presented on 20/02/2031', 'Document 2031-0007', 'tracking 1A 204']],
] as const)('the activity report in %s', (language, words) => {
  test('says what was done, with its proof, and what is open', async () => {
    const said = await letterWords(await renderActivity({ ...REPORT, language }));
    for (const expected of [...words, 'F-2031-0117', debtor.name]) expect(said).toContain(expected);
    expect(said).not.toMatch(/undefined|null|NaN|Invalid Date/);
  });
});
