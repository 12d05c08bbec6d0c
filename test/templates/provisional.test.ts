import { describe, expect, test } from 'vitest';
import type { RateRow } from '../../domain/interest/rateTable.ts';
import { checkWording } from '../../templates/checks.ts';
import type { WordingContext } from '../../templates/context.ts';
import type { Language } from '../../templates/language.ts';
import { fill, fillPartial } from '../../templates/liquid.ts';
import { unofficialRatesIn } from '../../templates/provisional.ts';
import { checkSource } from '../../templates/texts/checkSource.ts';
import { sampleCases, type SampleCase } from '../../templates/samples/cases.ts';
import { renderScript } from '../../templates/wording.ts';
import { aContext, aStatement } from './aContext.ts';

const plain = (text: string): string => text.replace(/[^\S\n]/g, ' ');

/** A made-up case of the gallery, by its debtor and how sure its rates are. */
const aCase = (
  text: Parameters<typeof sampleCases>[0],
  debtor: string,
  sure: 'official' | 'unofficial',
): SampleCase => {
  const which = sure === 'official' ? 'all known' : 'a rate that nobody official published';
  const found = sampleCases(text).find(({ name }) => name.startsWith(`${debtor},`) && name.endsWith(`, ${which}`));
  if (!found) throw new Error(`expected a case of ${debtor}, ${which}`);
  return found;
};
const said = (name: string, context: WordingContext): string => plain(fill(`${name}.md`, context).markdown);

const REMINDER = {
  fr: 'au taux provisoire de 12,15 % l’an, sous réserve du taux officiellement publié (art. L. 441-10',
  nl: 'tegen een voorlopige rentevoet van 12,15% per jaar, onder voorbehoud van de officieel bekendgemaakte rentevoet (',
  en: 'at a provisional rate of 12.15% a year, subject to the officially published rate (',
} as const;
const NOTICE = {
  fr: [
    '| 12,15 % (provisoire) |',
    'n’a pas été relevé à une source officielle ; le taux officiellement publié fait foi',
  ],
  nl: ['| 12,15% (voorlopig) |', 'niet uit een officiële bron; de officieel bekendgemaakte rentevoet primeert'],
  en: ['| 12.15% (provisional) |', 'not read at an official source; the officially published rate prevails'],
} as const;
const FIRST = {
  fr: '10,50 % l’an (taux provisoire, sous réserve du taux officiellement publié) à compter du',
  nl: '10,50% per jaar (voorlopige rentevoet, onder voorbehoud van de officieel bekendgemaakte) vanaf',
  en: '10.50% a year (a provisional rate, subject to the officially published one) from',
} as const;
const HELD = /provisoire|voorlopig|provisional/i;

describe.each(['fr', 'nl', 'en'] as const)('in %s a rate that nobody official published', (language: Language) => {
  const reminder = { folder: 'messages', language, strategy: 'progressive', step: 'second-reminder' } as const;
  const notice = { folder: 'letters', language, strategy: null, step: 'formal-notice' } as const;
  const free = { folder: 'messages', language, strategy: 'common', step: 'be-first-reminder' } as const;

  test('is said to be provisional where a reminder names it; an official one is not', () => {
    const name = `messages/${language}/progressive/second-reminder`;
    expect(said(name, aCase(reminder, 'French business', 'unofficial').context)).toContain(REMINDER[language]);
    expect(said(name, aCase(reminder, 'French business', 'official').context)).not.toMatch(HELD);
  });

  test('is marked in the reckoning of a formal notice, and what that means is said', () => {
    const name = `letters/${language}/formal-notice`;
    const text = said(name, aCase(notice, 'French business', 'unofficial').context);
    for (const words of NOTICE[language]) expect(text).toContain(words);
    expect(said(name, aCase(notice, 'French business', 'official').context)).not.toMatch(HELD);
  });

  test('is said to be provisional in the free first reminder to a Belgian consumer', () => {
    const name = `messages/${language}/common/be-first-reminder`;
    expect(said(name, aCase(free, 'Belgian consumer with a clause', 'unofficial').context)).toContain(FIRST[language]);
    expect(said(name, aCase(free, 'Belgian consumer with a clause', 'official').context)).not.toMatch(HELD);
  });

  test('isn’t stated without it: an edited text that drops the reserve is refused', () => {
    const { context } = aCase(reminder, 'French business', 'unofficial');
    const { subject, markdown } = fill(`messages/${language}/progressive/second-reminder.md`, context);
    const codes = (text: string): string[] =>
      checkWording({ subject, markdown: text }, context).map(({ code }) => code);
    expect(codes(markdown)).toEqual([]);
    expect(codes(markdown.replaceAll(/provisoire|voorlopige?|provisional/gi, ''))).toEqual(['RATE_UNRESERVED']);
  });
});

test('rates of several half-years say that one of them is provisional, and the reckoning which', () => {
  const segment = aStatement().accrued!.segments[0]!;
  const statement = aStatement({
    accrued: {
      ...aStatement().accrued!,
      segments: [
        { ...segment, ratePct: '12.40', unofficial: false },
        { ...segment, unofficial: true },
      ],
    },
    unofficialRates: [{ from: '2031-03-01', to: '2031-03-04', ratePct: '12.15', confidence: 'derived', source: 'x' }],
  });
  const context = aContext({ announces: ['interest-by'], level: 2, payBy: '2031-03-11', statement });
  expect(said('messages/fr/progressive/second-reminder', context)).toContain(
    'au taux de chaque semestre, en dernier lieu 12,15 % l’an, dont un taux provisoire, sous réserve du taux officiellement publié',
  );
  const reckoned = plain(fillPartial('reckoning', context));
  expect(reckoned).toContain('| 12,40 % |');
  expect(reckoned).toContain('| 12,15 % (provisoire) |');
});

test('a caller is told, and says it with the amount', () => {
  const { markdown } = renderScript('progressive/reminder-call', {
    ...aContext({ announces: ['interest-by'], level: 2, channel: 'call' }),
    statement: aStatement({ unofficialRates: rate('12.15') }),
  });
  expect(plain(markdown)).toContain(
    '5,99 € au 4 mars 2031, et environ 0,40 € de plus par jour. Leur taux est provisoire, sous réserve du taux officiellement publié. La loi y ajoute',
  );
});

const rate = (ratePct: string, confidence: RateRow['confidence'] = 'unofficial') => [
  { from: '2031-02-18', to: '2031-03-04', ratePct, confidence, source: 'a newspaper' },
];

test('a text relies on such a rate where it names it, or an amount that was counted with it', () => {
  const given = { statement: aStatement({ unofficialRates: rate('12.15') }), legalWait: null };
  const relies = (text: string): boolean => unofficialRatesIn(text, given).length > 0;
  expect(relies('au taux de 12,15 % l’an')).toBe(true);
  expect(relies('5,99 € d’intérêts')).toBe(true);
  // 1,200.50 + 5.99 + 40
  expect(relies('en tout 1 246,49 €')).toBe(true);
  expect(relies('la facture de 1 200,50 € et 40,00 €')).toBe(false);
});

test('a creditor’s own text that names the rate must say so, too: it is refused when it is saved', async () => {
  const name = 'messages/fr/progressive/second-reminder';
  const source = (running: string): string =>
    [
      '---',
      'subject: "Facture {{ invoice.number }}, échue le {{ invoice.dueOn | date }}"',
      'purpose: "Rappelle."',
      '---',
      '{% include "greeting" %}',
      '',
      'La facture {{ invoice.number }} du {{ invoice.issuedOn | date }}, échue le {{ invoice.dueOn | date }}, attend {{ balance | money }}.',
      '',
      `{% if announces contains "interest-by" and statement.accrued %}Les intérêts courent ${running}.{% endif %}`,
      '',
      '{% include "payment" %}',
      '',
    ].join('\n');
  const codes = async (running: string): Promise<readonly string[]> => [
    ...new Set((await checkSource(name, source(running))).map(({ code }) => code)),
  ];
  expect(await codes('à {{ statement.accrued.ratePct | percent }}')).toEqual(['RATE_UNRESERVED']);
  expect(await codes('{% include "rate" %}')).toEqual([]);
});
