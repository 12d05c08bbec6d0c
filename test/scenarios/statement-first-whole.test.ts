import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

// 2031: January Mo 6 13 20 27 · February Mo 3 10 17 24 · March Mo 3 10 17 24 31 · April Mo 7.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-01-15', 10);
});
afterAll(() => world.stop());

const announced = async (id: string, dueOn: string): Promise<Followed> => {
  const story = follow(world, id);
  await story.announce({
    strategy: 'statement-first',
    issuedOn: '2031-01-15',
    dueOn,
    debtor: { ...aDebtor, id: `debtor-of-${id}` },
  });
  return story;
};

test('S4.2 the courtesy call ends with a new date; when it has passed, an e-mail recalls what was agreed', async () => {
  const story = await announced('F-42', '2031-02-14'); // Fr 14 February
  await moveTo(world, '2031-02-14', 20);
  expect(await story.tasks()).toEqual([]);
  await moveTo(world, '2031-02-17', 10); // Mo 17, the first working day after
  const { stepKey, details } = await story.task('call');
  expect(stepKey).toBe('courtesy-call');
  const script = plain(details.script.markdown);
  expect(script).toMatch(/Quelle nouvelle date vous conviendrait/);
  expect(script).toMatch(
    /avec douceur et une seule fois : « Vous savez qu’un retard peut donner lieu à des pénalités de retard/,
  );
  // A talk ends with a date, a dispute, a proposal or a refusal, not with kind words.
  expect((await story.complete('call', { outcome: 'satisfied' })).status).toBe(422);
  expect((await story.complete('call', { outcome: 'promise', amount: euros(120_050), means: 'virement' })).status).toBe(
    422,
  );
  await story.talk({ outcome: 'promise', on: '2031-02-24', amount: euros(120_050), means: 'virement' });
  expect((await story.sent()).at(-1)).toMatchObject({
    at: '2031-02-17 10:00',
    kind: 'call-summary',
    text: expect.stringMatching(/payez 1 200,50 € par virement, .*lundi 24 février 2031/),
  });
  expect((await story.read()).case.holds).toMatchObject([{ until: '2031-02-24' }]);

  await moveTo(world, '2031-02-24', 18); // Mo 17 + 7: the agreed day itself, nothing is sent
  expect((await story.sent()).length).toBe(2);
  await moveTo(world, '2031-02-25', 10);
  ok(await story.complete('decide', { decision: 'continue' }));
  await moveTo(world, '2031-02-26', 9);
  const reminder = (await story.sent()).at(-1);
  expect(reminder).toMatchObject({
    at: '2031-02-26 09:00',
    to: 'martin@dupont.example',
    subject: 'Facture F-42 : ce dont nous étions convenus',
  });
  expect(reminder?.text).toMatch(
    /Le lundi 17 février 2031, vous m’aviez annoncé 1 200,50 € pour le lundi 24 février 2031/,
  );
  expect(reminder?.text).toMatch(/F-42 \(Maintenance, février\), échue le vendredi 14 février 2031/);
  expect(reminder?.text).toMatch(/au plus tard le mercredi 5 mars 2031/); // seven days after it left
  await story.pay('F-42-p', 120_050, '2031-02-27');
  await story.expectStatus('closed', 'paid');
});

test('statement-first whole, nobody answering: statement, call, e-mail, letter, formal notice, legal file', async () => {
  const story = await announced('F-4', '2031-03-14'); // Fr 14 March
  await moveTo(world, '2031-03-17', 10); // D-7 = Fr 7: the statement; D+1 = Mo 17: the call
  await story.talk({ outcome: 'no-answer' });
  await moveTo(world, '2031-03-17', 15);
  await story.talk({ outcome: 'voicemail' });
  await moveTo(world, '2031-03-18', 10);
  await story.talk({ outcome: 'busy' }); // not reached three times: written instead, on Tu 18
  const instead = (await story.sent()).at(-1);
  expect(instead).toMatchObject({ at: '2031-03-18 10:00', subject: 'Facture F-4 : je souhaitais vous parler' });

  await moveTo(world, '2031-03-25', 9); // Tu 18 + 7
  expect((await story.sent()).at(-1)).toMatchObject({
    at: '2031-03-25 09:00',
    subject: 'Facture F-4 : quel jour le paiement partira-t-il ?',
  });

  await moveTo(world, '2031-04-04', 10); // Tu 25 + 10 = Fr 4 April
  ok(await story.approve('reminder-letter'));
  const [reminder] = await story.letters();
  const text = await letterText(reminder?.bytes ?? new Uint8Array());
  expect(reminder).toMatchObject({ kind: 'reminder-letter', number: null, printedDate: null });
  expect(text).toMatch(/au plus tard le mardi 15 avril 2031/); // Fr 4 + 8 = Sa 12, Mo 14 is Easter Monday
  // The next notice is announced for the day on which it comes: Fr 4 + 10 = Easter Monday, Tu 15 is granted, so We 16 April.
  expect(text).toContain('une mise en demeure le mercredi 16 avril 2031');
  await story.posted('2031-04-04');

  await moveTo(world, '2031-04-15', 20);
  expect(await story.tasks()).toEqual([]);
  await moveTo(world, '2031-04-16', 10);
  ok(await story.approve('formal-notice'));
  const notice = (await story.letters())[1];
  // We 16 + 3 = Mo 21, + 8 = Tu 29 April.
  expect(notice).toMatchObject({ kind: 'formal-notice', number: '2031-0001', printedDate: '2031-04-29' });
  const formal = await letterText(notice?.bytes ?? new Uint8Array());
  expect(formal).toMatch(/MISE EN DEMEURE.*au plus tard le mardi 29 avril 2031, la somme de 1 240,50 €/s);
  for (const before of ['7 mars 2031', '18 mars 2031', '25 mars 2031', '4 avril 2031'])
    expect(formal).toContain(before);
  await story.posted('2031-04-16');

  await moveTo(world, '2031-05-02', 20); // two silent bank days: We 30, Fr 2 May; Th 1 May is closed
  expect(await story.tasks()).toEqual([]);
  await moveTo(world, '2031-05-05', 9);
  expect((await story.task('legal-file')).stepKey).toBe('legal-file');
  expect(await story.reminders()).toEqual([
    'statement email 2031-03-07 120050',
    'courtesy-call email 2031-03-18 120050',
    'email-reminder email 2031-03-25 120050',
    'reminder-letter letter 2031-04-04 120050',
    'formal-notice registered-letter 2031-04-16 120050',
  ]);
  ok(await story.complete('legal-file', { decision: 'handed-over', reason: 'cabinet Martin' }));
  expect((await story.read()).case.status).toBe('handed-over');
});
