import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../support/story.ts';
import type { World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import {
  announced,
  belgianWorld,
  expectAsked,
  expectSevenDaysApart,
  lastLetter,
  letterEvent,
  NEVER_TO_CONSUMERS,
  stated,
} from './belgianConsumers.ts';
import { moveTo, plain, type Followed } from './follow.ts';

/* `close-contact` to a consumer whose contract allows interest and an indemnity (figures: belgianConsumers.ts). */

let world: World;
let story: Followed;

beforeAll(async () => {
  world = await belgianWorld();
  story = await announced(world, 'close-contact', 'close-contact', 'clause');
});
afterAll(() => world.stop());

test('Mo 31 March: the free first reminder comes in the place of the call, then silence until We 16 April', async () => {
  await moveTo(world, '2031-03-31', 10);
  expect(await story.reminders()).toEqual(['be-first-reminder email 2031-03-31 120050']);
  expect((await story.read()).case.claimableFrom).toBe('2031-04-16');
  await moveTo(world, '2031-04-15', 23);
  await expectAsked(story);
  expect((await story.sent()).length).toBe(1);
});

test('We 16 April: the call names what the clause allows, and its summary puts it in writing', async () => {
  await moveTo(world, '2031-04-16', 10);
  await expectAsked(story, 'call follow-up-call');
  const script = plain((await story.task('call')).details.script.markdown);
  // 16 days: 5.526.
  expect(amountsIn(script)).toEqual(expect.arrayContaining(['1 200,50 €', '5,53 €', '100,03 €']));
  expect(script).not.toMatch(NEVER_TO_CONSUMERS);
  await story.talk({ outcome: 'refused', spokeTo: 'Mme Peeters', reason: 'ne veut pas payer' });
  await moveTo(world, '2031-04-16', 11);
  const summary = (await story.sent()).at(-1)!;
  expect(summary.kind).toBe('call-summary');
  expect(amountsIn(summary.text)).toEqual(expect.arrayContaining(['1 200,50 €', '5,53 €', '100,03 €']));
});

test('We 23 April: seven days later the neutral letter, which grants fifteen and asks for what the clause allows', async () => {
  await moveTo(world, '2031-04-22', 23);
  await expectAsked(story);
  await moveTo(world, '2031-04-23', 10);
  await expectAsked(story, 'approve neutral-letter');
  ok(await story.approve('neutral-letter'));
  await story.posted('2031-04-23');
  const letter = await lastLetter(story);
  // Th 24, Fr 25, Mo 28; fifteen days more are Tu 13 May.
  expect(letter).toMatchObject({ kind: 'neutral-letter', printedDate: '2031-05-13' });
  // 23 days: 7.943.
  expect(amountsIn(letter.text)).toEqual(expect.arrayContaining(['1 200,50 €', '7,94 €', '100,03 €', '1 308,47 €']));
  expect(letter.text).not.toMatch(NEVER_TO_CONSUMERS);
  await expectSevenDaysApart(story);
});

test('Fr 16 May: two silent bank days after the printed day the legal file, and a payment of the whole ends it', async () => {
  await moveTo(world, '2031-04-28', 16);
  await letterEvent(world, story, 'presented', '2031-04-28');
  await moveTo(world, '2031-05-15', 23);
  await expectAsked(story);
  await moveTo(world, '2031-05-16', 10);
  expect(await story.task('legal-file')).toMatchObject({ role: 'manager', openedOn: '2031-05-16' });
  // 46 days: 15.886.
  expect(await stated(world, story, '2031-05-16')).toEqual([120_050, 1_589, 10_003, 131_642]);
  await story.pay('close-contact-1', 131_642, '2031-05-16');
  await story.expectStatus('closed', 'paid');
  await expectAsked(story);
  expect(await story.reminders()).toEqual([
    'be-first-reminder email 2031-03-31 120050',
    'follow-up-call call 2031-04-16 120050',
    'neutral-letter registered-letter 2031-04-23 120050',
  ]);
});
