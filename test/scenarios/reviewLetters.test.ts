import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo } from './follow.ts';
import { letterText } from './letterText.ts';

// 2031: March Mo 17 24 31 · April Mo 7 14 (Easter) 21.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-03-20', 10);
});
afterAll(() => world.stop());

const SOON = { timeout: 10_000, interval: 50 };

test('a letter posted after the day to pay that it prints is drafted anew, never printed again with that day', async () => {
  const story = follow(world, 'L-1');
  const contacts = [{ name: 'Mme Martin', role: 'accounting', phone: '+33145678901' }];
  await story.announce({
    startAt: 'second-reminder',
    issuedOn: '2031-01-20',
    dueOn: '2031-02-28',
    debtor: { ...aDebtor, id: 'leon', contacts },
  });
  await moveTo(world, '2031-03-21', 9); // Fr 21: no e-mail address, a person has until the end of Tu 25
  await story.task('fix-address');
  await moveTo(world, '2031-03-26', 9); // by letter instead
  await story.task('approve');
  ok(await story.approve('second-reminder'));
  await story.task('post-letter');
  expect(await letterText((await story.letters())[0]?.bytes ?? new Uint8Array())).toContain('mercredi 2 avril 2031');

  await moveTo(world, '2031-04-07', 12);
  await story.posted('2031-04-07');
  await vi.waitFor(
    async () => expect(await story.steps()).toMatchObject({ 'second-reminder': 'awaiting-approval' }),
    SOON,
  );
  expect((await story.letters()).map(({ voidedOn }) => voidedOn)).toEqual(['2031-04-07']);
  expect((await story.draft('second-reminder')).markdown).toContain('lundi 14 avril 2031');
});
