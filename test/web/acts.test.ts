import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { withPictures } from '../../prisma/course/attachments.ts';
import { anInvoice, euros, ok, setUp } from '../support/story.ts';
import { INSTALLATION_KEY } from '../support/world.ts';
import { aDesk, type Desk } from './aDesk.ts';
import { aVisitor, type Visitor } from './visitor.ts';

let desk: Desk;
let visitor: Visitor;

beforeAll(async () => {
  desk = await aDesk();
  visitor = aVisitor(desk.url);
  await desk.world.at('2031-03-03', 7);
  await setUp(desk.world.call);
  await announce('C-1', '2031-04-04');
  await announce('A-1', '2031-04-04');
  await announce('E-1', '2031-04-11');
  await announce('S-1', '2031-04-18');
  await announce('L-1', '2031-03-21', { startAt: 'formal-notice' });
  await announce('P-1', '2031-05-09');
  await announce('Q-1', '2031-05-01', { strategy: 'five-days' });
  await announce('H-1', '2031-06-20');
  await visitor.signIn(INSTALLATION_KEY);
});

afterAll(() => desk.stop());

const announce = async (id: string, dueOn: string, given: Record<string, unknown> = {}): Promise<void> => {
  const debtor = { ...(anInvoice()['debtor'] as object), id: `debtor-${id}`, name: `Client ${id}` };
  ok(await desk.world.call('POST', '/v1/invoices', anInvoice({ id, number: id, debtor, dueOn, ...given })));
};

/** The open task of an invoice, as the desk's queue links to it. */
/** A case acts on its day by itself: on a busy machine a moment after the clock has got there. */
const BUSY = { timeout: 20_000, interval: 100 };

const openTask = async (invoiceId: string, kind: string) => {
  const task = await vi.waitFor(
    () => desk.world.store.db.task.findFirstOrThrow({ where: { invoiceId, kind, status: 'open' } }),
    BUSY,
  );
  expect((await visitor.get('/')).html).toContain(`/tasks/${task.id}`);
  return task;
};

const openDraft = (invoiceId: string) =>
  vi.waitFor(() => desk.world.store.db.draft.findFirstOrThrow({ where: { invoiceId, status: 'open' } }), BUSY);

/** As a visitor's text has it: no kept-together spaces. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

const messages = (invoiceId: string) =>
  desk.world.store.db.message.findMany({ where: { invoiceId }, orderBy: { createdAt: 'asc' } });

/** As a page shows it: a text with its pictures in it. */
const shown = (text: { readonly html: string; readonly attachments: unknown } | undefined): string =>
  text ? withPictures(text.html, text.attachments) : '';

test('a call: what is missing is said at its field and nothing is lost; the outcome pauses the case and is written to the debtor', async () => {
  await desk.world.at('2031-04-01');
  const { id } = await openTask('C-1', 'call');
  const card = await visitor.get(`/tasks/${id}`);
  expect(card.html).toContain('href="tel:+33145678901"');
  expect(card.text).toContain('Vous dites');

  const refused = await visitor.post(`/tasks/${id}`, {
    outcome: 'promise',
    'promise-amount': 'douze',
    notes: 'rappeler M. Martin',
    'dispute-reason': 'not asked',
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Écrivez un montant');
  expect(refused.html).toContain('rappeler M. Martin');
  const late = await visitor.post(`/tasks/${id}`, {
    outcome: 'promise',
    'promise-on': '2031-07-01',
    'promise-amount': '1 200,50',
    'promise-means': 'transfer',
  });
  expect(late.text).toContain('Aura payé au plus tard le : Choisissez un jour du 1er avril 2031 au 1er mai 2031.');
  expect(late.html).toMatch(/id="promise-on"[^>]*aria-invalid="true"/);

  const done = await visitor.post(`/tasks/${id}`, {
    outcome: 'promise',
    'promise-on': '2031-04-10',
    'promise-amount': '1 200,50',
    'promise-means': 'transfer',
    spokeTo: 'Mme Martin',
    summary: 'Virement le 10',
    'dispute-reason': 'not asked',
  });
  expect(done.location).toBe(`/?done=${id}&heard=acted`);
  const today = await visitor.get(done.location ?? '');
  expect(today.text).toContain('Fait : Appeler : appel avant l’échéance, Client C-1.');
  expect(today.html).not.toContain(`/tasks/${id}"`);
  const summary = (await messages('C-1')).find(({ kind }) => kind === 'call-summary');
  expect(summary).toMatchObject({ status: 'outbox', mode: 'outbox' });
  expect(plain(summary?.text ?? '')).toContain('1 200,50 €');
  const call = await desk.world.store.db.call.findFirstOrThrow({ where: { invoiceId: 'C-1' } });
  expect(call).toMatchObject({ by: 'Claire Morel', outcome: 'promise', spokeTo: 'Mme Martin' });
  expect((await visitor.get('/invoices/C-1')).text).toContain('En pause');
});

test('an approval sends exactly what was shown', async () => {
  await desk.world.at('2031-04-21');
  const { id } = await openTask('A-1', 'approve');
  const draft = await openDraft('A-1');
  const card = await visitor.get(`/tasks/${id}`);
  expect(card.text).toContain(plain(draft.subject));
  expect(card.text).toContain('martin@dupont.example');
  const frame = await visitor.get(`/drafts/${draft.id}/html`);
  expect(frame.html).toBe(shown(draft));
  expect(frame.html).toContain('src="data:image/png;base64,');
  expect(frame.html).not.toContain('cid:');
  expect(frame.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*; sandbox$/);

  const form = { sha256: draft.sha256, subject: draft.subject, markdown: draft.markdown.replaceAll('\n', '\r\n') };
  expect((await visitor.post(`/tasks/${id}`, form)).location).toBe(`/?done=${id}&heard=acted`);
  const sent = (await messages('A-1')).at(-1);
  expect(sent).toMatchObject({
    status: 'outbox',
    stepKey: 'second-reminder',
    subject: draft.subject,
    html: draft.html,
    text: draft.text,
  });
  expect(await desk.world.store.db.draft.findUnique({ where: { id: draft.id } })).toMatchObject({
    approvedBy: 'Claire Morel',
    editMarkdown: null,
  });
  expect((await visitor.get('/outbox')).text).toContain(plain(draft.subject));
  expect((await visitor.get(`/messages/${sent?.id}/html`)).html).toBe(shown(draft));
  const whole = await visitor.get(`/messages/${sent?.id}/mime`);
  expect(whole.headers.get('content-type')).toContain('message/rfc822');
  expect((await visitor.get(`/messages/${sent?.id}`)).html).toContain(`href="/messages/${sent?.id}/mime"`);

  const again = await visitor.post(`/tasks/${id}`, form);
  expect(again.status).toBe(409);
  expect(again.text).toContain('cette tâche n’est plus ouverte');
});

test('an edit is shown before it leaves, passes the same checks, and leaves as edited', async () => {
  await desk.world.at('2031-04-28');
  const { id } = await openTask('E-1', 'approve');
  const draft = await openDraft('E-1');
  const form = {
    sha256: draft.sha256,
    subject: 'Votre facture E-1',
    markdown: `${draft.markdown}\n\nAu plaisir de vous lire.`,
  };
  const preview = await visitor.post(`/drafts/${draft.id}/preview`, form);
  expect(preview.text).toContain('Au plaisir de vous lire.');

  const refused = await visitor.post(`/tasks/${id}`, {
    ...form,
    markdown: `${draft.markdown}\n\nNous enverrons la gendarmerie.`,
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('un message ne menace ni de la police');
  expect(refused.html).toContain('Nous enverrons la gendarmerie.');

  expect((await visitor.post(`/tasks/${id}`, form)).status).toBe(303);
  const sent = (await messages('E-1')).at(-1);
  expect(sent?.subject).toBe('Votre facture E-1');
  expect(shown(sent)).toBe(preview.html);
});

test('a part payment makes the draft stale: the difference is shown, and what was written by hand is kept', async () => {
  await desk.world.at('2031-05-05');
  const before = await openTask('S-1', 'approve');
  const draft = await openDraft('S-1');
  ok(
    await desk.world.call('POST', '/v1/invoices/S-1/payments', {
      id: 'p-1',
      source: 'bank',
      amount: euros(20_050),
      receivedOn: '2031-05-05',
    }),
  );
  await desk.world.cases.tellAndWait({ creditorId: 'default', invoiceId: 'S-1' });
  const stale = await visitor.post(`/tasks/${before.id}`, {
    sha256: draft.sha256,
    subject: draft.subject,
    markdown: `${draft.markdown}\n\nMot de ma main.`,
  });
  expect(stale.status).toBe(409);
  const { id } = await openTask('S-1', 'approve');
  expect(stale.html).toContain(`action="/tasks/${id}"`);
  expect(stale.html).toContain('Mot de ma main.');
  const card = await visitor.get(`/tasks/${id}`);
  expect(card.text).toContain('Reste dû : 1 200,50 € avant, 1 000,00 € maintenant.');
  expect(card.html).toMatch(/<del>[^<]*1\s?200,50/);

  const old = await visitor.post(`/tasks/${id}`, {
    sha256: draft.sha256,
    subject: draft.subject,
    markdown: `${draft.markdown}\n\nMot de ma main.`,
  });
  expect(old.status).toBe(409);
  expect(old.text).toContain('Le brouillon a changé pendant que vous écriviez');
  expect(old.html).toContain('Mot de ma main.');
  const rejected = await visitor.post(`/tasks/${id}/reject`, { reason: '' });
  expect(rejected.status).toBe(422);
  expect((await visitor.post(`/tasks/${id}/reject`, { reason: 'il paie demain' })).status).toBe(303);
  expect((await visitor.get('/invoices/S-1')).text).toContain('refusée par Claire Morel : il paie demain');
});

test('a personal message goes to nobody without a sentence of the person who approves it', async () => {
  const { id } = await openTask('Q-1', 'approve');
  const draft = await openDraft('Q-1');
  const line = draft.personalLine ?? '';
  expect(line).not.toBe('');
  expect((await visitor.get(`/tasks/${id}`)).text).toContain(plain(line));
  const form = { sha256: draft.sha256, subject: draft.subject, markdown: draft.markdown };
  const refused = await visitor.post(`/tasks/${id}`, { ...form, lineText: '' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Ce message a besoin de sa phrase personnelle');
  const own = { ...form, line: 'write', lineText: 'Merci encore pour votre accueil de mardi.' };
  const preview = await visitor.post(`/drafts/${draft.id}/preview`, own);
  expect(preview.text).toContain('Merci encore pour votre accueil de mardi.');
  expect((await visitor.post(`/tasks/${id}`, own)).status).toBe(303);
  const sent = (await messages('Q-1')).at(-1);
  expect(shown(sent)).toBe(preview.html);
  expect(sent?.text).not.toContain(line);
});

test('a letter is downloaded, posted and tracked', async () => {
  await desk.world.at('2031-05-06');
  const approval = await openTask('L-1', 'approve');
  const draft = await openDraft('L-1');
  const proof = await visitor.post(`/drafts/${draft.id}/letter`, { subject: draft.subject, markdown: draft.markdown });
  expect(proof.headers.get('content-type')).toContain('wordprocessingml');
  expect((await visitor.post(`/tasks/${approval.id}`, { sha256: draft.sha256 })).status).toBe(303);

  const { id } = await openTask('L-1', 'post-letter');
  const letter = await desk.world.store.db.document.findFirstOrThrow({ where: { invoiceId: 'L-1' } });
  const card = await visitor.get(`/tasks/${id}`);
  expect(card.text).toContain('recommandé avec avis de réception');
  expect(card.html).toContain(`/documents/${letter.id}`);
  const file = await visitor.get(`/documents/${letter.id}`);
  expect(file.headers.get('content-disposition')).toContain(`filename="${letter.filename}"`);
  const future = await visitor.post(`/tasks/${id}`, { postedOn: '2031-06-01', trackingNumber: '1A2' });
  expect(future.text).toContain('Choisissez un jour jusqu’à aujourd’hui, 6 mai 2031.');
  expect(future.html).toContain('value="1A2"');
  expect((await visitor.post(`/tasks/${id}`, { postedOn: '2031-05-06', trackingNumber: '1A2' })).status).toBe(303);
  expect(await desk.world.store.db.document.findUnique({ where: { id: letter.id } })).toMatchObject({
    postedOn: '2031-05-06',
    trackingNumber: '1A2',
  });
});

test('a case is paused, resumed, its next step done now or left out, each refusal in words', async () => {
  const path = '/invoices/H-1';
  const long = await visitor.post(`${path}/hold`, { reason: 'manual', until: '2031-12-01', note: 'vacances' });
  expect(long.status).toBe(422);
  expect(long.text).toContain('Choisissez un jour du 6 mai 2031 au 5 juin 2031.');
  expect(long.html).toContain('vacances');
  expect((await visitor.post(`${path}/hold`, { reason: 'reply', until: '2031-05-20' })).location).toBe(
    `${path}?heard=acted`,
  );
  expect((await visitor.get(path)).text).toContain('En pause (réponse à lire) jusqu’au 20 mai 2031 inclus.');
  const held = await visitor.post(`${path}/run`, { stepKey: 'pre-reminder' });
  expect(held.text).toContain('Le dossier est en pause. Reprenez-le d’abord.');
  expect((await visitor.post(`${path}/resume`, {})).status).toBe(303);
  expect((await visitor.post(`${path}/resume`, {})).text).toContain('Le dossier n’est pas en pause.');
  expect((await visitor.post(`${path}/run`, { stepKey: 'pre-reminder' })).location).toBe(`${path}?heard=acted`);
  expect((await messages('H-1')).map(({ stepKey }) => stepKey)).toEqual(['pre-reminder']);
  expect((await visitor.post(`${path}/skip`, { stepKey: 'pre-call', skipReason: '' })).status).toBe(422);
  expect((await visitor.post(`${path}/skip`, { stepKey: 'pre-call', skipReason: 'déjà vu au salon' })).status).toBe(
    303,
  );
  const page = await visitor.get(path);
  expect(page.text).toContain('déjà vu au salon');
  expect(page.html).toContain('http://127.0.0.1:8233/namespaces/default/workflows/invoice%2Fdefault%2FH-1');
});

test('a task is put off, or given to somebody', async () => {
  await desk.world.at('2031-05-06', 11);
  const { id } = await openTask('P-1', 'call');
  const far = await visitor.post(`/tasks/${id}/snooze`, { later: '1', snoozeUntil: '2031-09-01' });
  expect(far.status).toBe(422);
  expect(far.text).toContain('Choisissez un jour après le 6 mai 2031');
  expect((await visitor.post(`/tasks/${id}/assign`, { later: '1', owner: 'Paul', deputy: 'Anne' })).status).toBe(303);
  expect((await visitor.get('/')).text).toContain('Paul');
  expect((await visitor.post(`/tasks/${id}/snooze`, { later: '1', snoozeUntil: '2031-05-07' })).status).toBe(303);
  expect((await visitor.get('/')).html).not.toContain(id);
  expect((await visitor.get('/?snoozed=1')).html).toContain(id);
});

test('a rate that is missing: the card says which, for when and for whom, and takes it as people write it', async () => {
  const where = { kind: 'rate-missing', status: 'open' };
  const { id } = await desk.world.store.db.task.findFirstOrThrow({ where });
  expect((await visitor.get('/')).text).toContain('Saisir un taux qui manque');
  const card = await visitor.get(`/tasks/${id}`);
  expect(plain(card.text)).toContain('Banque centrale européenne');
  expect(plain(card.text)).toContain('du 1er janvier 2031 au 30 juin 2031');
  expect(card.html).toMatch(/href="\/invoices\/[A-Z]-1"/);
  const form = { series: 'ECB_MRO', from: '2031-01-01', confidence: 'official', source: 'la page de la BCE' };
  const refused = await visitor.post(`/tasks/${id}`, { ...form, ratePct: '105', why: 'mise à jour' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Écrivez un pourcentage comme 2,40');
  expect(refused.html).toContain('la page de la BCE');
  const unsure = await visitor.post(`/tasks/${id}`, { ...form, confidence: '', ratePct: '2,4', why: '' });
  expect([unsure.status, unsure.html.match(/aria-invalid/g)?.length]).toEqual([422, 2]);
  const done = await visitor.post(`/tasks/${id}`, { ...form, ratePct: '2,4 %', why: 'mise à jour' });
  expect(done.location).toMatch(/^\/\?done=/);
  expect((await visitor.get(done.location ?? '')).text).toContain('Saisir un taux qui manque');
  expect(await desk.world.store.db.rate.findMany({ select: { ratePct: true, by: true, why: true } })).toEqual([
    { ratePct: '2.40', by: 'Claire Morel', why: 'mise à jour' },
  ]);
  expect(await desk.world.store.db.task.count({ where })).toBe(0);
});
