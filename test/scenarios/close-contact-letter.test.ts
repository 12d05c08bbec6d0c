import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo } from './follow.ts';
import { letterText } from './letterText.ts';

// 2031: March Mo 3 10 17 24 31 · April Mo 7 14 21 28, Easter Monday 14 · May Mo 5 12, closed Th 1 and Th 8.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-03-03', 10);
});
afterAll(() => world.stop());

const terms = {
  reference: 'CGV 2030',
  paymentClause: 'Paiement à trente jours de la date de facture.',
  interestClause: 'Tout retard entraîne des pénalités au taux de la BCE majoré de dix points.',
  retentionOfTitle: true,
  acceptedOn: '2030-01-15',
};

/** Due Fr 4 April; too far for a visit; spoken to on Mo 7 (a cheque that never came) and Tu 15 April (a refusal). */
const upToTheLetter = async (id: string) => {
  const story = follow(world, id);
  await story.announce({
    strategy: 'close-contact',
    deliveredOn: '2031-02-28',
    debtor: { ...aDebtor, id: `debtor-${id}`, terms },
  });
  return story;
};

test('S3.10 close-contact whole, to a debtor too far away: a neutral letter whose word is kept', async () => {
  const story = await upToTheLetter('F-310');
  await moveTo(world, '2031-03-06', 10); // Th 6
  await story.talk({ outcome: 'satisfied' });
  await moveTo(world, '2031-04-07', 11); // Mo 7
  await story.talk({ outcome: 'cheque-posted', on: '2031-04-07', summary: 'Le chèque part ce soir.' });
  await moveTo(world, '2031-04-11', 10); // three calendar days after the posting day have passed
  ok(await story.complete('decide', { decision: 'continue' }));
  await moveTo(world, '2031-04-15', 9); // D+4 = Fr 11 at nine was past; Mo 14 is Easter
  expect((await story.task('call')).stepKey).toBe('follow-up-call');
  await moveTo(world, '2031-04-15', 15);
  await story.talk({ outcome: 'no-answer' });
  await moveTo(world, '2031-04-16', 10);
  await story.talk({ outcome: 'voicemail' });
  await moveTo(world, '2031-04-16', 16);
  await story.talk({ outcome: 'busy' });

  // Visit: We 16 + 3 = Sa 19, Mo 21; he isn't local. Letter: D+15 = Sa 19; four days after We 16; Mo 21, once the visit is out of the way.
  await moveTo(world, '2031-04-21', 9);
  expect(await story.steps()).toMatchObject({ 'follow-up-call': 'done', visit: 'skipped' });
  await moveTo(world, '2031-04-22', 9);
  expect((await story.task('approve')).stepKey).toBe('neutral-letter');
  ok(await story.approve('neutral-letter'));
  const [letter, ...others] = await story.letters();
  expect(others).toEqual([]);
  // Posted Tu 22, +3 business days = Fr 25, +8 = Sa 3 May, rolled to Mo 5.
  expect(letter).toMatchObject({
    kind: 'neutral-letter',
    plannedPosting: '2031-04-22',
    printedDate: '2031-05-05',
    number: '2031-0001',
  });

  const text = await letterText(letter?.bytes ?? new Uint8Array());
  expect(text).toContain('au plus tard le lundi 5 mai 2031');
  expect(text).toContain('À défaut de paiement à cette date, nous engagerons une action en justice.');
  expect(text).toMatch(
    /CGV 2030.*acceptées le 15 janvier 2030.*trente jours.*majoré de dix points.*restent notre propriété/s,
  );
  expect(text).toContain('Nos livraisons sont suspendues jusqu’au règlement');
  // Every reminder with its date, and what is enclosed.
  for (const reminder of [
    'le 6 mars 2031, par téléphone',
    'le 7 avril 2031, par téléphone',
    'le 16 avril 2031, par e-mail',
  ])
    expect(text).toContain(reminder);
  expect(text).toMatch(/les copies de nos courriers et les résumés de nos entretiens sont joints/);
  expect(text).toMatch(/Pièces jointes|Enclosures/);
  expect(text).toContain('1 200,50 € restent impayés');

  await moveTo(world, '2031-04-22', 16);
  await story.posted('2031-04-22');
  // The letter said that deliveries stop: asked for on the posting day, not the day after.
  const stop = await story.task('stop-deliveries');
  expect((await world.store.db.task.findUniqueOrThrow({ where: { id: stop.id } })).openedOn).toBe('2031-04-22');
  ok(await story.complete('stop-deliveries', { done: true }));

  // The course waits for the printed day, then two silent bank days (Tu 6, We 7); Th 8 is closed: Fr 9 May.
  await moveTo(world, '2031-05-08', 12);
  expect(await story.tasks()).toEqual([]);
  await moveTo(world, '2031-05-09', 9);
  expect((await story.task('legal-file')).stepKey).toBe('legal-file');

  const undecided = await story.complete('legal-file', { decision: 'not-pursued' });
  expect(undecided.status).toBe(422);
  ok(await story.complete('legal-file', { decision: 'not-pursued', reason: 'client en cours de reprise' }));
  expect((await story.read()).case.timetable.at(-1)).toMatchObject({
    key: 'legal-file',
    status: 'done',
    reason: 'not-pursued: client en cours de reprise',
  });
  // Nothing sleeps silently.
  expect(await story.task('decide')).toMatchObject({ details: { endOfCourse: true } });
  expect(await story.reminders()).toEqual([
    'courtesy-call call 2031-03-06 120050',
    'due-call call 2031-04-07 120050',
    'follow-up-call email 2031-04-16 120050',
    'neutral-letter registered-letter 2031-04-22 120050',
  ]);
});
