import PostalMime from 'postal-mime';
import { expect, vi } from 'vitest';
import { aDebtor, ok, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, plain, type Followed } from './follow.ts';
import { letterText } from './letterText.ts';

/*
 * A Belgian creditor and consumers who owe 1,200.50 € since Friday 28 March 2031. The days of the stories are counted on
 * these months (Mo = Mondays; closed days in brackets):
 * April Mo 7 14 21 28 (Mo 14 Easter)   May Mo 5 12 19 26 (Th 1, Th 22 Ascension)   June Mo 2 9 16 23 30 (Mo 2 Whitsun)
 *
 * The figures are counted from the law, by hand:
 * - CDE XIX.4, interest: 10.50 % in the first half-year, 11 % in the second, days over 365: 0.345349 € and 0.361795 € a day;
 *   a small creditor's runs from the day after the free first reminder.
 * - CDE XIX.4, indemnity: 65 € and 5 % of the 700.50 € beyond 500 €: 100.025 €, so 100.03 €.
 * - Without a clause (C. civ. 5.240): 4.50 % from the day after the notice was presented: 0.148007 € a day.
 */
export const DUE = '2031-03-28';

/** What the contract allows (CDE XIX.4). */
export const CLAUSE = {
  reference: 'CGV 2030',
  interestClause: 'Intérêts de retard au taux légal',
  indemnityClause: 'Indemnité dans les limites du livre XIX',
};

export const aConsumer = (id: string, given: Record<string, unknown> = {}) => ({
  ...aDebtor,
  id: `debtor-${id}`,
  kind: 'consumer',
  name: 'Jeanne Peeters',
  country: 'BE',
  contacts: [{ name: 'Mme Peeters', email: 'jeanne@peeters.example', phone: '+3224567890' }],
  address: { lines: ['5 rue du Lac'], postalCode: '1050', city: 'Ixelles', country: 'BE' },
  ...given,
});

/** A world with a small Belgian creditor; it is Monday 10 March 2031, and the rates of that year are entered. */
export const belgianWorld = async (): Promise<World> => {
  const world = await createWorld();
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
  const read = { confidence: 'official', source: 'the Moniteur belge', why: 'of the stories' };
  ok(
    await world.call('PUT', '/v1/rates', [
      { ...read, series: 'BE_COMMERCIAL', from: '2031-01-01', ratePct: '10.50' },
      { ...read, series: 'BE_LEGAL', from: '2031-01-01', ratePct: '4.50' },
    ]),
    200,
  );
  return world;
};

/** Announces an invoice of a consumer under a strategy; with `clause` his contract allows what the law does. */
export const announced = async (
  world: World,
  id: string,
  strategy: string,
  contract: 'clause' | 'no clause',
): Promise<Followed> => {
  const story = follow(world, id);
  const debtor = aConsumer(id, contract === 'clause' ? { terms: CLAUSE } : {});
  await story.announce({ strategy, dueOn: DUE, debtor });
  return story;
};

/** All that the case asks of a person, as kind and step; what a talk brings about comes a moment after it. */
export const expectAsked = async (story: Followed, ...wanted: readonly string[]): Promise<void> =>
  vi.waitFor(
    async () => {
      const open = (await story.tasks()).map(({ kind, stepKey }) => (stepKey === null ? kind : `${kind} ${stepKey}`));
      expect(open, story.id).toEqual(wanted);
    },
    { timeout: 5000, interval: 50 },
  );

/** Principal, interest, indemnity and total in cents, as the API states them for a day. */
export const stated = async (world: World, story: Followed, on: string): Promise<readonly number[]> => {
  const { principal, interest, indemnity, total } = ok(
    await world.call('GET', `/v1/invoices/${story.id}/statement?on=${on}`),
  );
  return [principal, interest.amount, indemnity, total].map(({ minor }) => minor);
};

/** The newest e-mail of the case, read from the bytes that are stored to leave. */
export const lastMail = async (
  world: World,
  story: Followed,
): Promise<{ readonly subject: string; readonly text: string }> => {
  const { mime } = await world.store.db.message.findFirstOrThrow({
    where: { invoiceId: story.id, kind: 'reminder', status: 'outbox' },
    orderBy: { sentAt: 'desc' },
  });
  const { subject = '', text = '' } = await PostalMime.parse(mime!);
  return { subject: plain(subject), text: plain(text) };
};

/** The newest letter of the case, read from the stored .docx. */
export const lastLetter = async (story: Followed) => {
  const { kind, printedDate, bytes } = (await story.letters()).at(-1)!;
  return { kind, printedDate, text: await letterText(bytes) };
};

/** Says what became of the newest letter. */
export const letterEvent = async (world: World, story: Followed, kind: string, on: string): Promise<void> => {
  const { id } = (await story.letters()).at(-1)!;
  ok(await world.call('POST', `/v1/letters/${id}/events`, { kind, on }));
};

/** Consumers are approached at least seven days apart. */
export const expectSevenDaysApart = async (story: Followed): Promise<void> => {
  const days = (await story.reminders()).map((reminder) => / (\d{4}-\d\d-\d\d) /.exec(reminder)![1]!);
  const apart = days.slice(1).map((day, n) => (Date.parse(day) - Date.parse(days[n]!)) / 86_400_000);
  expect(apart.length).toBeGreaterThan(0);
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(7);
};

/** What no text to a consumer says, in no country and at no step. */
export const NEVER_TO_CONSUMERS = /40,00 €|à vos frais|frais de recouvrement|huissier|saisie/i;

/** Whatever is owed besides the principal. */
export const ACCESSORIES = /intérêts?|indemnité|pénalités?|%/i;
