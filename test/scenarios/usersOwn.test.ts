import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseStrategy } from '../../templates/strategies/load.ts';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, type Followed } from './follow.ts';

/** The shipped file as a user rewrote it: sooner, weekly, and a letter in the place of the call. */
const rewritten = (): string =>
  readFileSync(new URL('../../templates/strategies/procedure.yaml', import.meta.url), 'utf8')
    .replace('offset: due+5', 'offset: due+3')
    .replaceAll('offset: prev+10', 'offset: prev+7')
    .replace('every 10 days', 'every 7 days')
    .replace('action: call', 'action: letter')
    .replace('approval: task within 3bd, continue after 5bd', 'approval: person within 1bd');

let world: World;
let invoice: Followed;
beforeAll(async () => {
  world = await createWorld({ strategies: [parseStrategy(rewritten(), 'procedure.yaml')] });
  await setUp(world.call, { defaultStrategy: 'procedure' });
  await world.at('2031-03-10', 11);
  invoice = follow(world, 'F-OWN');
  await invoice.announce({ debtor: { ...aDebtor, id: 'own' } });
});
afterAll(() => world.stop());

test('S2.1 delays and intervals are the user’s: three days after the due date, then every seven', async () => {
  // Due Fr 4 April 2031: D+3 = Mo 7 Apr. + 7 = Mo 14, Easter, so Tu 15, posted that day. + 7 = Tu 22 Apr.
  await moveTo(world, '2031-04-15', 10);
  expect((await invoice.sent()).map(({ at }) => at)).toEqual(['2031-04-07 09:00']);
  ok(await invoice.approve('reminder-call'));
  await moveTo(world, '2031-04-15', 15);
  await invoice.posted('2031-04-15');
  await moveTo(world, '2031-04-22', 10);
  expect(await invoice.reminders()).toEqual([
    'first-reminder email 2031-04-07 120050',
    'reminder-call letter 2031-04-15 120050',
    'second-reminder email 2031-04-22 120050',
  ]);
});

test('S2.2 the channel of a step is the user’s: the letter is a document of this invoice, made for the post', async () => {
  expect(await invoice.letters()).toMatchObject([
    { stepKey: 'reminder-call', kind: 'reminder-letter', postedOn: '2031-04-15' },
  ]);
  const { data } = ok(await world.call('GET', '/v1/invoices/F-OWN/documents'));
  const { body, headers } = await world.call('GET', data[0].links.content);
  expect(headers.get('content-type')).toContain('wordprocessingml');
  expect(Buffer.from(body).equals(Buffer.from((await invoice.letters())[0]!.bytes))).toBe(true);
});
