import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, plain } from './follow.ts';

// 2031: April Mo 7 14 21 28, Easter Monday 14.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-04-09', 10);
});
afterAll(() => world.stop());

/** Due Fr 4 April, rung on Tu 8 before Huitaine knew it; the visit is due three days later. */
const beforeTheVisit = async (id: string, minor: number, debtor: object): Promise<ReturnType<typeof follow>> => {
  const story = follow(world, id);
  await story.announce({
    strategy: 'close-contact',
    startAt: 'visit',
    amount: euros(minor),
    priorReminders: [{ on: '2031-04-08', channel: 'call', level: 2 }],
    debtor: { ...aDebtor, id: `debtor-of-${id}`, ...debtor },
  });
  return story;
};

test('S3.9 a local company is visited above an amount: one task, the announcing call in the morning and the reception after noon', async () => {
  const near = await beforeTheVisit('near', 200_000, { local: true });
  const small = await beforeTheVisit('small', 199_999, { local: true });
  const far = await beforeTheVisit('far', 500_000, {});
  await moveTo(world, '2031-04-11', 9); // Tu 8 + 3 = Fr 11

  const open = await near.tasks();
  expect(open.map(({ kind, stepKey, deadlineOn }) => [kind, stepKey, deadlineOn])).toEqual([
    ['visit', 'visit', '2031-04-17'],
  ]);
  const script = plain(open[0]?.details.script.markdown);
  expect(script).toContain('Adresse : 2 rue Haute, 69001 Lyon');
  expect(script.indexOf('Le matin : vous appelez')).toBeGreaterThan(0);
  expect(script.indexOf('L’après-midi : vous y êtes, à l’heure dite')).toBeGreaterThan(
    script.indexOf('Le matin : vous appelez'),
  );
  expect(script).toContain('Je me présenterai à votre accueil cet après-midi, à … heures, pour recevoir le chèque');

  const reason = async (id: string): Promise<string> =>
    ok(await world.call('GET', `/v1/invoices/${id}`)).case.timetable.find(({ key }: { key: string }) => key === 'visit')
      .reason;
  expect([await reason('small'), await reason('far')]).toEqual([
    'open amount 199999 is below visitMinimum 200000 (minor units)',
    'the debtor is not local',
  ]);

  await moveTo(world, '2031-04-11', 16);
  await near.talk({ outcome: 'refused', spokeTo: 'M. Petit', reason: 'trésorerie bloquée' });
  expect(await near.reminders()).toEqual(['visit visit 2031-04-11 200000']);
  const [summary] = await near.sent();
  expect(summary).toMatchObject({
    at: '2031-04-11 16:00',
    subject: 'Ma visite du vendredi 11 avril 2031 : facture near',
  });
  expect(summary?.text).toMatch(/votre accueil .*avec M\. Petit/);

  // The visit brought no payment: the letter follows, not before D+15 = Sa 19, so Mo 21.
  await moveTo(world, '2031-04-21', 9);
  for (const story of [near, small, far]) expect((await story.task('approve')).stepKey).toBe('neutral-letter');
});

test('S3.9 a visit that brings the money ends the case', async () => {
  const paid = await beforeTheVisit('paid', 300_000, { local: true });
  await moveTo(world, '2031-04-22', 9);
  expect((await paid.task('visit')).stepKey).toBe('visit');
  await paid.pay('cheque', 300_000, '2031-04-22');
  await paid.expectStatus('closed', 'paid');
  expect([await paid.tasks(), await paid.sent()]).toEqual([[], []]);
});
