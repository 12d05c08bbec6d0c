import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow, moveTo, type Followed } from '../scenarios/follow.ts';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { INSTALLATION_KEY } from '../support/world.ts';
import { aDesk, type Desk } from './aDesk.ts';
import { aVisitor, type Visitor } from './visitor.ts';

// 10,000 € due Friday 21 March 2031 at 12.40 %, a rate that nobody official published: 3.397 € a day from 22 March.

let desk: Desk;
let french: Visitor;
let english: Visitor;
let claimed: Followed;
let promised: Followed;

beforeAll(async () => {
  desk = await aDesk();
  const { world } = desk;
  await world.at('2031-03-03', 7);
  await setUp(world.call);
  const rate = { series: 'ECB_MRO', from: '2031-01-01', ratePct: '2.4', confidence: 'unofficial' };
  ok(await world.call('PUT', '/v1/rates', { ...rate, source: 'a newspaper', why: 'of the test' }), 200);
  const announced = async (id: string, strategy: string, startAt: string): Promise<Followed> => {
    const invoice = follow(world, id);
    await invoice.announce({
      strategy,
      startAt,
      dueOn: '2031-03-21',
      amount: euros(1_000_000),
      debtor: { ...aDebtor, id: `debtor-of-${id}` },
    });
    return invoice;
  };
  claimed = await announced('F-CLAIMED', 'five-days', 'formal-notice');
  promised = await announced('F-PROMISED', 'progressive', 'second-reminder');
  french = aVisitor(desk.url);
  await french.signIn(INSTALLATION_KEY);
  english = aVisitor(desk.url, 'en');
  await english.signIn(INSTALLATION_KEY);
});
afterAll(() => desk.stop());

const pageOf = async (visitor: Visitor, { id }: Followed): Promise<string> =>
  (await visitor.get(`/invoices/${id}`)).text;

test('an invoice shows what is owed: principal, interest by period with its rate flagged, indemnity, total, and the law', async () => {
  // D+15 is Saturday 5 April: Monday the 7th, to be paid by the 14th, which is Easter Monday, so Tu 15. 17 days: 57.753.
  await moveTo(desk.world, '2031-04-07', 10);
  ok(await promised.approve('second-reminder'));
  await moveTo(desk.world, '2031-04-07', 11);
  expect(await pageOf(french, promised)).toContain(
    'Ce qui est dû le 7 avril 2031 Principal 10 000,00 € Intérêts de retard 57,75 € 22 mars 2031 – 7 avr. 2031 · 17 jours · 12,40 % sur 10 000,00 € (taux non officiel, à vérifier) environ 3,40 € de plus par jour Indemnité forfaitaire 40,00 € En tout 10 097,75 €',
  );
  expect(await pageOf(french, promised)).toContain(
    'une entreprise : le droit du créancier, FR Outre le principal Abandonné si payé au jour qu’un message imprime Promis : rien de plus si le principal est payé au plus tard le 15 avril 2031',
  );
  expect(await pageOf(english, promised)).toContain(
    'What is owed on 7 April 2031 Principal €10,000.00 Late interest €57.75 22 Mar 2031 – 7 Apr 2031 · 17 days · 12.40 % on €10,000.00 (rate not official, verify) about €3.40 more each day Fixed indemnity €40.00 In all €10,097.75',
  );
  expect(await pageOf(french, promised)).toContain(
    'Taux non officiel. À vérifier. Ce que lit le débiteur le dit provisoire, sous réserve du taux officiellement publié. 12,40 % · 22 mars 2031 – 7 avr. 2031 · source : a newspaper',
  );
  expect(await pageOf(english, promised)).toContain('Promised: nothing more if the principal is in by 15 April 2031');
});

test('the principal is in after the notice: the card says what is left and how it was counted; one click waives it', async () => {
  await claimed.task('approve');
  ok(await claimed.approve('formal-notice'));
  await moveTo(desk.world, '2031-04-07', 12);
  await claimed.posted('2031-04-07');
  await moveTo(desk.world, '2031-04-10', 11);
  await claimed.pay('principal', 1_000_000, '2031-04-10');
  const task = await claimed.task('accessories');
  // 20 days: 67.945.
  const card = await french.get(`/tasks/${task.id}`);
  expect(card.text).toContain('Le principal est payé : dire ce que deviennent intérêts et indemnité');
  expect(card.text).toContain(
    '22 mars 2031 – 10 avr. 2031 · 20 jours · 12,40 % sur 10 000,00 € 67,95 € Indemnité forfaitaire 40,00 € Reste 107,95 €',
  );
  expect(card.text).toContain('12,40 % · 22 mars 2031 – 10 avr. 2031 · source : a newspaper');
  expect(card.text).toContain('Ne plus rien demander : clore comme payée');
  const englishCard = await english.get(`/tasks/${task.id}`);
  expect(englishCard.text).toContain('Left €107.95');
  expect(englishCard.text).toContain('Rate not official. To be verified.');
  expect(await pageOf(french, claimed)).toContain(
    'Attend une personne : le principal est payé : dire ce que deviennent intérêts et indemnité',
  );
  expect((await french.get('/?lane=decide')).text).toContain('107,95 €');

  const nothing = await french.post(`/tasks/${task.id}`, {});
  expect(nothing.status).toBe(422);
  expect((await french.post(`/tasks/${task.id}`, { decision: 'waive' })).status).toBe(303);
  await claimed.expectStatus('closed', 'paid');
  const closed = await pageOf(french, claimed);
  expect(closed).toContain('Plus demandé depuis que le dossier est clos -107,95 € En tout 0,00 €');
  expect(closed).toContain('Close : payée ; non réclamé : 107,95 €');
  expect(closed).toContain('Décidé : Ne plus rien demander : clore comme payée');
});

test('a half-year without a rate is said, and nothing of it is guessed', async () => {
  await moveTo(desk.world, '2031-07-02', 11);
  const page = await pageOf(french, promised);
  expect(page).toContain('Aucun taux n’est connu à partir du 1er juillet 2031 : rien n’est compté depuis ce jour.');
  expect(page).toContain('Pas payé au 15 avril 2031 : la promesse ne tient plus');
  // 101 days to 30 June: 343.123.
  expect(page).toContain('Intérêts de retard 343,12 €');
  expect(page).toContain('Indemnité forfaitaire 40,00 € En tout 10 383,12 €');
  expect(page).not.toContain('de plus par jour');
});
