import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, INSTALLATION_KEY, type World } from '../support/world.ts';
import { follow, type Followed } from './follow.ts';
import { letterWords } from './letterWords.ts';

// S1.11: the pre-reminder, as e-mail and as letter, and the recovery activity report; by `progressive`.
// March Mo 3 10 17 24 31 (summer time from Su 30)   April Mo 7 14 21 28 (Mo 14 Easter)   May Mo 5 12 19 26

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let world: World;
let invoice: Followed;
let byPost: Followed;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-03', 11);
  invoice = follow(world, 'F-1');
  await invoice.announce({ number: '2031/0001' });
  byPost = follow(world, 'F-2');
  await byPost.announce({
    number: '2031/0002',
    dueOn: '2031-04-08',
    debtor: {
      ...aDebtor,
      id: 'scierie',
      name: 'Scierie du Haut-Doubs',
      preferredChannel: 'letter',
      contacts: [{ name: 'M. Petit', role: 'accounting', phone: '+33381000000' }],
    },
  });
});
afterAll(() => world.stop());

test('S1.11 the pre-reminder: eight days before the due date, in a tone of service, kept as it left', async () => {
  // Due Fr 4 Apr: D-8 = Th 27 Mar.
  await world.at('2031-03-27', 10);
  const [message] = await invoice.sent();
  expect(message).toMatchObject({ at: '2031-03-27 09:00', kind: 'reminder', to: 'martin@dupont.example' });
  expect(message!.text).toContain('2031/0001');
  expect(message!.text).toContain('vendredi 4 avril 2031');
  expect(message!.text).toContain('vous manque-t-il quelque chose');
  expect(`${message!.subject}${message!.text}`).not.toMatch(/rappel|relance|retard|pénalité|intérêt|impayé/i);
});

test('S1.11 the call before the due date is tried, then made', async () => {
  await world.at('2031-04-01', 10);
  await invoice.talk({ outcome: 'no-answer' });
  await world.at('2031-04-01', 15);
  await invoice.talk({ outcome: 'satisfied', summary: 'la facture est validée' });
  expect((await invoice.steps())['pre-call']).toBe('done');
});

test('S1.11 the pre-reminder as a letter, where no e-mail address is known: stored as .docx, posted by a person', async () => {
  // Due Tu 8 Apr: on Mo 31 Mar somebody is asked for the address and has two business days; the letter follows on Th 3 Apr,
  // a day before the last one, D-4 = Fr 4 Apr.
  expect(await byPost.task('fix-address')).toMatchObject({ stepKey: 'pre-reminder', deadlineOn: '2031-04-02' });
  expect(await byPost.letters()).toEqual([]);
  await world.at('2031-04-03', 10);
  const [letter] = await byPost.letters();
  expect(letter).toMatchObject({ kind: 'pre-reminder-letter', number: null, madeOn: '2031-04-03', voidedOn: null });
  const said = await letterWords(letter!.bytes);
  for (const words of [
    'Scierie du Haut-Doubs',
    'À l’attention de M. Petit',
    'Lyon, le 3 avril 2031',
    'Monsieur Petit,',
    '2031/0002',
    'mardi 8 avril 2031',
    'vous manque-t-il quelque chose',
    'Claire Morel',
  ])
    expect(said).toContain(words);
  expect(said).not.toMatch(/rappel|relance|retard|pénalité|intérêt|impayé|recommandé/i);
  await byPost.posted('2031-04-03');
  expect(await byPost.reminders()).toEqual(['pre-reminder letter 2031-04-03 120050']);
});

test('S1.11 the activity report: what was done, with its proof, to be handed to a lawyer, an agency or a manager', async () => {
  // The first reminder leaves on Mo 7 Apr.
  await world.at('2031-04-08', 10);
  await invoice.pay('P-1', 20_050, '2031-04-08');
  ok(await invoice.act('hold', { reason: 'manual', note: 'le client rappelle jeudi', until: '2031-04-10' }));
  const { invoices, totals } = ok(await world.call('GET', '/v1/reports/activity?invoiceId=F-1'));
  const [{ acts, principal }] = invoices;
  expect(acts.map(({ on, kind, channel, result }: any) => [on, kind, channel, result].join(' '))).toEqual([
    '2031-03-27 reminder email outbox',
    '2031-04-01 answer email outbox',
    '2031-04-01 attempt call no-answer',
    '2031-04-01 reminder call satisfied',
    '2031-04-07 reminder email outbox',
    '2031-04-08 hold  manual',
    '2031-04-08 payment  ',
  ]);
  expect(totals).toMatchObject({ invoices: 1, written: 2, spoken: 1, inPerson: 0, vainCalls: 1 });
  expect(principal.minor).toBe(100_000);
  // The proof is the stored message: the same id, and the hash of what is kept.
  const stored = await world.store.db.message.findFirstOrThrow({
    where: { invoiceId: 'F-1', stepKey: 'first-reminder' },
  });
  const [, , , , reminder] = acts;
  expect(reminder).toMatchObject({
    step: 'first-reminder',
    to: 'Mme Martin <martin@dupont.example>',
    about: stored.subject,
    amount: { minor: 120_050 },
    proof: { messageId: stored.id, sha256: stored.sha256 },
  });
  const said = await letterWords(await docx('/v1/reports/activity?invoiceId=F-1'));
  for (const words of [
    'Relances et paiements jusqu’au 8 avril 2031',
    'Ateliers Morel SARL',
    'Facture 2031/0001 : Dupont SA',
    'Relances : 3, dont 2 par écrit, 1 de vive voix et 0 sur place',
    'Mme Martin <martin@dupont.example>',
    stored.sha256.slice(0, 12),
    'la facture est validée',
    'le client rappelle jeudi',
    'Frais de recouvrement enregistrés : aucun.',
  ])
    expect(said).toContain(words);
  expect(said).toMatch(/Reste dû : principal 1 000,00 €/);
});

test('S1.11 the pre-reminder letter is on the report from the day it was posted', async () => {
  const acts = async (): Promise<string[]> =>
    ok(await world.call('GET', '/v1/reports/activity?debtorId=scierie')).invoices[0].acts.map(
      ({ on, kind, channel, proof }: any) => [on, kind, channel, proof?.postedOn].join(' '),
    );
  expect(await acts()).toEqual(['2031-04-03 reminder letter 2031-04-03']);
});

const docx = async (path: string): Promise<Uint8Array> => {
  const response = await fetch(world.url + path, {
    headers: { Authorization: `Bearer ${INSTALLATION_KEY}`, Accept: DOCX },
  });
  expect(response.headers.get('content-type')).toBe(DOCX);
  return new Uint8Array(await response.arrayBuffer());
};
