import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import { follow, moveTo, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

/*
 * A Belgian creditor and five consumers, one under each strategy, all due on Friday 28 March 2031.
 * March Mo 24 31 · April Mo 7 14 21 28 · May Mo 5 12 19 26. Easter Monday is 14 April, no business day in Belgium.
 */
const DUE = '2031-03-28';

let world: World;
const of = {} as Record<
  'progressive' | 'without-clause' | 'five-days' | 'procedure' | 'close-contact' | 'statement-first',
  Followed
>;

const CLAUSES = {
  reference: 'CGV 2030',
  interestClause: 'Intérêts de retard au taux légal',
  indemnityClause: 'Indemnité dans les limites du livre XIX',
};

const aConsumer = (id: string, given: Record<string, unknown> = {}) => ({
  ...aDebtor,
  id: `debtor-${id}`,
  kind: 'consumer',
  name: 'Jeanne Peeters',
  country: 'BE',
  contacts: [{ name: 'Mme Peeters', email: 'jeanne@peeters.example', phone: '+3224567890' }],
  address: { lines: ['5 rue du Lac'], postalCode: '1050', city: 'Ixelles', country: 'BE' },
  ...given,
});

const announced = async (id: keyof typeof of, strategy: string, debtor: Record<string, unknown> = {}) => {
  of[id] = follow(world, id);
  await of[id].announce({ strategy, dueOn: DUE, debtor: aConsumer(id, debtor) });
};

beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call, {
    name: 'Ateliers Morel SRL',
    legalForm: 'SRL',
    shareCapital: null,
    registryCity: null,
    registrations: [{ scheme: 'BCE', value: '0403.170.701' }],
    vatNumber: 'BE0403170701',
    country: 'BE',
    timeZone: 'Europe/Brussels',
    address: { lines: ['12 rue des Forges'], postalCode: '1000', city: 'Bruxelles', country: 'BE' },
    iban: 'BE68539007547034',
    bic: 'GKCCBEBB',
    phone: '+3222345678',
    size: 'sme',
  });
  await world.at('2031-03-10', 11);
  for (const [series, ratePct] of [
    ['BE_COMMERCIAL', '10.50'],
    ['BE_LEGAL', '4.50'],
  ] as const)
    await world.store.db.rate.create({
      data: {
        series,
        from: '2031-01-01',
        to: series === 'BE_LEGAL' ? '2031-12-31' : '2031-06-30',
        ratePct,
        confidence: 'official',
        source: 'test',
        why: 'test',
        by: 'test',
        recordedAt: new Date(await world.now()),
      },
    });
  await announced('progressive', 'progressive', { terms: CLAUSES });
  await announced('without-clause', 'progressive');
  await announced('five-days', 'five-days', { terms: CLAUSES });
  await announced('procedure', 'procedure');
  await announced('close-contact', 'close-contact', { contacts: [{ name: 'Mme Peeters', phone: '+3224567890' }] });
  await announced('statement-first', 'statement-first', { terms: CLAUSES });
});
afterAll(() => world.stop());

const rowOf = async (story: Followed, key: string) =>
  (await story.read()).case.timetable.find((row: { key: string }) => row.key === key);

const openKinds = async (story: Followed) => (await story.tasks()).map((task) => [task.kind, task.stepKey]);

test('on the first day the timetable holds the free first reminder; the strategy’s own level 1 steps are skipped and say why', async () => {
  const { case: chased } = await of.progressive.read();
  expect(chased.claimableFrom).toBeNull();
  expect(chased.timetable.map((row: any) => [row.key, row.status, row.on])).toEqual([
    ['pre-reminder', 'planned', '2031-03-20'],
    ['pre-call', 'skipped', null],
    ['be-first-reminder', 'planned', '2031-03-31'],
    ['first-reminder', 'skipped', null],
    ['second-reminder', 'planned', '2031-04-16'],
    ['reminder-call', 'planned', '2031-04-23'],
    ['third-reminder', 'planned', '2031-04-30'],
    ['formal-notice', 'planned', '2031-05-12'],
    ['legal-file', 'planned', '2031-06-04'],
  ]);
  expect(await rowOf(of.progressive, 'first-reminder')).toMatchObject({
    reason: "the law's free first reminder, be-first-reminder, comes in its place",
  });
  expect(await rowOf(of.progressive, 'second-reminder')).toMatchObject({ provisional: true });
  expect(await rowOf(of.progressive, 'be-first-reminder')).toMatchObject({ approval: 'auto', level: 1 });
  expect((await of['five-days'].steps())['first-contact']).toBe('skipped');
  expect((await of.procedure.steps())['further-reminder:3']).toBe('skipped');
  expect((await of['close-contact'].steps())['courtesy-call']).toBe('skipped');
});

test('nobody leaves it out: not by startAt, not by hand, and it isn’t run before the due date', async () => {
  const started = follow(world, 'started-late');
  const answer = await started.announce({
    dueOn: DUE,
    startAt: 'third-reminder',
    debtor: aConsumer('started-late'),
  });
  expect(answer.warnings).toMatchObject([{ code: 'STEP_MANDATORY' }]);
  expect(await started.steps()).toMatchObject({ 'be-first-reminder': 'planned', 'second-reminder': 'skipped' });
  ok(await started.act('cancellation', { reason: 'essai' }));

  const skipped = await of.progressive.act('steps/be-first-reminder/skip', { reason: 'geste commercial' });
  expect([skipped.status, skipped.body.code]).toEqual([409, 'STEP_MANDATORY']);
});

test('progressive and five-days: it leaves by itself on the first post-due day, by e-mail, free and with all the law asks', async () => {
  await moveTo(world, '2031-03-31', 10);
  for (const id of ['progressive', 'without-clause', 'five-days', 'statement-first'] as const) {
    const reminder = (await of[id].sent()).at(-1)!;
    expect(reminder, id).toMatchObject({ at: '2031-03-31 09:00', to: 'jeanne@peeters.example', kind: 'reminder' });
    expect(reminder.text).toContain('1 200,50 €');
    expect(reminder.text).toContain('0403.170.701');
    expect(reminder.text).toContain('Maintenance, février');
    expect(reminder.text).toContain('vendredi 28 mars 2031');
    // 1 to 14 April; the fourteenth day is Easter Monday.
    expect(reminder.text).toMatch(/mardi 15 avril 2031/);
    expect(reminder.text).not.toMatch(/mise en demeure|tribunal|frais|huissier|avocat/i);
    expect(await of[id].reminders()).toContain('be-first-reminder email 2031-03-31 120050');
    expect((await of[id].read()).case).toMatchObject({ claimableFrom: '2031-04-16' });
  }
});

test('with a clause it names the indemnity and the rate that will follow, without one neither', async () => {
  // CDE XIX.4 on 1,200.50: 65 + 5 % of 700.50.
  for (const id of ['progressive', 'five-days', 'statement-first'] as const) {
    const { text } = (await of[id].sent()).at(-1)!;
    expect(amountsIn(text)).toContain('100,03 €');
    expect(text).toMatch(/10,5 ?0? %/);
  }
  const { text } = (await of['without-clause'].sent()).at(-1)!;
  expect(amountsIn(text)).toEqual(['1 200,50 €']);
  expect(text).not.toMatch(/indemnité|intérêts?|%/i);
});

test('close-contact: without an e-mail address it is a letter, and the days count from the third working day', async () => {
  expect(await openKinds(of['close-contact'])).toEqual([['post-letter', 'be-first-reminder']]);
  const [letter] = await of['close-contact'].letters();
  const text = await letterText(letter!.bytes);
  expect(text).toContain('1 200,50 €');
  // Posted on 31 March: 1, 2, 3 April are working days; the days are 3 to 16 April.
  expect(text).toContain('mercredi 16 avril 2031');
  expect((await of['close-contact'].read()).case.claimableFrom).toBeNull();
  await of['close-contact'].posted('2031-03-31');
  expect((await of['close-contact'].read()).case.claimableFrom).toBe('2031-04-17');
  expect(await rowOf(of['close-contact'], 'follow-up-call')).toMatchObject({
    status: 'waiting-legal',
    on: '2031-04-17',
    provisional: false,
  });
});

test('procedure: it comes on the strategy’s own fifth day', async () => {
  expect(await of.procedure.reminders()).toEqual([]);
  await moveTo(world, '2031-04-02', 10);
  expect(await of.procedure.reminders()).toEqual(['be-first-reminder email 2031-04-02 120050']);
  expect((await of.procedure.read()).case).toMatchObject({ claimableFrom: '2031-04-17' });
});

test('until claimableFrom nothing comes, nothing is asked of a person, and nobody can have it done', async () => {
  const before = await Promise.all(Object.values(of).map((story) => story.sent()));
  await moveTo(world, '2031-04-10', 10);
  const { case: waiting } = await of.progressive.read();
  expect(waiting).toMatchObject({ status: 'chasing', claimableFrom: '2031-04-16', nextStep: 'second-reminder' });
  expect(waiting.why).toBe(
    'Waits as the law asks after the free first reminder: nothing before 2031-04-16; second-reminder (email) on 2031-04-16.',
  );
  expect(await rowOf(of.progressive, 'second-reminder')).toMatchObject({ status: 'waiting-legal', on: '2031-04-16' });
  expect(await rowOf(of.progressive, 'reminder-call')).toMatchObject({ status: 'planned' });
  const run = await of.progressive.act('steps/second-reminder/run');
  expect([run.status, run.body.code]).toEqual([409, 'LEGAL_WAIT']);
  expect(run.body.detail).toContain('2031-04-16');
  const rung = await of['five-days'].act('calls', {
    outcome: 'refused',
    spokeTo: 'Mme Peeters',
    reason: 'pas satisfaite',
    countsAsStep: 'other-channel',
  });
  expect([rung.status, rung.body.code]).toEqual([409, 'LEGAL_WAIT']);

  await moveTo(world, '2031-04-15', 23);
  for (const [index, story] of Object.values(of).entries()) {
    expect(await story.sent(), story.id).toEqual(before[index]);
    expect(await openKinds(story), story.id).toEqual([]);
  }
});

test('progressive: then the e-mail of level 2, which a person releases; with a clause it says what the delay costs', async () => {
  await moveTo(world, '2031-04-16', 10);
  for (const id of ['progressive', 'without-clause'] as const) {
    expect(await openKinds(of[id])).toEqual([['approve', 'second-reminder']]);
    ok(await of[id].approve('second-reminder'));
  }
  await moveTo(world, '2031-04-16', 11);
  const [claimed, plainOne] = await Promise.all(
    (['progressive', 'without-clause'] as const).map(async (id) => (await of[id].sent()).at(-1)!),
  );
  expect(claimed).toMatchObject({ at: '2031-04-16 10:00' });
  expect(claimed!.text).toMatch(/indemnité|intérêts/);
  expect(claimed!.text).not.toMatch(/40,00 €/);
  expect(plainOne!.text).not.toMatch(/indemnité|intérêts?|pénalités?/i);
  expect(amountsIn(plainOne!.text)).toEqual(['1 200,50 €']);
});

test('five-days and statement-first: a call, and an e-mail that would leave by itself to others', async () => {
  expect(await openKinds(of['five-days'])).toEqual([['call', 'other-channel']]);
  expect(await openKinds(of['statement-first'])).toEqual([['approve', 'email-reminder']]);
  ok(await of['statement-first'].approve('email-reminder'));
  await of['five-days'].talk({ outcome: 'refused', reason: 'ne veut pas payer' });
  await moveTo(world, '2031-04-16', 12);
  expect(await of['statement-first'].reminders()).toEqual([
    'statement email 2031-03-21 120050',
    'be-first-reminder email 2031-03-31 120050',
    'email-reminder email 2031-04-16 120050',
  ]);
});

test('procedure and close-contact: a call, then a draft seven days later at the earliest, then a notice of fifteen days', async () => {
  await moveTo(world, '2031-04-17', 10);
  expect(await openKinds(of.procedure)).toEqual([['call', 'reminder-call']]);
  expect(await openKinds(of['close-contact'])).toEqual([['call', 'follow-up-call']]);
  const { details } = await of['close-contact'].task('call');
  expect(plain(details.script.markdown)).not.toMatch(/pénalités|indemnité/);
  // Nobody rings for procedure: five business days later (Easter Monday isn't behind them any more) it goes on.
  await of['close-contact'].talk({ outcome: 'refused', reason: 'ne veut pas payer' });
  // The visit is for businesses; the letter keeps seven days after the call.
  await moveTo(world, '2031-04-24', 10);
  expect(await openKinds(of['close-contact'])).toEqual([['approve', 'neutral-letter']]);
  ok(await of['close-contact'].approve('neutral-letter'));
  await moveTo(world, '2031-04-24', 11);
  const letter = (await of['close-contact'].letters()).at(-1)!;
  // Planned for 24 April, presented on the 29th; fifteen days more are 14 May.
  expect(letter).toMatchObject({ printedDate: '2031-05-14', kind: 'neutral-letter' });
  const text = await letterText(letter.bytes);
  expect(text).toContain('mercredi 14 mai 2031');
  expect(text).not.toMatch(/livrer jusqu’au règlement|à vos frais|40,00 €/);
  await of['close-contact'].posted('2031-04-24');
  expect((await of['close-contact'].steps())['stop-deliveries']).toBe('skipped');
});

test('progressive: the notice comes by registered letter, grants fifteen days and asks for what the clause allows', async () => {
  // Nobody rings on Wednesday 23 April; with a holiday on 1 May the call lapses after Wednesday 30.
  await moveTo(world, '2031-05-06', 10);
  for (const id of ['progressive', 'without-clause'] as const) {
    expect(await openKinds(of[id])).toEqual([['approve', 'third-reminder']]);
    ok(await of[id].approve('third-reminder'));
  }
  await moveTo(world, '2031-05-14', 10);
  for (const id of ['progressive', 'without-clause'] as const) {
    expect(await openKinds(of[id])).toEqual([['approve', 'formal-notice']]);
    ok(await of[id].approve('formal-notice'));
  }
  await moveTo(world, '2031-05-14', 11);
  const texts = await Promise.all(
    (['progressive', 'without-clause'] as const).map(async (id) => {
      const letter = (await of[id].letters()).at(-1)!;
      // Presented on Monday 19 May; fifteen days more are 3 June.
      expect(letter).toMatchObject({ kind: 'formal-notice', printedDate: '2031-06-03' });
      return letterText(letter.bytes);
    }),
  );
  expect(amountsIn(texts[0]!)).toContain('100,03 €');
  expect(texts[1]).not.toContain('100,03');
  for (const text of texts) expect(text).not.toMatch(/40,00 €|à vos frais|frais de recouvrement/);
});
