import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../support/story.ts';
import type { World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import {
  ACCESSORIES,
  announced,
  belgianWorld,
  expectAsked,
  expectSevenDaysApart,
  lastLetter,
  lastMail,
  letterEvent,
  NEVER_TO_CONSUMERS,
  stated,
} from './belgianConsumers.ts';
import { moveTo, type Followed } from './follow.ts';

// `statement-first` to a Belgian consumer, whole: the free first reminder takes the courtesy call's place on Mo 31 March, so
// that interest runs from 1 April and may be named from 16 April on (belgianConsumers.ts).

let world: World;
const of = {} as Record<'clause' | 'bare' | 'stops', Followed>;

beforeAll(async () => {
  world = await belgianWorld();
  of.clause = await announced(world, 'clause', 'statement-first', 'clause');
  of.stops = await announced(world, 'stops', 'statement-first', 'clause');
  of.bare = await announced(world, 'bare', 'statement-first', 'no clause');
});
afterAll(() => world.stop());

test('the statement a week before, the free first reminder instead of the call, then silence up to 16 April', async () => {
  await moveTo(world, '2031-03-21', 10);
  for (const story of Object.values(of))
    expect((await story.sent()).map(({ at, kind }) => [at, kind])).toEqual([['2031-03-21 09:00', 'statement']]);
  await moveTo(world, '2031-03-31', 10);
  for (const story of Object.values(of)) {
    expect((await story.sent()).at(-1)).toMatchObject({ at: '2031-03-31 09:00', kind: 'reminder' });
    expect(await story.steps()).toMatchObject({ 'courtesy-call': 'skipped', 'be-first-reminder': 'done' });
  }
  await moveTo(world, '2031-04-15', 23);
  for (const story of Object.values(of)) {
    await expectAsked(story);
    expect((await story.sent()).length).toBe(2);
  }
});

test('We 16 April: an e-mail that leaves by itself to others waits for a person, and prints a day that it binds us to', async () => {
  await moveTo(world, '2031-04-16', 10);
  for (const story of Object.values(of)) {
    await expectAsked(story, 'approve email-reminder');
    expect((await story.sent()).length).toBe(2);
    ok(await story.approve('email-reminder'));
  }
  await moveTo(world, '2031-04-16', 11);
  for (const id of ['clause', 'stops'] as const) {
    const { text } = await lastMail(world, of[id]);
    // 16 days: 5.526. Seven days to pay: We 23.
    expect(amountsIn(text)).toEqual(expect.arrayContaining(['1 200,50 €', '5,53 €', '100,03 €']));
    expect(text).toMatch(/au plus tard le mercredi 23 avril 2031, nous ne vous réclamerons rien de plus/);
    expect(text).not.toMatch(NEVER_TO_CONSUMERS);
  }
  const { text } = await lastMail(world, of.bare);
  expect(amountsIn(text)).toEqual(['1 200,50 €']);
  expect(text).not.toMatch(ACCESSORIES);
});

test('Mo 28 April: the letter, which says when a formal notice follows', async () => {
  // We 16 + 10 is a Saturday.
  await moveTo(world, '2031-04-28', 10);
  for (const story of Object.values(of)) {
    await expectAsked(story, 'approve reminder-letter');
    ok(await story.approve('reminder-letter'));
    await story.posted('2031-04-28');
    const { text } = await lastLetter(story);
    // Eight days to pay: Tu 6 May. Ten days after the letter: Th 8 May.
    expect(text).toContain('mardi 6 mai 2031');
    expect(text).toContain('mise en demeure le jeudi 8 mai 2031');
    expect(text).not.toMatch(NEVER_TO_CONSUMERS);
  }
  // 28 days: 9.670.
  expect(amountsIn((await lastLetter(of.clause)).text)).toEqual(
    expect.arrayContaining(['1 200,50 €', '9,67 €', '100,03 €']),
  );
  expect(amountsIn((await lastLetter(of.bare)).text)).toEqual(['1 200,50 €', '0,00 €']);
});

test('Th 8 May: the notice is drafted; a payment that comes first takes it back, and nothing is posted', async () => {
  await moveTo(world, '2031-05-07', 23);
  for (const story of Object.values(of)) await expectAsked(story);
  await moveTo(world, '2031-05-08', 10);
  for (const story of Object.values(of))
    expect(await story.task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
  await of.stops.pay('stops-1', 120_050, '2031-05-08');
  await of.stops.expectStatus('closed', 'paid');
  await expectAsked(of.stops);
  expect((await of.stops.letters()).map(({ kind }) => kind)).toEqual(['reminder-letter']);
  expect((await of.stops.approve('formal-notice')).status).toBe(409);
});

test('the notice grants fifteen days to their printed date, and asks for what the clause allows or for the principal', async () => {
  for (const id of ['clause', 'bare'] as const) {
    ok(await of[id].approve('formal-notice'));
    await of[id].posted('2031-05-08');
    const letter = await lastLetter(of[id]);
    // Fr 9, Mo 12, Tu 13; fifteen days more are We 28 May.
    expect(letter).toMatchObject({ kind: 'formal-notice', printedDate: '2031-05-28' });
    expect(letter.text).toContain('mercredi 28 mai 2031');
    expect(letter.text).toMatch(/juridiction|tribunal|action en justice/);
    expect(letter.text).not.toMatch(NEVER_TO_CONSUMERS);
    await expectSevenDaysApart(of[id]);
  }
  // 38 days: 13.123.
  expect(amountsIn((await lastLetter(of.clause)).text)).toEqual(
    expect.arrayContaining(['13,12 €', '100,03 €', '1 313,65 €']),
  );
  expect(amountsIn((await lastLetter(of.bare)).text)).toEqual(['1 200,50 €', '0,00 €']);
});

test('presented late, refused: the period ends on the later day; two silent bank days, then the legal file', async () => {
  await moveTo(world, '2031-05-16', 10);
  await letterEvent(world, of.clause, 'presented', '2031-05-12');
  // Refused counts as presented: Fr 16 and fifteen days are Sa 31 May, so Tu 3 June (Mo 2 is Whit Monday).
  await letterEvent(world, of.bare, 'refused', '2031-05-16');
  // Printed We 28 May; bank days Th 29 and Fr 30; the business day after is Tu 3 June.
  await moveTo(world, '2031-06-02', 23);
  for (const id of ['clause', 'bare'] as const) await expectAsked(of[id]);
  await moveTo(world, '2031-06-03', 10);
  expect(await of.clause.task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-06-03' });
  await expectAsked(of.bare);
  // 64 days: 22.102.
  expect(await stated(world, of.clause, '2031-06-03')).toEqual([120_050, 2_210, 10_003, 132_263]);
  // Bank days We 4 and Th 5 June.
  await moveTo(world, '2031-06-06', 10);
  expect(await of.bare.task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-06-06' });
  // From 17 May, the day after the refusal: 21 days, 3.108.
  expect(await stated(world, of.bare, '2031-06-06')).toEqual([120_050, 311, 0, 120_361]);
});

test('filed, the case is a court’s; paid then, it closes', async () => {
  for (const id of ['clause', 'bare'] as const)
    ok(await of[id].complete('legal-file', { decision: 'filed', reason: 'justice de paix d’Ixelles' }));
  const before = await of.clause.sent();
  await of.bare.pay('bare-1', 120_050, '2031-06-06');
  await of.bare.expectStatus('closed', 'paid');
  await moveTo(world, '2031-09-01', 10);
  expect(await of.clause.sent()).toEqual(before);
  expect(await of.clause.reminders()).toEqual([
    'statement email 2031-03-21 120050',
    'be-first-reminder email 2031-03-31 120050',
    'email-reminder email 2031-04-16 120050',
    'reminder-letter letter 2031-04-28 120050',
    'formal-notice registered-letter 2031-05-08 120050',
  ]);
});
