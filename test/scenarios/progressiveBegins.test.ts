import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { expectSaid } from './expectSaid.ts';
import { follow, plain, type Followed } from './follow.ts';

// The strategy `progressive` from the announcement to the first reminder, counted by hand on these months of 2031 (Mo = Monday of each week; holidays in brackets):
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
  expectSaid(
    said,
    'Bonjour Madame Martin | 2031/0017 | 1 200,50 € | vendredi 4 avril 2031 | Maintenance, février | payable à 30 jours, par virement',
  );
  expect(said).not.toMatch(/retard|pénalité|indemnité|mise en demeure/i);
});

test('S1.2 three days before it a person rings with a script that recalls the terms, and the answers are recorded', async () => {
  await world.at('2031-04-01', 10);
  const { details, stepKey } = await invoice.task('call');
  expect(stepKey).toBe('pre-call');
  expect(details.contact).toMatchObject({ name: 'Mme Martin', phone: '+33145678901' });
  const script = plain(details.script.markdown);
  expectSaid(
    script,
    'payable à 30 jours, par virement | 1 200,50 € | vendredi 4 avril 2031 | L’avez-vous bien reçue | Est-elle approuvée',
  );
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
  expectSaid(
    said,
    'était payable le vendredi 4 avril 2031 | 1 200,50 € | un retard de paiement donne droit, sans rappel, à des pénalités | art. L. 441-10',
  );
  expect(said).toContain('Aujourd’hui, nous ne vous demandons que le montant de la facture.');
  expect(said).not.toMatch(/mise en demeure|tribunal|juridiction/i);
});
