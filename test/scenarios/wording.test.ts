import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDebtor, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, plain } from './follow.ts';
import { letterWords } from './letterWords.ts';
import { liveThrough } from './liveThrough.ts';

// Every text of three strategies, told to four kinds of debtor, with a person who does all tasks on their day.

const TOLD_TO: readonly (readonly [strategy: string, kind: string])[] = [
  ['progressive', 'business'],
  ['progressive', 'public'],
  ['five-days', 'business'],
  ['five-days', 'non-professional'],
  ['procedure', 'business'],
  ['procedure', 'consumer'],
  // What consumers are spared goes to associations.
  ['procedure', 'non-professional'],
];

/** Counted here without the app's own list: what a respectful letter never says, to anybody, at any level. */
const NEVER = [
  /huissier|commissaire de justice/i,
  /saisi(e|r) (sur|de|vos|votre)/i,
  /dernier (avis|rappel|avertissement)|ultime/i,
  /mauvais payeur|liste noire|escroc|malhonn|mauvaise foi/i,
  /à vos frais|frais de (relance|recouvrement|dossier|mise en demeure)/i,
  /immédiatement|sans délai|sur-le-champ|exige|sommation|plainte/i,
  /(?<!\p{L})(tu|ton|tes|toi)(?!\p{L})/iu,
  /!/,
];

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUp(world.call);
  await world.at('2031-03-10', 11);
  await Promise.all(
    TOLD_TO.map(([strategy, kind]) => {
      const id = `${strategy}-${kind}`;
      return follow(world, id).announce({
        strategy,
        debtor: { ...aDebtor, id: `debtor-${id}`, kind, name: 'Destinataire' },
      });
    }),
  );
  await liveThrough(world, {
    talkTo: ({ invoiceId }) => (invoiceId.startsWith('procedure') ? { outcome: 'no-answer' } : TALK),
  });
});
afterAll(() => world.stop());

const TALK = {
  outcome: 'forwarded',
  spokeTo: 'Mme Martin',
  contact: { name: 'M. Petit' },
  summary: 'Le paiement suit son cours',
};

const written = async () => {
  const messages = (await world.store.db.message.findMany({ where: { status: 'outbox' } })).map((message) => ({
    ...message,
    said: plain(message.text),
  }));
  const letters = await Promise.all(
    (await world.store.db.document.findMany()).map(async (letter) => ({
      ...letter,
      said: await letterWords(letter.bytes),
    })),
  );
  return { messages, letters };
};

test('S0.5 whatever is sent or posted is resolute but respectful: no threat, no contempt, no exclamation', async () => {
  const { messages, letters } = await written();
  expect(messages.length).toBeGreaterThan(25);
  expect(letters.length).toBeGreaterThan(3);
  for (const { invoiceId, stepKey, said } of [...messages, ...letters])
    for (const words of NEVER) expect(said, `${invoiceId} ${stepKey}`).not.toMatch(words);
});

test('S0.5 whoever is written to is greeted by name, addressed as « vous », and taken leave of politely', async () => {
  const { messages, letters } = await written();
  for (const { said, stepKey, invoiceId } of messages) {
    expect(said, `${invoiceId} ${stepKey}`).toMatch(/^Bonjour Madame Martin,\n/);
    expect(said, `${invoiceId} ${stepKey}`).toMatch(/vous|votre|répondez|appelez/i);
    expect(said).toContain('Bien cordialement,\n\nClaire Morel');
  }
  for (const { said } of letters) {
    expect(said).toMatch(/Madame|Monsieur/);
    expect(said).toMatch(/Veuillez agréer, .*salutations distinguées\./);
  }
});

test('S0.5 who may have paid is thanked, who talked is thanked, and each message leaves a way to answer', async () => {
  const { messages } = await written();
  const firsts = messages.filter(({ stepKey }) => stepKey === 'first-reminder');
  expect(firsts.length).toBe(5);
  for (const { said } of firsts) expect(said).toMatch(/merci/i);
  const summaries = messages.filter(({ kind }) => kind === 'call-summary');
  expect(summaries.length).toBeGreaterThan(2);
  for (const { said } of summaries) expect(said).toContain('Merci pour cet échange');
  for (const { said, stepKey } of messages)
    expect(said, String(stepKey)).toMatch(
      /répondez à ce message|répondre à ce message|réponse|dites-|m’écri|04\s78\s00\s00\s00/,
    );
});

test('S2.3 each message names the invoice, what was supplied, the amount and the due date of this debtor', async () => {
  const { messages, letters } = await written();
  for (const { said, invoiceId, stepKey } of [...messages, ...letters])
    for (const words of [invoiceId!, 'Maintenance, février', '1 200,50 €', 'vendredi 4 avril 2031'])
      expect(said, `${invoiceId} ${stepKey}`).toContain(words);
});

test('S2.5 every message is a template file that is reused for many debtors and read by people who don’t program', async () => {
  const { messages } = await written();
  const used = new Map<string, Set<string>>();
  for (const { template, debtorId } of messages) used.set(template, (used.get(template) ?? new Set()).add(debtorId));
  expect(used.size).toBeGreaterThan(9);
  for (const [template, debtors] of used) {
    const file = new URL(`../../templates/messages/fr/${template}.md`, import.meta.url);
    expect(existsSync(file), template).toBe(true);
    const source = readFileSync(file, 'utf8');
    expect(source).toMatch(/^---\nsubject: ".+"\npurpose: ".+"\n---\n/);
    expect(debtors.size, template).toBeGreaterThan(template.startsWith('common/') ? 0 : 1);
    const [, , body = ''] = source.split('---\n');
    const sentences = plain(body.replaceAll(/\{[{%].*?[%}]\}|\*\*/g, '\n'))
      .split('\n')
      .filter((words) => words.trim().length > 24);
    const sent = messages.filter((message) => message.template === template).map(({ said }) => said);
    expect(
      sentences.some((words) => sent.some((said) => said.includes(words.trim()))),
      template,
    ).toBe(true);
  }
});
