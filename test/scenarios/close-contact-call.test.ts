import { afterAll, beforeAll, expect, test } from 'vitest';
import { euros, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, plain } from './follow.ts';

// 2031: March Mo 10 17 24 31 · April Mo 7 14 21 28, Good Friday 11 (people work), Easter Monday 14.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-03-10', 10);
  const call = follow(world, 'passed');
  await call.announce({ strategy: 'close-contact', issuedOn: '2031-03-10', dueOn: '2031-04-10' });
  await moveTo(world, '2031-03-13', 14);
  await call.talk({ outcome: 'forwarded', contact: { name: 'M. Petit', email: 'petit@dupont.example' } });
});
afterAll(() => world.stop());

test('S3.5 the day after the due date a polite, insistent call says that interest runs', async () => {
  const call = follow(world, 'passed');
  await moveTo(world, '2031-04-10', 18); // due today
  expect(await call.tasks()).toEqual([]);
  await moveTo(world, '2031-04-11', 9); // Fr 11, D+1
  const { stepKey, details, deadlineOn } = await call.task('call');
  expect([stepKey, deadlineOn]).toEqual(['due-call', '2031-04-15']);
  const script = plain(details.script.markdown);
  expect(script).toContain('payable le jeudi 10 avril 2031. Y a-t-il un problème ?');
  expect(script).toContain('Depuis le lendemain de l’échéance, les pénalités de retard commencent à courir');
  expect(script).toContain('le 13 mars 2031, par téléphone');
});

test('S3.6 the written summary of a call at eight in the evening leaves at once, with all that was agreed', async () => {
  const call = follow(world, 'passed');
  await moveTo(world, '2031-04-11', 20);
  await call.talk({
    outcome: 'promise',
    spokeTo: 'M. Petit',
    on: '2031-04-22',
    amount: euros(120_050),
    means: 'virement',
    reason: 'signataire absent',
    summary: 'Vous préparez le virement dès votre retour.',
  });
  const [, summary, ...more] = await call.sent();
  expect(more).toEqual([]);
  expect(summary).toMatchObject({
    at: '2031-04-11 20:00',
    to: 'martin@dupont.example',
    kind: 'call-summary',
    subject: 'Notre conversation du vendredi 11 avril 2031 : facture passed',
  });
  const text = plain(summary?.text ?? '');
  const told = [
    'vendredi 11 avril 2031, à 20 h',
    'M. Petit',
    'Maintenance, février',
    'jeudi 10 avril 2031',
    'signataire absent',
    'Vous préparez le virement dès votre retour',
  ];
  for (const words of told) expect(text).toContain(words);
  expect(text).toMatch(/payez 1 200,50 € par virement, .* au plus tard le mardi 22 avril 2031/);
  // What the call announced is repeated in writing.
  expect(text).toMatch(/pénalités de retard courent de plein droit/);
  expect((await call.read()).case).toMatchObject({
    status: 'on-hold',
    holds: [{ until: '2031-04-22', thenDo: 'decide' }],
  });
  // The record of the call is its proof: who, when, what.
  const [record] = await world.store.db.call.findMany({ where: { invoiceId: 'passed', stepKey: 'due-call' } });
  expect(record).toMatchObject({
    spokeTo: 'M. Petit',
    outcome: 'promise',
    on: '2031-04-11',
    by: 'Claire',
    answers: { on: '2031-04-22', means: 'virement' },
  });
  expect(record?.summaryMessageId).not.toBeNull();
});
