import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
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
});
afterAll(() => world.stop());

test('an invoice of 3 March, due Friday 4 April, is announced with all its days', async () => {
  const { case: chased, balance } = await invoice.announce({
    number: '2031/0017',
    debtor: {
      ...aDebtor,
      terms: { reference: 'devis signé le 12 février 2031', paymentClause: 'payable à 30 jours, par virement' },
    },
  });
  // D-8 = Th 27 Mar. D-3 = Tu 1 Apr. D+1 = Sa 5, so Mo 7. D+15 = Sa 19, so Mo 21. D+16 = Su 20, so Mo 21 and a day after the last: Tu 22.
  // D+30 = Su 4 May, so Mo 5. D+45 = Mo 19 May. Posted then: + 3 business days = Fr 23 (Th 22 is Ascension), + 8 = Sa 31 May, so Tu 3 June
  // (Mo 2 is Whit Monday); two bank days: We 4, Th 5; the business day after: Fr 6 June.
  expect(chased.timetable.map(({ key, action, on }: any) => [key, action, on])).toEqual([
    ['pre-reminder', 'email', '2031-03-27'],
    ['pre-call', 'call', '2031-04-01'],
    ['first-reminder', 'email', '2031-04-07'],
    ['second-reminder', 'email', '2031-04-21'],
    ['reminder-call', 'call', '2031-04-22'],
    ['third-reminder', 'email', '2031-05-05'],
    ['formal-notice', 'registered-letter', '2031-05-19'],
    ['legal-file', 'legal-file', '2031-06-06'],
  ]);
  expect(balance).toEqual({ minor: 120_050, currency: 'EUR' });
});

test('S1.1 eight days before the due date an e-mail leaves by itself and recalls it', async () => {
  await world.at('2031-03-26', 23);
  expect(await invoice.sent()).toEqual([]);
  await world.at('2031-03-27', 10);
  const [message] = await invoice.sent();
  expect(message).toMatchObject({
    at: '2031-03-27 09:00',
    to: 'martin@dupont.example',
    kind: 'reminder',
    status: 'outbox',
  });
  expect(plain(message!.subject)).toBe('Facture 2031/0017 : échéance le vendredi 4 avril 2031');
  const said = plain(message!.text);
  for (const words of [
    'Bonjour Madame Martin',
    '2031/0017',
    '1 200,50 €',
    'vendredi 4 avril 2031',
    'Maintenance, février',
    'payable à 30 jours, par virement',
  ])
    expect(said).toContain(words);
  expect(said).not.toMatch(/retard|pénalité|indemnité|mise en demeure/i);
});

test('S1.2 three days before it a person rings with a script that recalls the terms, and the answers are recorded', async () => {
  await world.at('2031-04-01', 10);
  const { details, stepKey } = await invoice.task('call');
  expect(stepKey).toBe('pre-call');
  expect(details.contact).toMatchObject({ name: 'Mme Martin', phone: '+33145678901' });
  const script = plain(details.script.markdown);
  for (const words of [
    'payable à 30 jours, par virement',
    '1 200,50 €',
    'vendredi 4 avril 2031',
    'L’avez-vous bien reçue',
    'Est-elle approuvée',
  ])
    expect(script).toContain(words);
  await invoice.talk({
    outcome: 'forwarded',
    contact: { name: 'M. Petit', role: 'buyer', email: 'petit@dupont.example' },
    satisfied: true,
    invoiceReceived: true,
    notes: 'Reçue le 4 mars, approuvée, virement prévu à l’échéance.',
  });
  const [call] = await world.store.db.call.findMany({ where: { invoiceId: invoice.id } });
  expect(call).toMatchObject({
    stepKey: 'pre-call',
    on: '2031-04-01',
    outcome: 'forwarded',
    spokeTo: 'Mme Martin',
    by: 'Claire',
    notes: 'Reçue le 4 mars, approuvée, virement prévu à l’échéance.',
    answers: { satisfied: true, invoiceReceived: true, contact: { name: 'M. Petit' } },
  });
  const { data } = ok(await world.call('GET', `/v1/invoices/${invoice.id}/timeline`));
  expect(data.find(({ type }: any) => type === 'call')).toMatchObject({
    on: '2031-04-01',
    actor: 'Claire',
    data: { outcome: 'forwarded', reached: true },
  });
  expect((await invoice.read()).debtor.contacts.map(({ name }: any) => name)).toEqual(['Mme Martin', 'M. Petit']);
});

test('S1.3 the business day after the due date an e-mail names the delay and its possible consequences', async () => {
  await world.at('2031-04-07', 10);
  const message = (await invoice.sent()).at(-1)!;
  expect(message).toMatchObject({ at: '2031-04-07 09:00', to: 'martin@dupont.example' });
  expect(plain(message.subject)).toBe('Facture 2031/0017, échue le vendredi 4 avril 2031');
  const said = plain(message.text);
  for (const words of [
    'était payable le vendredi 4 avril 2031',
    '1 200,50 €',
    'un retard de paiement donne droit, sans rappel, à des pénalités',
    'art. L. 441-10',
  ])
    expect(said).toContain(words);
  expect(said).toContain('Aujourd’hui, nous ne vous demandons que le montant de la facture.');
  expect(said).not.toMatch(/mise en demeure|tribunal|juridiction/i);
});

test('S1.4 fifteen days after it a more insistent e-mail is drafted, edited by a person, and leaves as edited', async () => {
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
  for (const words of ['que se passe-t-il', '22 avril 2031', 'pénalités de retard', 'que pouvez-vous verser'])
    expect(script).toContain(words);
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
  await world.at('2031-05-05', 10);
  const draft = await invoice.draft('third-reminder');
  ok(await invoice.approve('third-reminder'));
  await world.at('2031-05-05', 11);
  const message = (await invoice.sent()).at(-1)!;
  expect(message).toMatchObject({ at: '2031-05-05 10:00', subject: plain(draft.subject), text: plain(draft.text) });
  const said = plain(message.text);
  // 5 + 8 = Tu 13 May; the notice is planned for Mo 19 May.
  for (const words of [
    'mardi 13 mai 2031',
    'nous vous adresserons une mise en demeure le lundi 19 mai 2031',
    '7, 22 et 24 avril 2031',
  ])
    expect(said).toContain(words);
});

test('S1.7 forty-five days after it the manager approves a formal notice, which is posted with one clear deadline', async () => {
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
  for (const words of [
    'MISE EN DEMEURE',
    '2031/0017',
    '1 200,50 €',
    'Dupont SA',
    '2 rue Haute',
    '69001 Lyon',
    'au plus tard le mardi 3 juin 2031',
    'juridiction',
    'le 7 avril 2031',
    'le 5 mai 2031',
  ])
    expect(said).toContain(words);
});

test('the word is kept: two bank days after the deadline the legal file is asked for, and the course is on record', async () => {
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
