import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, type Followed } from './follow.ts';

// `procedure`, due Fr 4 April 2031: e-mail D+5 = We 9 Apr, call We 9 + 10 = Sa 19, so Mo 21 Apr.

let world: World;
const names = ['silence', 'reply', 'conversation', 'promise', 'dispute', 'request', 'payment'] as const;
type Name = (typeof names)[number];
const cases = {} as Record<Name, Followed>;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  await Promise.all(
    names.map(async (name) => {
      cases[name] = follow(world, name);
      await cases[name].announce({ strategy: 'procedure', debtor: { ...aDebtor, id: `debtor-${name}` } });
    }),
  );
});
afterAll(() => world.stop());

test('S2.1 the procedure goes on until the debtor reacts, in whatever way: then a person answers or decides', async () => {
  await world.at('2031-04-10', 15);
  const said = async (name: Name, body: object): Promise<void> => {
    ok(await cases[name].act('calls', { spokeTo: 'Mme Martin', ...body }));
  };
  ok(
    await cases.reply.act('hold', {
      reason: 'reply',
      until: '2031-04-11',
      note: 'demande un double du bon de livraison',
    }),
  );
  await said('conversation', { outcome: 'forwarded', contact: { name: 'M. Petit' } });
  await said('promise', { outcome: 'promise', on: '2031-04-17', amount: euros(120_050), means: 'virement' });
  await said('dispute', { outcome: 'dispute', reason: 'trois chaises abîmées', amount: euros(30_000) });
  await said('request', { outcome: 'arrangement-wanted', proposal: 'en deux fois' });
  await cases.payment.pay('part', 20_050, '2031-04-10');
  // Tu 22 Apr: the promise's hold ended on Th 17; the holds of dispute and request last ten business days: Mo 14 is Easter, so We 25 … Fr 25 Apr.
  await world.at('2031-04-22', 10);
  expect((await cases.silence.tasks()).map(({ kind }) => kind)).toEqual(['call']);
  for (const name of ['reply', 'conversation', 'payment'] as const)
    expect(await cases[name].tasks(), name).toMatchObject([
      { kind: 'decide', stepKey: 'reminder-call', title: 'answer or decide before reminder-call' },
    ]);
  expect(await cases.promise.tasks()).toMatchObject([{ kind: 'decide', stepKey: null }]);
  for (const name of ['dispute', 'request'] as const) {
    await cases[name].expectStatus('on-hold');
    expect(await cases[name].tasks()).toEqual([]);
  }
  expect((await cases.payment.task('decide')).details.question).toBe('the debtor reacted on 2031-04-10 (payment)');
});

test('S2.1 who has reacted hears nothing more until a person has decided, however long that takes', async () => {
  await world.at('2031-06-16', 10);
  for (const name of names.filter((other) => other !== 'silence')) {
    expect(
      (await cases[name].reminders()).map((line) => line.split(' ')[0]),
      name,
    ).toEqual(['first-reminder']);
    expect(
      (await cases[name].tasks()).map(({ kind }) => kind),
      name,
    ).toEqual(['decide']);
  }
  // Silence is chased: e-mail 9 Apr; the call lapsed on Mo 28 Apr; e-mail Tu 29 Apr, letter drafted Fr 9 May, which waits.
  expect(await cases.silence.reminders()).toEqual([
    'first-reminder email 2031-04-09 120050',
    'second-reminder email 2031-04-29 120050',
  ]);
  expect(await cases.silence.task('approve')).toMatchObject({ stepKey: 'reminder-letter' });
});

test('S2.1 once a person has answered, the procedure goes on with the next step and the amount then owed', async () => {
  ok(await cases.payment.complete('decide', { decision: 'continue', reason: 'reçu remercié par téléphone' }));
  await world.at('2031-06-16', 15);
  expect(await cases.payment.task('call')).toMatchObject({ stepKey: 'reminder-call' });
  expect(ok(await world.call('GET', '/v1/invoices/payment')).balance).toEqual(euros(100_000));
  ok(await cases.conversation.complete('decide', { decision: 'skip', reason: 'appel inutile' }));
  await world.at('2031-06-17', 10);
  expect(await cases.conversation.reminders()).toEqual(['first-reminder email 2031-04-09 120050']);
});
