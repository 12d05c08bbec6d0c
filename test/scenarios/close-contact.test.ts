import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, anInvoice, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, moveTo, plain } from './follow.ts';

// 2031: March Mo 3 10 17 24 31 · April Mo 7 14 21 28, Good Friday 11 (people work), Easter Monday 14 · Summer time from Su 30 March.
let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await moveTo(world, '2031-03-03', 10);
});
afterAll(() => world.stop());

const debtor = (id: string, given: object = {}): object => ({ ...aDebtor, id, ...given });

test('S3.3 an invoice without a due date is refused, says what was expected, and stays out', async () => {
  const { dueOn: _, ...undated } = anInvoice({ id: 'F-33', strategy: 'close-contact' });
  const refused = await world.call('POST', '/v1/invoices', undated);
  expect(refused.status).toBe(422);
  expect(refused.headers.get('content-type')).toContain('application/problem+json');
  expect(refused.body.errors).toEqual([
    expect.objectContaining({ pointer: '/dueOn', detail: expect.stringMatching(/expected .*YYYY-MM-DD/) }),
  ]);

  const early = await world.call('POST', '/v1/invoices', { ...undated, dueOn: '2031-03-02' });
  expect([early.status, early.body.errors[0].pointer, early.body.errors[0].detail]).toEqual([
    422,
    '/dueOn',
    'expected a day from issuedOn (2031-03-03) on, got 2031-03-02',
  ]);
  expect((await world.call('GET', '/v1/invoices/F-33')).status).toBe(404);
  expect(await world.store.db.invoice.count()).toBe(0);
});

test('S3.4 the third day after posting brings a courtesy call, above an amount, and to no consumer', async () => {
  const [large, small, home, late] = ['F-34', 'F-34-small', 'F-34-home', 'F-34-late'].map((id) =>
    follow(world, id),
  ) as [any, any, any, any];
  await large.announce({ strategy: 'close-contact', amount: euros(100_000) });
  await small.announce({ strategy: 'close-contact', amount: euros(99_999), debtor: debtor('petit') });
  await home.announce({ strategy: 'close-contact', debtor: debtor('foyer', { kind: 'consumer' }) });
  // Posted on We 5, two days after its date: the third day is Sa 8, so Mo 10.
  await late.announce({ strategy: 'close-contact', postedOn: '2031-03-05', debtor: debtor('tard') });

  await moveTo(world, '2031-03-06', 8); // Th 6
  expect(await large.tasks()).toEqual([]);
  await moveTo(world, '2031-03-06', 9);
  const { details, kind, stepKey } = await large.task('call');
  expect([kind, stepKey, details.contact.name, details.contact.phone]).toEqual([
    'call',
    'courtesy-call',
    'Mme Martin',
    '+33145678901',
  ]);
  const script = plain(details.script.markdown);
  expect(script).toContain('En êtes-vous satisfaits ?');
  expect(script.indexOf('satisfaits')).toBeLessThan(script.indexOf('bien parvenue'));
  // Nothing is due yet: not a word about paying late.
  expect(script).not.toMatch(/pénalité|intérêt|indemnité|mise en demeure/i);

  expect(await small.steps()).toMatchObject({ 'courtesy-call': 'skipped', 'due-call': 'planned' });
  expect(await home.steps()).toMatchObject({ 'courtesy-call': 'skipped', 'due-call': 'planned' });
  const reasonOf = async (id: string): Promise<string> =>
    ok(await world.call('GET', `/v1/invoices/${id}`)).case.timetable[0].reason;
  expect(await reasonOf('F-34-small')).toBe('open amount 99999 is below courtesyMinimum 100000 (minor units)');
  expect(await reasonOf('F-34-home')).toMatch(/consumer/);

  expect(await late.tasks()).toEqual([]);
  await moveTo(world, '2031-03-10', 9); // Mo 10
  expect(await late.task('call')).toMatchObject({ stepKey: 'courtesy-call' });
});

test('S3.4 each answer leads somewhere: the invoice again, a contact, a hold and a task', async () => {
  await moveTo(world, '2031-03-10', 10);
  const [unhappy, missing, passed, glad] = ['unhappy', 'missing', 'passed', 'glad'].map((id) => follow(world, id)) as [
    any,
    any,
    any,
    any,
  ];
  for (const one of [unhappy, missing, passed, glad])
    await one.announce({
      strategy: 'close-contact',
      issuedOn: '2031-03-10',
      dueOn: '2031-04-10',
      debtor: debtor(`debtor-${one.id}`),
    });
  await moveTo(world, '2031-03-13', 14); // Th 13
  await unhappy.talk({ outcome: 'not-satisfied', reason: 'la pompe fuit' });
  await missing.talk({ outcome: 'invoice-not-received', address: 'factures@dupont.example' });
  await passed.talk({ outcome: 'forwarded', contact: { name: 'M. Petit', email: 'petit@dupont.example' } });
  await glad.talk({ outcome: 'satisfied' });

  // Not satisfied: ten business days for an answer (Th 27), then a person decides; the course stands still.
  expect((await unhappy.read()).case).toMatchObject({
    status: 'on-hold',
    holds: [{ kind: 'manual', until: '2031-03-27', note: 'not-satisfied: la pompe fuit' }],
  });
  expect(
    (await unhappy.sent()).map(({ kind, text }: any) => [kind, /la pompe fuit/i.test(text), /pénalité/.test(text)]),
  ).toEqual([['call-summary', true, false]]);

  // Not received: sent again at once, to the address given, three business days (Tu 18) to arrive; the due date stays.
  const again = (await missing.sent()).find(({ kind }: any) => kind === 'invoice-copy');
  expect(again).toMatchObject({
    at: '2031-03-13 14:00',
    to: 'factures@dupont.example',
    subject: 'Votre facture missing du 10 mars 2031',
  });
  expect(plain(again.text)).toMatch(/1 200,50 €[\s\S]*Son échéance reste le jeudi 10 avril 2031/);
  expect((await missing.read()).case.holds).toMatchObject([{ until: '2031-03-18', thenDo: 'resume' }]);

  // Passed on: the new contact is on record, the course goes on.
  expect((await passed.read()).debtor.contacts.map(({ name, email }: any) => [name, email])).toEqual([
    ['Mme Martin', 'martin@dupont.example'],
    ['M. Petit', 'petit@dupont.example'],
  ]);
  expect((await passed.read()).case).toMatchObject({ status: 'chasing', holds: [], nextStep: 'due-call' });
  expect((await glad.read()).case).toMatchObject({ status: 'chasing', nextStep: 'due-call' });

  await moveTo(world, '2031-03-19', 9);
  expect((await missing.read()).case).toMatchObject({ status: 'chasing', nextStep: 'due-call' });
  await moveTo(world, '2031-03-28', 9);
  expect(await unhappy.task('decide')).toMatchObject({ details: { question: 'not-satisfied: la pompe fuit' } });
});
