import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { expectSaid } from './expectSaid.ts';
import { follow, plain, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// The strategy `progressive` whole, counted by hand on these months of 2031 (Mo = Monday of each week; holidays in brackets):
// March Mo 3 10 17 24 31 (summer time from Su 30)   April Mo 7 14 21 28 (Mo 14 Easter)
// May   Mo 5 12 19 26 (Th 1, Th 8, Th 22 Ascension) June  Mo 2 9 16 23 30 (Mo 2 Whit Monday)

let world: World;
let invoice: Followed;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-03', 11);
  invoice = follow(world, 'F-2031-17');
  // Due Fr 4 Apr: D-8 = Th 27 Mar, D-3 = Tu 1 Apr, D+1 = Sa 5, so Mo 7 Apr. How it begins in detail: progressiveBegins.test.ts.
  await invoice.announce({ number: '2031/0017' });
  await world.at('2031-04-01', 10);
  await invoice.talk({ outcome: 'satisfied' });
});
afterAll(() => world.stop());

test('S1.4 fifteen days after it a more insistent e-mail is drafted, edited by a person, and leaves as edited', async () => {
  // D+15 = Sa 19, so Mo 21 Apr.
  await world.at('2031-04-21', 10);
  const path = `/v1/invoices/${invoice.id}/steps/second-reminder`;
  const { draft, task, step } = ok(await world.call('GET', path));
  expect(step).toMatchObject({ status: 'awaiting-approval', approval: 'person' });
  expect(task).toMatchObject({ kind: 'approve', status: 'open' });
  // Drafted Mo 21 Apr, to be paid by 21 + 7 = Mo 28 Apr.
  expect(plain(draft.text)).toContain('au plus tard le lundi 28 avril 2031');
  expect(plain(draft.text)).toMatch(/échéancier/);
  expect((await invoice.sent()).map(({ at }) => at.slice(0, 10))).not.toContain('2031-04-21');
  await world.at('2031-04-22', 14);
  const markdown = `${draft.markdown.trim()}\n\nNotre technicien repasse chez vous jeudi.\n`;
  ok(
    await world.call('POST', `${path}/approval`, {
      sha256: draft.sha256,
      edit: { subject: 'Votre facture 2031/0017, Madame Martin', markdown },
    }),
  );
  await world.at('2031-04-22', 15);
  const message = (await invoice.sent()).at(-1)!;
  expect(message).toMatchObject({ at: '2031-04-22 14:00', subject: 'Votre facture 2031/0017, Madame Martin' });
  expect(plain(message.text)).toContain('Notre technicien repasse chez vous jeudi.');
  expect(plain(message.text)).toContain('au plus tard le lundi 28 avril 2031');
});

test('S1.5 the day after the real second reminder a person rings, more directly', async () => {
  // It left on Tu 22 Apr instead of Mo 21: the call moves to We 23.
  await world.at('2031-04-23', 10);
  const { details, stepKey } = await invoice.task('call');
  expect(stepKey).toBe('reminder-call');
  const script = plain(details.script.markdown);
  expectSaid(script, 'que se passe-t-il | 22 avril 2031 | pénalités de retard | que pouvez-vous verser');
  // Nobody answers: two half-days of Wednesday and Thursday morning.
  await invoice.talk({ outcome: 'no-answer' });
  await world.at('2031-04-23', 15);
  await invoice.talk({ outcome: 'voicemail' });
  await world.at('2031-04-24', 10);
  await invoice.talk({ outcome: 'busy' });
  await world.at('2031-04-24', 11);
  const message = (await invoice.sent()).at(-1)!;
  expect(message.at).toBe('2031-04-24 10:00');
  expect(plain(message.text)).toContain('Faute d’avoir pu vous parler, je vous écris.');
});

test('S1.6 thirty days after the due date an approved e-mail keeps the pressure up and announces the formal notice', async () => {
  // D+30 = Su 4, so Mo 5 May.
  await world.at('2031-05-05', 10);
  const draft = await invoice.draft('third-reminder');
  ok(await invoice.approve('third-reminder'));
  await world.at('2031-05-05', 11);
  const message = (await invoice.sent()).at(-1)!;
  expect(message).toMatchObject({ at: '2031-05-05 10:00', subject: plain(draft.subject), text: plain(draft.text) });
  const said = plain(message.text);
  // 5 + 8 = Tu 13 May; the notice is planned for Mo 19 May.
  expectSaid(
    said,
    'mardi 13 mai 2031 | nous vous adresserons une mise en demeure le lundi 19 mai 2031 | 7, 22 et 24 avril 2031',
  );
});

test('S1.7 forty-five days after it the manager approves a formal notice, which is posted with one clear deadline', async () => {
  // D+45 = Mo 19 May. Posted then: + 3 business days = Fr 23 (Th 22 is Ascension), + 8 = Sa 31, so Tu 3 June (Mo 2 is Whit Monday).
  await world.at('2031-05-19', 10);
  expect(await invoice.task('approve')).toMatchObject({ stepKey: 'formal-notice', role: 'manager' });
  ok(await invoice.approve('formal-notice'));
  await world.at('2031-05-19', 11);
  await invoice.posted('2031-05-19');
  const [notice] = await invoice.letters();
  expect(notice).toMatchObject({
    kind: 'formal-notice',
    number: '2031-0001',
    plannedPosting: '2031-05-19',
    postedOn: '2031-05-19',
    printedDate: '2031-06-03',
  });
  const said = await letterWords(notice!.bytes);
  expectSaid(
    said,
    'MISE EN DEMEURE | 2031/0017 | 1 200,50 € | Dupont SA | 2 rue Haute | 69001 Lyon | au plus tard le mardi 3 juin 2031 | juridiction | le 7 avril 2031 | le 5 mai 2031',
  );
});

test('the word is kept: two bank days after the deadline the legal file is asked for, and the course is on record', async () => {
  // Two bank days after Tu 3 June: We 4, Th 5; the business day after: Fr 6 June.
  await world.at('2031-06-05', 23);
  expect(await invoice.tasks()).toEqual([]);
  await world.at('2031-06-06', 10);
  expect(await invoice.task('legal-file')).toMatchObject({ stepKey: 'legal-file', role: 'manager' });
  expect(await invoice.reminders()).toEqual([
    'pre-reminder email 2031-03-27 120050',
    'pre-call call 2031-04-01 120050',
    'first-reminder email 2031-04-07 120050',
    'second-reminder email 2031-04-22 120050',
    'reminder-call email 2031-04-24 120050',
    'third-reminder email 2031-05-05 120050',
    'formal-notice registered-letter 2031-05-19 120050',
  ]);
  ok(await invoice.complete('legal-file', { decision: 'filed', reason: 'injonction de payer déposée' }));
  await invoice.expectStatus('handed-over');
});
