import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';

/*
 * An association and a consumer under `five-days`, due on Friday 4 April 2031. D+3 = Mo 7 Apr; seven days later is
 * Easter Monday, so the call is on Tu 15. Nothing but the principal may be named to them before a notice.
 */

const IDS = ['association', 'consumer'] as const;
let world: World;
const of = {} as Record<(typeof IDS)[number], Followed>;

beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  for (const [id, kind] of [
    ['association', 'non-professional'],
    ['consumer', 'consumer'],
  ] as const) {
    of[id] = follow(world, id);
    await of[id].announce({ strategy: 'five-days', debtor: { ...aDebtor, id: `debtor-${id}`, kind } });
  }
});
afterAll(() => world.stop());

test('S0.2 who is never reached by telephone is written to, also where there is nothing to announce', async () => {
  await moveTo(world, '2031-04-07', 10);
  for (const id of IDS) ok(await of[id].approve('first-contact'));
  for (const [day, hour] of [
    ['2031-04-15', 10],
    ['2031-04-15', 15],
    ['2031-04-16', 10],
  ] as const) {
    await moveTo(world, day, hour);
    for (const id of IDS) await of[id].talk({ outcome: 'no-answer' });
  }
  await moveTo(world, '2031-04-16', 11);
  // A person releases what a consumer gets from level 2 on.
  expect(await of.consumer.task('approve')).toMatchObject({ stepKey: 'other-channel' });
  ok(await of.consumer.approve('other-channel'));
  await moveTo(world, '2031-04-16', 12);
  for (const id of IDS) {
    const mail = (await of[id].sent()).at(-1)!;
    expect([mail.kind, mail.at.slice(0, 10)], id).toEqual(['reminder', '2031-04-16']);
    expect(amountsIn(mail.text)).toEqual(['1 200,50 €']);
    // Eight days to pay, to Th 24 April.
    expect(plain(mail.text)).toContain('Depuis mon premier contact, le lundi 7 avril 2031');
    expect(plain(mail.text)).toContain('jeudi 24 avril 2031');
    expect(mail.text).not.toMatch(/pénalité|intérêt|indemnité/i);
  }
});
