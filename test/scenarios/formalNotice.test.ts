import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaller, type Call } from '../support/call.ts';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// `progressive`, due Fr 4 April 2031. D+30 = Mo 5 May, D+45 = Mo 19 May; Th 22 May is Ascension, Mo 2 June Whit Monday.

let world: World;
let operator: Call;
let punctual: Followed;
let late: Followed;
let answered: Followed;
let small: Followed;
let changed: Followed;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  const { secret } = ok(await world.call('POST', '/v1/api-keys', { name: 'Bureau', scopes: ['operator'] }));
  operator = createCaller(world.url, secret);
  await world.at('2031-05-02', 11);
  const noticed = async (id: string): Promise<Followed> => {
    const invoice = follow(world, id);
    await invoice.announce({ startAt: 'third-reminder', debtor: { ...aDebtor, id: `debtor-${id}` } });
    return invoice;
  };
  [punctual, late, answered, small, changed] = await Promise.all([
    noticed('F-PUNCTUAL'),
    noticed('F-LATE'),
    noticed('F-ANSWERED'),
    noticed('F-SMALL'),
    noticed('F-CHANGED'),
  ] as const);
  await moveTo(world, '2031-05-05');
  for (const invoice of [punctual, late, answered, small, changed]) ok(await invoice.approve('third-reminder'));
  await answered.pay('answered-part', 20_050, '2031-05-05');
  await small.pay('nearly', 115_051, '2031-05-05');
});
afterAll(() => world.stop());

const approval = (id: string): string => `/v1/invoices/${id}/steps/formal-notice/approval`;

test('S1.7 a person decides, and that person is the manager: an operator’s key is refused', async () => {
  await moveTo(world, '2031-05-19', 10);
  const { sha256 } = await punctual.draft('formal-notice');
  const refused = await operator('POST', approval(punctual.id), { sha256 });
  expect([refused.status, refused.body.code]).toEqual([403, 'MANAGER_REQUIRED']);
  expect(await punctual.letters()).toEqual([]);
  ok(await world.call('POST', approval(punctual.id), { sha256 }));
  expect(await punctual.letters()).toMatchObject([{ kind: 'formal-notice', postedOn: null }]);
});

test('S1.7 somebody answered: no formal notice before a person has answered or decided', async () => {
  expect(await answered.tasks()).toMatchObject([{ kind: 'decide', title: 'answer or decide before formal-notice' }]);
  expect((await answered.task('decide')).details.question).toBe('the debtor reacted on 2031-05-05 (payment)');
  ok(await answered.complete('decide', { decision: 'continue', reason: 'remercié, le reste demandé' }));
  expect(await answered.task('approve')).toMatchObject({ stepKey: 'formal-notice' });
  expect((await answered.draft('formal-notice')).markdown).toMatch(/1.000,00/);
});

test('S1.7 the printed deadline is the day by which the legal file waits', async () => {
  ok(await late.approve('formal-notice'));
  await moveTo(world, '2031-05-19', 16);
  await punctual.posted('2031-05-19');
  const [notice] = await punctual.letters();
  // + 3 business days = Fr 23 May, + 8 = Sa 31, so Tu 3 June. Bank days We 4, Th 5; Fr 6 June.
  expect(notice).toMatchObject({ plannedPosting: '2031-05-19', printedDate: '2031-06-03' });
  const said = await letterWords(notice!.bytes);
  expect(said).toContain('au plus tard le mardi 3 juin 2031');
  expect(said).toContain(`n° ${notice!.number}`);
  const row = (await punctual.read()).case.timetable.find(({ key }: any) => key === 'legal-file');
  expect(row).toMatchObject({ on: '2031-06-06', status: 'planned' });
});

test('S1.7 below the minimum nobody is served with a notice, and the course ends in a decision', async () => {
  await moveTo(world, '2031-05-20', 10);
  const { case: chased, balance } = await small.read();
  expect(balance.minor).toBe(4999);
  const rows = chased.timetable.filter(({ level }: any) => level >= 3);
  expect(rows).toMatchObject([
    { key: 'formal-notice', status: 'skipped', reason: expect.stringContaining('below noticeMinimum 5000') },
    { key: 'legal-file', status: 'skipped' },
  ]);
  // Due 4 April 2031: five years between businesses, from which nothing is assumed to interrupt.
  const limitation = { on: '2036-04-04', source: expect.stringContaining('L. 110-4') };
  expect(await small.tasks()).toMatchObject([{ kind: 'decide', details: { endOfCourse: true, limitation } }]);
});

test('S1.7 posted later than planned it is void, and made anew with a later deadline under a new number', async () => {
  const [first] = await late.letters();
  await moveTo(world, '2031-05-21', 16);
  await late.posted('2031-05-21');
  await moveTo(world, '2031-05-21', 17);
  const [void_, anew] = await late.letters();
  expect(void_).toMatchObject({ id: first!.id, voidedOn: '2031-05-21', postedOn: null, printedDate: '2031-06-03' });
  // Th 22 is Ascension, and today's post has left: planned Fr 23 May, + 3 business days (Mo 26, Tu 27, We 28), + 8 = Th 5 June.
  expect(anew).toMatchObject({ plannedPosting: '2031-05-23', printedDate: '2031-06-05', voidedOn: null });
  expect(anew!.number).not.toBe(first!.number);
  expect(await letterWords(anew!.bytes)).toContain('au plus tard le jeudi 5 juin 2031');
  expect(await letterWords(anew!.bytes)).not.toContain('3 juin 2031');
  const refused = await world.call('POST', `/v1/letters/${first!.id}/events`, { kind: 'posted', on: '2031-05-20' });
  expect(refused.body.code).toBe('LETTER_VOID');
  // Carried to the post office all the same: the debtor has two days more.
  await late.posted('2031-05-21');
  expect((await late.reminders()).at(-1)).toBe('formal-notice registered-letter 2031-05-21 120050');
  // Bank days Fr 6, Mo 9 June; the business day after: Tu 10 June.
  expect((await late.read()).case.timetable.at(-1)).toMatchObject({ key: 'legal-file', on: '2031-06-10' });
});

test('S1.7 a part payment between approval and posting voids the letter: the new amount needs the manager again', async () => {
  ok(await changed.approve('formal-notice'));
  await changed.pay('changed-part', 50_050, '2031-05-21');
  await moveTo(world, '2031-05-21', 18);
  expect(await changed.letters()).toMatchObject([{ voidedOn: '2031-05-21', postedOn: null }]);
  expect((await changed.tasks()).map(({ kind }) => kind)).toEqual(['approve']);
  ok(await changed.approve('formal-notice'));
  const letter = (await changed.letters()).at(-1)!;
  expect(await letterWords(letter.bytes)).toContain('la somme de 740,00 €');
});

test('S1.7 approved a week after it was drafted, and edited: the letter carries the edit and the later deadline', async () => {
  const { sha256, markdown } = await answered.draft('formal-notice');
  // Drafted Mo 19 May for Tu 3 June; approved Mo 26 May: + 3 business days = Th 29, + 8 = Fr 6 June.
  expect(plain(markdown)).toContain('mardi 3 juin 2031');
  await moveTo(world, '2031-05-26', 10);
  const edited = `${markdown.trim()}\n\nNotre gérante reste joignable jusqu’au mardi 3 juin 2031 pour en parler.\n`;
  ok(await world.call('POST', approval(answered.id), { sha256, edit: { markdown: edited } }));
  await answered.posted('2031-05-26');
  const [letter] = await answered.letters();
  expect(letter).toMatchObject({ plannedPosting: '2031-05-26', printedDate: '2031-06-06', postedOn: '2031-05-26' });
  const said = await letterWords(letter!.bytes);
  expect(said).toContain('au plus tard le vendredi 6 juin 2031, la somme de 1 040,00 €');
  expect(said).toContain('au plus tard le 6 juin 2031');
  expect(said).toContain('Notre gérante reste joignable');
  expect(said).not.toContain('3 juin 2031');
});

test('S1.7 approved in the afternoon it is printed for the next morning, and posted then it holds', async () => {
  await moveTo(world, '2031-05-26', 11);
  const evening = follow(world, 'F-EVENING');
  await evening.announce({ startAt: 'formal-notice', debtor: { ...aDebtor, id: 'debtor-evening' } });
  await moveTo(world, '2031-05-27', 10);
  // Drafted in the morning of Tu 27: + 3 business days = Fr 30, + 8 = Sa 7 June, so Mo 9. Made at five for We 28: Mo 2 June is Whit Monday …
  expect(plain((await evening.draft('formal-notice')).markdown)).toContain('lundi 9 juin 2031');
  await moveTo(world, '2031-05-27', 17);
  ok(await evening.approve('formal-notice'));
  const [letter] = await evening.letters();
  // … so Th 29, Fr 30, Tu 3 June; + 8 = We 11.
  expect(letter).toMatchObject({ madeOn: '2031-05-27', plannedPosting: '2031-05-28', printedDate: '2031-06-11' });
  expect((await evening.task('post-letter')).details).toMatchObject({ plannedPosting: '2031-05-28' });
  const said = await letterWords(letter!.bytes);
  expect(said).toContain('au plus tard le mercredi 11 juin 2031');
  expect(said).not.toContain('9 juin 2031');
  await moveTo(world, '2031-05-28', 10);
  await evening.posted('2031-05-28');
  expect(await evening.letters()).toMatchObject([{ postedOn: '2031-05-28', voidedOn: null }]);
});

test('S1.7 paid in full after posting: no legal file, whatever the day', async () => {
  await punctual.pay('all', 120_050, '2031-06-05');
  await punctual.expectStatus('closed', 'paid');
  await moveTo(world, '2031-06-09', 12);
  expect(await punctual.tasks()).toEqual([]);
  expect(await late.tasks()).toEqual([]);
  await moveTo(world, '2031-06-10', 12);
  expect(await late.task('legal-file')).toMatchObject({ openedOn: '2031-06-10' });
});
