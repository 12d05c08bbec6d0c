import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { expectSaid } from './expectSaid.ts';
import { follow, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// The strategy `five-days` whole, counted by hand on these months of 2031 (Mo = Monday of each week; holidays in brackets):
// April Mo 7 14 21 28 (Mo 14 Easter)   May Mo 5 12 19 26 (Th 1, Th 8, Th 22)

let world: World;
let invoice: Followed;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  invoice = follow(world, 'F-2031-21');
});
afterAll(() => world.stop());

test('announced in March, due Friday 4 April, it has all its days', async () => {
  const { case: chased } = await invoice.announce({ strategy: 'five-days' });
  // D+3 = Mo 7 Apr. + 7 = Mo 14, Easter, so Tu 15. To be paid by + 8 = We 23, so Th 24 Apr. Posted then: + 3 business days = Tu 29,
  // + 8 = We 7 May; two bank days: Th 8 (a holiday, but the banks work), Fr 9; the business day after: Mo 12 May.
  expect(chased.timetable.map(({ key, on, status }: any) => [key, on, status])).toEqual([
    ['first-contact', '2031-04-07', 'planned'],
    ['other-channel', '2031-04-15', 'planned'],
    ['visit', null, 'skipped'],
    ['formal-notice', '2031-04-24', 'planned'],
    ['legal-file', '2031-05-12', 'planned'],
  ]);
});

test('S0.1 a person confirms the personal line on the fourth day, and the first contact leaves', async () => {
  await world.at('2031-04-08', 9);
  ok(await invoice.approve('first-contact'));
  await world.at('2031-04-08', 10);
  const [message] = await invoice.sent();
  expect(message).toMatchObject({ at: '2031-04-08 09:00', subject: 'Facture F-2031-21 : une question' });
  expect(message!.text).not.toMatch(/intérêt|pénalité|indemnité|mise en demeure/);
});

test('S0.2 without answer a person rings a week later; not reached three times, the interest is named in writing', async () => {
  // Tu 8 Apr + 7 = Tu 15: not reached on We morning, We afternoon and Th morning; what was to be said is written at once, Th 17.
  const attempt = async (day: string, hour: number, outcome: string): Promise<void> => {
    await world.at(day, hour);
    await invoice.talk({ outcome });
  };
  await attempt('2031-04-16', 11, 'no-answer');
  await attempt('2031-04-16', 15, 'voicemail');
  await attempt('2031-04-17', 10, 'busy');
  expect((await invoice.sent()).at(-1)).toMatchObject({ at: '2031-04-17 10:00', kind: 'reminder' });
  expect((await invoice.sent()).at(-1)!.text).toContain('Nous vous les facturerons en plus du montant dû');
});

test('five-days whole: the formal notice on its day, the legal file after its deadline, every reminder on record', async () => {
  // To be paid by Th 17 Apr + 8 = Fr 25 Apr: the notice on Mo 28. Posted then, + 3 business days = Fr 2 May (Th 1 is closed),
  // + 8 = Sa 10, so Mo 12 May; two bank days: Tu 13, We 14; the business day after: Th 15 May.
  await world.at('2031-04-25', 10);
  expect(await invoice.tasks()).toEqual([]);
  await world.at('2031-04-28', 10);
  expect(await invoice.task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
  ok(await invoice.approve('formal-notice'));
  await world.at('2031-04-28', 11);
  await invoice.posted('2031-04-28');
  expect(await invoice.letters()).toMatchObject([{ printedDate: '2031-05-12', postedOn: '2031-04-28' }]);
  const [notice] = await invoice.letters();
  const said = await letterWords(notice!.bytes);
  expectSaid(
    said,
    'MISE EN DEMEURE | F-2031-21 | 1 200,50 € | lundi 12 mai 2031 | juridiction | à un professionnel | 8 avril 2031',
  );
  await world.at('2031-05-14', 23);
  expect(await invoice.tasks()).toEqual([]);
  await world.at('2031-05-15', 10);
  expect(await invoice.task('legal-file')).toMatchObject({ stepKey: 'legal-file' });
  expect(await invoice.reminders()).toEqual([
    'first-contact email 2031-04-08 120050',
    'other-channel email 2031-04-17 120050',
    'formal-notice registered-letter 2031-04-28 120050',
  ]);
  expect(await invoice.steps()).toMatchObject({ visit: 'skipped' });
});
