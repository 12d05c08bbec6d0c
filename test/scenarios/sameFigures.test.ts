import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// Show 3 of issue 4. `procedure`, 10,000 € due Friday 6 December 2030; 2,500 € paid on 16 December, 1,234.56 € on 17 March;
// ECB 3.00, 2.40 and 2.15 % in three half-years, ten points above: 13.00, 12.40 and 12.15 %.
// 7 to 16 Dec.  10 days on 10,000.00  35.616      18 March to 30 June 105 days on 6,265.44  223.496
// to 31 Dec.    15 days on  7,500.00  40.068      1 to 10 July         10 days on 6,265.44   20.856
// to 17 March   76 days on  7,500.00 193.644      in all on 10 July: 513.68 €; 21 July: 536.62 €; 31 July: 557.48 €

let world: World;
let invoice: Followed;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2030-11-04', 11);
  await entered('2030-07-01', '3');
  await entered('2031-01-01', '2.4');
  invoice = follow(world, 'F-2030-3');
  await invoice.announce({
    strategy: 'procedure',
    issuedOn: '2030-11-04',
    dueOn: '2030-12-06',
    amount: euros(1_000_000),
  });
});
afterAll(() => world.stop());

const entered = async (from: string, ratePct: string): Promise<void> => {
  const rate = { series: 'ECB_MRO', from, ratePct, confidence: 'official', source: 'the page of the ECB' };
  ok(await world.call('PUT', '/v1/rates', { ...rate, why: 'of the story' }), 200);
};

type Statement = {
  readonly on: string;
  readonly dueOn: string;
  readonly amount: { readonly minor: number };
  readonly principal: { readonly minor: number };
  readonly interest: {
    readonly amount: { readonly minor: number };
    readonly perDay: { readonly minor: number };
    readonly segments: readonly {
      readonly from: string;
      readonly to: string;
      readonly days: number;
      readonly ratePct: string;
      readonly outstanding: { readonly minor: number };
    }[];
  };
  readonly indemnity: { readonly minor: number };
  readonly total: { readonly minor: number };
};

const statement = async (on: string): Promise<Statement & Record<string, any>> =>
  ok(await world.call('GET', `/v1/invoices/${invoice.id}/statement?on=${on}`));

/** Principal, interest, indemnity, total in cents. */
const parts = ({ principal, interest, indemnity, total }: Statement): readonly number[] =>
  [principal, interest.amount, indemnity, total].map(({ minor }) => minor);

/** Every amount that a text names, in cents. */
const centsIn = (text: string): ReadonlySet<number> =>
  new Set(
    [
      ...plain(text)
        .replaceAll('capital de 20 000 €', '')
        .matchAll(/(\d[\d ]*)(?:,(\d\d))? €/g),
    ].map(([, whole = '', cents = '00']) => Number(`${whole.replaceAll(' ', '')}${cents}`)),
  );

/** All that a text may name of a statement: its figures, what was settled, what bears interest when. */
const figuresOf = ({ amount, principal, interest, indemnity, total }: Statement): readonly number[] => [
  ...[amount, principal, interest.amount, indemnity, total, interest.perDay].map(({ minor }) => minor),
  amount.minor - principal.minor,
  ...interest.segments.map(({ outstanding }) => outstanding.minor),
];

/** The text names each of `wanted` to the cent, and no amount that the statement lacks. */
const expectFigures = (text: string, stated: Statement, ...wanted: readonly number[]): void => {
  const named = [...centsIn(text)];
  expect(named).toEqual(expect.arrayContaining([...wanted]));
  expect(named.filter((cents) => !figuresOf(stated).includes(cents))).toEqual([]);
};

test('two part payments: the course waits for a person, who goes on in the third half-year', async () => {
  await moveTo(world, '2030-12-11', 10);
  await moveTo(world, '2030-12-16', 11);
  await invoice.pay('first', 250_000, '2030-12-16');
  await moveTo(world, '2030-12-23', 10);
  expect(await invoice.task('decide')).toMatchObject({ stepKey: 'reminder-call' });
  await moveTo(world, '2031-03-17', 11);
  await invoice.pay('second', 123_456, '2031-03-17');
  await moveTo(world, '2031-06-27', 9);
  await entered('2031-07-01', '2.15');
  ok(await invoice.complete('decide', { decision: 'continue' }));
  await invoice.task('call');
  for (const [day, hour] of [
    ['2031-06-27', 11],
    ['2031-06-27', 15],
    ['2031-06-30', 10],
  ] as const) {
    await moveTo(world, day, hour);
    await invoice.talk({ outcome: 'no-answer' });
  }
});

test('the API states three half-years with two part payments, as counted by hand', async () => {
  const stated = await statement('2031-07-10');
  expect(parts(stated)).toEqual([626_544, 51_368, 4_000, 681_912]);
  expect(
    stated.interest.segments.map(({ from, to, days, ratePct, outstanding }) => [
      from,
      to,
      days,
      ratePct,
      outstanding.minor,
    ]),
  ).toEqual([
    ['2030-12-07', '2030-12-16', 10, '13.00', 1_000_000],
    ['2030-12-17', '2030-12-31', 15, '13.00', 750_000],
    ['2031-01-01', '2031-03-17', 76, '12.40', 750_000],
    ['2031-03-18', '2031-06-30', 105, '12.40', 626_544],
    ['2031-07-01', '2031-07-10', 10, '12.15', 626_544],
  ]);
});

test('the calculator says the same at the same figures', async () => {
  for (const on of ['2031-07-10', '2031-07-21', '2031-07-31']) {
    const stated = await statement(on);
    const calculated = ok(
      await world.call('POST', '/v1/late-payment-statements', {
        regime: stated.regime.key,
        principal: stated.amount,
        dueOn: stated.dueOn,
        payments: stated.payments,
        creditNotes: stated.creditNotes,
        imputation: stated.imputation,
        statementOn: stated.on,
      }),
      200,
    );
    const { openPrincipal, interest, fixedIndemnity } = calculated;
    expect([openPrincipal, interest, fixedIndemnity].map(({ minor }) => minor)).toEqual(parts(stated).slice(0, 3));
  }
});

test('the message as stored, byte for byte what leaves, names the same amounts in text and HTML', async () => {
  await moveTo(world, '2031-07-10', 10);
  const message = await world.store.db.message.findFirstOrThrow({
    where: { invoiceId: invoice.id, stepKey: 'second-reminder' },
  });
  const { text = '', html = '', subject = '' } = await PostalMime.parse(message.mime!);
  const stated = await statement('2031-07-10');
  const [principal = 0, interest = 0, indemnity = 0] = parts(stated);
  expect(interest).toBe(51_368);
  expectFigures(text, stated, principal, interest, indemnity);
  expectFigures(html.replaceAll(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' '), stated, principal, interest, indemnity);
  expect([...centsIn(subject)]).toEqual([principal]);
});

test('the reminder letter as stored names the same amounts of its day', async () => {
  // 10 July + 10 is a Sunday.
  await moveTo(world, '2031-07-21', 10);
  ok(await invoice.approve('reminder-letter'));
  await moveTo(world, '2031-07-21', 11);
  await invoice.posted('2031-07-21');
  const letter = (await invoice.letters()).find(({ kind }) => kind === 'reminder-letter');
  const stated = await statement('2031-07-21');
  expect(parts(stated)).toEqual([626_544, 53_662, 4_000, 684_206]);
  expectFigures(await letterWords(letter!.bytes), stated, 626_544, 53_662, 4_000);
});

test('the formal notice as stored asks the total, and reckons it period by period as the API does', async () => {
  for (const n of [1, 2, 3])
    ok(await invoice.act(`steps/further-reminder:${n}/skip`, { reason: 'the letter said it' }));
  await moveTo(world, '2031-07-31', 10);
  ok(await invoice.approve('formal-notice'));
  await moveTo(world, '2031-07-31', 11);
  await invoice.posted('2031-07-31');
  const notice = (await invoice.letters()).find(({ kind }) => kind === 'formal-notice');
  const said = await letterWords(notice!.bytes);
  const stated = await statement('2031-07-31');
  expect(parts(stated)).toEqual([626_544, 55_748, 4_000, 686_292]);
  expectFigures(said, stated, ...parts(stated), 1_000_000, 750_000);
  expect(reckoned(said)).toEqual(
    stated.interest.segments.map(({ from, to, days, ratePct, outstanding }) => [
      from,
      to,
      days,
      ratePct,
      outstanding.minor,
    ]),
  );
});

/** The rows of the letter's reckoning: from, to, days, percent, cents. */
const reckoned = (said: string): readonly unknown[] => {
  const row = /(\d\d)\/(\d\d)\/(\d{4})\n(\d\d)\/(\d\d)\/(\d{4})\n(\d+)\n(\d+),(\d+) %\n([\d ]+),(\d\d) €/g;
  return [...said.matchAll(row)].map(([, d1, m1, y1, d2, m2, y2, days, whole, decimals, eurosPart = '', cents]) => [
    `${y1}-${m1}-${d1}`,
    `${y2}-${m2}-${d2}`,
    Number(days),
    `${whole}.${decimals}`,
    Number(`${eurosPart.replaceAll(' ', '')}${cents}`),
  ]);
};
