import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { amountsIn } from './amounts.ts';
import { expectSaid } from './expectSaid.ts';
import { follow, plain, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// The strategy `procedure` whole, counted by hand on these months of 2031 (Mo = Monday of each week; holidays in brackets):
// April Mo 7 14 21 28 (Mo 14 Easter)            May  Mo 5 12 19 26 (Th 1, Th 8, Th 22 Ascension)
// June  Mo 2 9 16 23 30 (Mo 2 Whit Monday)      July Mo 7 14 21 28 (Mo 14)

let world: World;
let invoice: Followed;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  invoice = follow(world, 'F-2031-20');
  await invoice.announce({
    number: '2031/0020',
    strategy: 'procedure',
    subject: '12 chaises de conférence',
    debtor: { ...aDebtor, id: 'salle' },
  });
});
afterAll(() => world.stop());

const lastSent = async () => (await invoice.sent()).at(-1)!;

/** What S2.3 asks of every message, without any figure besides the amount owed. */
const expectPersonal = (subject: string, text: string): void => {
  const said = plain(text);
  expectSaid(said, '2031/0020 | 12 chaises de conférence | 1 200,50 € | vendredi 4 avril 2031');
  expect(plain(subject)).toContain('2031/0020');
  expect(amountsIn(text).toSorted()).toEqual(['1 200,50 €', said.includes('40,00 €') ? '40,00 €' : '40 €']);
  // No rate is published for 2031: interest is named without a figure.
  expect(said).not.toMatch(/\d ?%/);
};

test('S2.2 the channels of the steps are e-mail, call, e-mail, letter, e-mails, registered letter, as the user chose', async () => {
  const { data } = ok(await world.call('GET', '/v1/strategies'));
  expect(data.find(({ key }: any) => key === 'procedure').steps.map(({ action }: any) => action)).toEqual([
    'email',
    'call',
    'email',
    'letter',
    'email',
    'registered-letter',
    'legal-file',
  ]);
});

test('S2.3 five days after the due date the first e-mail says amount, due date, products, and what the law provides', async () => {
  // D+5 = We 9 Apr.
  await world.at('2031-04-09', 10);
  const message = await lastSent();
  expect(message).toMatchObject({ at: '2031-04-09 09:00', to: 'martin@dupont.example' });
  expectPersonal(message.subject, message.text);
  expect(plain(message.text)).toContain(
    'un retard de paiement donne droit, sans rappel, à des pénalités et à une indemnité forfaitaire de 40 €',
  );
});

test('S2.1 ten days later a person rings; not reached three times, the app writes instead', async () => {
  // We 9 + 10 = Sa 19, so Mo 21 Apr.
  await world.at('2031-04-21', 10);
  expect(await invoice.task('call')).toMatchObject({ stepKey: 'reminder-call', openedOn: '2031-04-21' });
  expect(plain((await invoice.task('call')).details.script.markdown)).toContain('12 chaises de conférence');
  await invoice.talk({ outcome: 'voicemail' });
  await world.at('2031-04-21', 15);
  await invoice.talk({ outcome: 'no-answer' });
  await world.at('2031-04-22', 10);
  await invoice.talk({ outcome: 'busy' });
  await world.at('2031-04-22', 11);
  const message = await lastSent();
  expect(message.at).toBe('2031-04-22 10:00');
  expectPersonal(message.subject, message.text);
});

test('S2.1 the next ones follow every ten days, and none repeats another', async () => {
  // Tu 22 + 10 = Fr 2 May, by itself, to be paid by 2 + 8 = Sa 10, so Mo 12 May.
  await world.at('2031-05-02', 10);
  expect(await lastSent()).toMatchObject({ at: '2031-05-02 09:00' });
  expect(plain((await lastSent()).text)).toContain('au plus tard le lundi 12 mai 2031');
  // Fr 2 + 10 = Mo 12 May: a letter, approved and posted that day.
  await world.at('2031-05-12', 10);
  expect(await invoice.draft('reminder-letter')).toMatchObject({ channel: 'letter', status: 'open' });
  ok(await invoice.approve('reminder-letter'));
  await world.at('2031-05-12', 15);
  await invoice.posted('2031-05-12');
  // Mo 12 + 10 = Th 22, Ascension, so Fr 23 May; + 10 = Mo 2 June, Whit Monday, so Tu 3; + 10 = Fr 13 June.
  for (const day of ['2031-05-23', '2031-06-03', '2031-06-13']) {
    await world.at(day, 10);
    const message = await lastSent();
    expect(message.at).toBe(`${day} 09:00`);
    expectPersonal(message.subject, message.text);
  }
  const written = (await invoice.sent()).map(({ subject, text }) => [subject, text] as const);
  expect(new Set(written.map(([subject]) => subject)).size).toBe(written.length);
  expect(new Set(written.map(([, text]) => text.split('\n\n')[1])).size).toBe(written.length);
});

test('S2.3 only the last reminder announces the formal notice, for the day on which it is really posted', async () => {
  const announcing = (await invoice.sent()).filter(({ text }) => text.includes('mise en demeure'));
  expect(announcing.map(({ at }) => at)).toEqual(['2031-06-13 09:00']);
  // Fr 13 + 10 = Mo 23 June, but to be paid by 13 + 8 = Sa 21, so Mo 23: Tu 24. + 3 business days = Fr 27,
  // + 8 = Sa 5, so Mo 7 July; bank days Tu 8 and We 9; Th 10 July.
  expect(plain(announcing[0]!.text)).toContain('lundi 23 juin 2031');
  expect(plain(announcing[0]!.text)).toContain('nous vous adresserons une mise en demeure le mardi 24 juin 2031');
  await world.at('2031-06-24', 10);
  ok(await invoice.approve('formal-notice'));
  await world.at('2031-06-24', 14);
  await invoice.posted('2031-06-24');
  const letters = await invoice.letters();
  expect(letters).toMatchObject([
    { kind: 'reminder-letter', number: null, postedOn: '2031-05-12' },
    { kind: 'formal-notice', number: '2031-0001', postedOn: '2031-06-24', printedDate: '2031-07-07' },
  ]);
  const [letter = '', notice = ''] = await Promise.all(letters.map(({ bytes }) => letterWords(bytes)));
  expectSaid(
    letter,
    'Malgré nos rappels des 9 et 22 avril et 2 mai 2031 | 12 chaises de conférence | 1 200,50 € | mardi 20 mai 2031 | 69001 Lyon',
  );
  expectSaid(
    notice,
    'MISE EN DEMEURE | 12 chaises de conférence | 1 200,50 € | lundi 7 juillet 2031 | à un professionnel | le 12 mai 2031',
  );
  expect(notice).not.toMatch(/juridiction|tribunal/);
});

test('procedure whole: every reminder on its day, and the legal file two bank days after the deadline', async () => {
  await world.at('2031-07-09', 23);
  expect(await invoice.tasks()).toEqual([]);
  await world.at('2031-07-10', 10);
  expect(await invoice.task('legal-file')).toMatchObject({ openedOn: '2031-07-10' });
  expect(await invoice.reminders()).toEqual([
    'first-reminder email 2031-04-09 120050',
    'reminder-call email 2031-04-22 120050',
    'second-reminder email 2031-05-02 120050',
    'reminder-letter letter 2031-05-12 120050',
    'further-reminder:1 email 2031-05-23 120050',
    'further-reminder:2 email 2031-06-03 120050',
    'further-reminder:3 email 2031-06-13 120050',
    'formal-notice registered-letter 2031-06-24 120050',
  ]);
  // Filed neither way: nothing sleeps silently, a manager decides what becomes of the claim.
  ok(await invoice.complete('legal-file', { decision: 'not-pursued', reason: 'la société est en cours de vente' }));
  await world.at('2031-07-11', 10);
  expect(await invoice.task('decide')).toMatchObject({ role: 'manager', details: { endOfCourse: true } });
});
