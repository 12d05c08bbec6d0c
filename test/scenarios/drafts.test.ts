import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, euros, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, plain, type Followed } from './follow.ts';

// `progressive`, due Fr 4 April 2031: D+1 = Mo 7 Apr, D+15 = Mo 21 Apr (drafted), D+30 = Mo 5 May. The invoices begin at the step named.

let world: World;
let stale: Followed;
let waiting: Followed;
let pressed: Followed;
let settled: Followed;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-04-15', 11);
  const at = async (id: string, startAt: string): Promise<Followed> => {
    const invoice = follow(world, id);
    await invoice.announce({ startAt, debtor: { ...aDebtor, id: `debtor-${id}` } });
    return invoice;
  };
  stale = await at('F-STALE', 'second-reminder');
  waiting = await at('F-WAITING', 'second-reminder');
  settled = await at('F-SETTLED', 'second-reminder');
  pressed = await at('F-PRESSED', 'third-reminder');
});
afterAll(() => world.stop());

const step = (invoice: Followed, key: string) =>
  world.call('GET', `/v1/invoices/${invoice.id}/steps/${key}`).then((answer) => ok(answer));
const approval = (invoice: Followed, key: string, body: object) =>
  world.call('POST', `/v1/invoices/${invoice.id}/steps/${key}/approval`, body);

test('S1.4 a part payment makes the draft stale: the old hash is refused, and the difference is shown', async () => {
  await world.at('2031-04-21', 10);
  const { draft: old } = await step(stale, 'second-reminder');
  expect(plain(old.subject)).toContain('1 200,50 €');
  await world.at('2031-04-22', 10);
  const { id: task } = await waiting.task('approve');
  ok(await world.call('POST', `/v1/tasks/${task}/assignment`, { owner: 'Anne', deputy: 'Marc' }));
  await stale.pay('part', 50_050, '2031-04-22');
  await world.at('2031-04-22', 11);
  const refused = await approval(stale, 'second-reminder', { sha256: old.sha256 });
  expect([refused.status, refused.body.code]).toEqual([409, 'DRAFT_STALE']);
  expect(await stale.sent()).toEqual([]);
  const { draft, previousDraft } = await step(stale, 'second-reminder');
  expect(draft.sha256).not.toBe(old.sha256);
  expect(plain(draft.subject)).toContain('700,00 €');
  expect(plain(draft.text)).toContain('dont il reste 700,00 € à régler sur 1 200,50 €');
  expect(plain(draft.text)).toContain('Nous avons bien reçu 500,50 €, et vous en remercions.');
  expect(previousDraft).toMatchObject({
    before: { sha256: old.sha256, balanceMinor: 120_050 },
    after: { sha256: draft.sha256, balanceMinor: 70_000 },
    why: 'the amount owed changed to 70000 (minor units)',
  });
});

test('S1.4 the draft of the new amount, approved by its hash, leaves exactly as it was read', async () => {
  const { draft } = await step(stale, 'second-reminder');
  ok(await approval(stale, 'second-reminder', { sha256: draft.sha256 }));
  await world.at('2031-04-22', 12);
  expect(await stale.sent()).toMatchObject([
    { at: '2031-04-22 11:00', subject: plain(draft.subject), text: plain(draft.text) },
  ]);
  expect(await stale.reminders()).toEqual(['second-reminder email 2031-04-22 70000']);
  expect((await approval(stale, 'second-reminder', { sha256: draft.sha256 })).status).toBe(409);
});

test('S1.4 an edit passes the same checks as the app’s own texts: what may not be said is refused and nothing leaves', async () => {
  const { draft } = await step(waiting, 'second-reminder');
  for (const [sentence, fault] of [
    [
      'Un huissier passera à votre domicile.',
      { code: 'THREAT', detail: 'a message sends no bailiff: “huissier passera”' },
    ],
    [
      'Ceci est le dernier avis avant poursuites.',
      { code: 'LAST_NOTICE', rule: 'lastNotice', values: ['dernier avis'] },
    ],
    ['Vous nous devez aussi 75,00 € de frais de dossier.', { code: 'COSTS' }],
  ] as const) {
    const refused = await approval(waiting, 'second-reminder', {
      sha256: draft.sha256,
      edit: { markdown: `${draft.markdown.trim()}\n\n${sentence}\n` },
    });
    expect([refused.status, refused.body.code, sentence]).toEqual([422, 'WORDING_REFUSED', sentence]);
    const { detail = '', ...rest } = fault as { readonly code: string; readonly detail?: string };
    expect(refused.body.errors[0]).toMatchObject({ ...rest, detail: expect.stringContaining(detail) });
  }
  expect(await waiting.sent()).toEqual([]);
});

test('S1.4 paid in full while the draft waits: draft and task are withdrawn at once, and no approval is possible', async () => {
  const { draft } = await step(settled, 'second-reminder');
  await settled.pay('all', 120_050, '2031-04-22');
  await settled.expectStatus('closed', 'paid');
  expect(await settled.tasks()).toEqual([]);
  expect((await step(settled, 'second-reminder')).draft.status).toBe('withdrawn');
  const refused = await approval(settled, 'second-reminder', { sha256: draft.sha256 });
  expect([refused.status, refused.body.code]).toEqual([409, 'CASE_CLOSED']);
});

test('S1.6 drafted on the thirtieth day, shortened by a person, it leaves as edited', async () => {
  await world.at('2031-05-05', 10);
  const { draft } = await step(pressed, 'third-reminder');
  const markdown = draft.markdown.replace(/Trois réponses sont possibles[^\n]*/, 'Trois réponses me conviennent :');
  expect(markdown).not.toBe(draft.markdown);
  ok(await approval(pressed, 'third-reminder', { sha256: draft.sha256, edit: { markdown } }));
  await world.at('2031-05-05', 11);
  const [message] = await pressed.sent();
  expect(message).toMatchObject({ at: '2031-05-05 10:00', subject: plain(draft.subject) });
  expect(message!.text).toContain('Trois réponses me conviennent');
  expect(message!.text).not.toContain('Trois réponses sont possibles');
  const row = await world.store.db.draft.findFirst({ where: { invoiceId: pressed.id, status: 'sent' } });
  expect(row).toMatchObject({
    approvedBy: 'Claire',
    sha256: draft.sha256,
    editMarkdown: markdown.trim(),
    balanceMinor: 120_050n,
  });
});

test('S1.4 never approved under the policy `wait`: the deputy is asked, the draft stays fresh, and nothing ever leaves', async () => {
  // Drafted Mo 21 Apr; the deputy from the end of Tu 22 on. Its day to pay is moved on before it comes too near.
  await world.at('2031-06-30', 12);
  expect(await waiting.sent()).toEqual([]);
  await waiting.expectStatus('chasing');
  const { draft, task } = await step(waiting, 'second-reminder');
  expect(task).toMatchObject({ status: 'open', escalated: true, owner: 'Marc', role: 'person' });
  expect(draft.madeOn > '2031-06-22').toBe(true);
  expect((await waiting.read()).case.why).toContain('approve second-reminder');
  ok(await approval(waiting, 'second-reminder', { sha256: draft.sha256 }));
  await world.at('2031-06-30', 13);
  expect(await waiting.reminders()).toEqual(['second-reminder email 2031-06-30 120050']);
});

test('S1.4 never approved under the policy `send`: it leaves at its deadline, and only at level 1', async () => {
  // `five-days`, due Tu 1 July 2031: D+3 = Fr 4 July, D+5 = Su 6: the last day is Fr 4, so it is drafted on Th 3.
  const invoice = follow(world, 'F-SEND');
  await invoice.announce({
    strategy: 'five-days',
    issuedOn: '2031-06-02',
    dueOn: '2031-07-01',
    amount: euros(90_000),
    debtor: { ...aDebtor, id: 'debtor-send' },
  });
  await world.at('2031-07-03', 10);
  expect(await invoice.task('approve')).toMatchObject({ openedOn: '2031-07-03', deadlineOn: '2031-07-04' });
  await world.at('2031-07-04', 10);
  expect(await invoice.sent()).toMatchObject([{ at: '2031-07-04 09:00' }]);
  expect((await step(invoice, 'first-contact')).draft).toMatchObject({
    status: 'sent',
    personalLineState: 'unconfirmed',
  });
  const sending = world.store.strategies.flatMap(({ steps }) =>
    steps.filter(({ onLate, level }) => onLate === 'send' && level > 1),
  );
  expect(sending).toEqual([]);
});
