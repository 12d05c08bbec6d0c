import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, plain, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// The first two steps of `five-days`, counted by hand on these months of 2031 (Mo = Monday of each week; holidays in brackets):
// April Mo 7 14 21 28 (Mo 14 Easter)   May Mo 5 12 19 26 (Th 1, Th 8, Th 22)
// Due Fr 4 Apr: D+3 = Mo 7 Apr, D+5 = We 9 Apr, the last day.

let world: World;
let byEmail: Followed;
let byPhone: Followed;
let byLetter: Followed;
let unconfirmed: Followed;

beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  const five = async (id: string, debtor: object): Promise<Followed> => {
    const invoice = follow(world, id);
    await invoice.announce({ strategy: 'five-days', debtor: { ...aDebtor, id: `debtor-${id}`, ...debtor } });
    return invoice;
  };
  byEmail = await five('F-EMAIL', {});
  byPhone = await five('F-PHONE', { preferredChannel: 'call' });
  byLetter = await five('F-LETTER', { preferredChannel: 'letter' });
  unconfirmed = await five('F-SILENT', {});
});
afterAll(() => world.stop());

const lineStates = async ({ id }: Followed) =>
  (await world.store.db.draft.findMany({ where: { invoiceId: id, stepKey: 'first-contact' } })).map(
    ({ personalLineState }) => personalLineState,
  );

test('S0.1 on the third day each debtor is approached in the way he prefers, by a person, with one line of his own', async () => {
  await world.at('2031-04-07', 10);
  expect(await byPhone.task('call')).toMatchObject({
    stepKey: 'first-contact',
    details: { contact: { name: 'Mme Martin', phone: '+33145678901' } },
  });
  expect(plain((await byPhone.task('call')).details.script.markdown)).toContain('ni intérêts, ni suite');
  for (const invoice of [byEmail, byLetter]) {
    const draft = await invoice.draft('first-contact');
    expect(draft.personalLine).toContain('Maintenance, février');
    expect(plain(draft.markdown)).toContain(plain(draft.personalLine).split(' : ')[0]!);
    const path = `/v1/invoices/${invoice.id}/steps/first-contact/approval`;
    expect((await world.call('POST', path, { sha256: draft.sha256 })).body.code).toBe('PERSONAL_LINE_REQUIRED');
  }
});

test('S0.1 the line is confirmed or written by a person, and says so on record', async () => {
  await world.at('2031-04-08', 9);
  const draft = await byEmail.draft('first-contact');
  const path = `/v1/invoices/${byEmail.id}/steps/first-contact/approval`;
  ok(
    await world.call('POST', path, {
      sha256: draft.sha256,
      personalLine: { text: 'J’espère que le nouveau four tourne bien.' },
    }),
  );
  ok(await byLetter.approve('first-contact'));
  await byPhone.talk({ outcome: 'no-answer' });
  await world.at('2031-04-08', 10);
  const [message] = await byEmail.sent();
  expect(message).toMatchObject({
    at: '2031-04-08 09:00',
    to: 'martin@dupont.example',
    subject: 'Facture F-EMAIL : une question',
  });
  expect(message!.text).toContain('J’espère que le nouveau four tourne bien.');
  expect(message!.text).not.toContain(draft.personalLine);
  expect(plain(message!.text)).not.toMatch(/intérêt|pénalité|indemnité/);
  expect([await lineStates(byEmail), await lineStates(byLetter)]).toEqual([['written'], ['confirmed']]);
  const [letter] = await byLetter.letters();
  expect(await letterWords(letter!.bytes)).toContain(
    'Je vous écris personnellement au sujet de ce que nous vous avons fourni',
  );
  await byLetter.posted('2031-04-08');
});

test('S0.1 without anybody’s confirmation it leaves on the fifth day, its line marked unconfirmed', async () => {
  await world.at('2031-04-09', 8);
  expect(await unconfirmed.sent()).toEqual([]);
  await byPhone.talk({
    outcome: 'promise',
    on: '2031-04-11',
    amount: { minor: 120_050, currency: 'EUR' },
    means: 'virement',
  });
  await world.at('2031-04-09', 10);
  expect((await unconfirmed.sent()).map(({ at }) => at)).toEqual(['2031-04-09 09:00']);
  expect(await lineStates(unconfirmed)).toEqual(['unconfirmed']);
  const { data } = ok(await world.call('GET', `/v1/invoices/${unconfirmed.id}/timeline`));
  expect(data.find(({ type }: any) => type === 'sent-on-timeout')).toMatchObject({
    on: '2031-04-09',
    stepKey: 'first-contact',
  });
  // Nobody's call is made by the app: on the evening before the last day the deputy is asked.
  expect(
    await world.store.db.task.findFirst({ where: { invoiceId: byPhone.id, stepKey: 'first-contact' } }),
  ).toMatchObject({ escalated: true, status: 'done' });
  expect(
    (await Promise.all([byEmail, byPhone, byLetter, unconfirmed].map((invoice) => invoice.reminders()))).flat(),
  ).toEqual([
    'first-contact email 2031-04-08 120050',
    'first-contact call 2031-04-09 120050',
    'first-contact letter 2031-04-08 120050',
    'first-contact email 2031-04-09 120050',
  ]);
});

test('S0.2 after a written word without answer a person rings, and the written summary names the interest', async () => {
  // The letter of Tu 8 Apr + 7 = Tu 15 Apr.
  await world.at('2031-04-15', 10);
  const task = await byLetter.task('call');
  expect(task.stepKey).toBe('other-channel');
  expect(plain(task.details.script.markdown)).toContain('Nous vous les facturerons');
  await byLetter.talk({ outcome: 'refused', reason: 'attend le paiement d’un client' });
  await world.at('2031-04-15', 11);
  const [summary] = await byLetter.sent();
  expect(summary).toMatchObject({ at: '2031-04-15 10:00', kind: 'call-summary', to: 'martin@dupont.example' });
  expect(plain(summary!.text)).toContain('des pénalités de retard courent de plein droit');
  expect(plain(summary!.text)).toContain('Nous vous les facturerons en plus du montant dû');
  expect(plain(summary!.text)).toContain('attend le paiement d’un client');
});

test('S0.2 after a spoken word without payment the app writes', async () => {
  // Promised for Fr 11 Apr; from Sa 12 a person decides. Call of We 9 Apr + 7 = We 16 Apr.
  await world.at('2031-04-15', 12);
  ok(await byPhone.complete('decide', { decision: 'continue' }));
  await world.at('2031-04-16', 10);
  ok(await byPhone.approve('other-channel'));
  await world.at('2031-04-16', 11);
  const message = (await byPhone.sent()).at(-1)!;
  expect(message).toMatchObject({ at: '2031-04-16 10:00', kind: 'reminder' });
  expect(plain(message.text)).toContain('Nous vous les facturerons en plus du montant dû');
});
