import { addDays, day } from '../../domain/day.ts';
import { instantOn } from '../../domain/instant.ts';
import { timetable } from '../../domain/timetable.ts';
import type { CaseRef } from '../../domain/caseRef.ts';
import { connect, type PrismaClient } from '../../prisma/client.ts';
import { readFacts } from '../../prisma/facts.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { makePlan } from '../../prisma/plan.ts';
import type { CreditorProfile, DebtorProfile, InvoiceDetails } from '../../prisma/profiles.ts';
import { createStore, type Actor, type CaseTx, type Store } from '../../prisma/store.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { createDatabase } from '../support/servers.ts';

export const ANNE: Actor = { name: 'Anne', kind: 'operator' };
export const MARC: Actor = { name: 'Marc', kind: 'admin' };

const PARIS = 'Europe/Paris';
const ADDRESS = { lines: ['2 rue Haute'], postalCode: '69001', city: 'Lyon', country: 'FR' };

const CREDITOR: CreditorProfile = {
  name: 'Maison Roux',
  country: 'FR',
  timeZone: PARIS,
  language: 'fr',
  address: ADDRESS,
  email: 'compta@roux.example',
};

export const DUPONT: DebtorProfile = {
  kind: 'business',
  name: 'Dupont SA',
  country: 'FR',
  language: 'fr',
  contacts: [
    { id: 'martin', name: 'Mme Martin', role: 'accounting', email: 'martin@dupont.example', phone: '+33145678901' },
  ],
  address: ADDRESS,
};

const DETAILS: InvoiceDetails = {
  lines: [],
  deliveredOn: null,
  orderReference: null,
  collection: 'transfer',
  metadata: {},
};

export type House = {
  readonly db: PrismaClient;
  readonly store: Store;
  /** Sets the clock to that day and hour in Paris. */
  readonly on: (date: string, hour?: number) => void;
  readonly close: () => Promise<void>;
};

/** A creditor with a database and a clock of his own. The clock stands on Monday 2031-03-03, 10:00 in Paris. */
export const aHouse = async (): Promise<House> => {
  const database = await createDatabase();
  const db = connect(database.url, 3);
  let now = instantOn(day('2031-03-03'), 10, PARIS);
  const store = createStore({ db, now: async () => now, strategies: loadStrategies(), jitterMinutes: 0 });
  const { country, timeZone, language, name } = CREDITOR;
  await db.creditor.create({
    data: { id: 'roux', country, timeZone, language, name, profile: CREDITOR, createdAt: new Date(now) },
  });
  return {
    db,
    store,
    on: (date, hour = 10) => {
      now = instantOn(day(date), hour, PARIS);
    },
    close: async () => {
      await db.$disconnect();
      await database.drop();
    },
  };
};

export type CaseWish = {
  readonly strategy?: string;
  /** Steps before it are skipped. */
  readonly at?: string;
  readonly dueOn?: string;
  readonly debtor?: Partial<DebtorProfile>;
};

let count = 0;

/** A case of 1,200.50 € due on Friday 2031-02-14, of which nothing is done unless `at` says where it stands. */
export const aCase = async (
  { db, store }: House,
  { strategy: key = 'progressive', at, dueOn = '2031-02-14', debtor = {} }: CaseWish = {},
): Promise<CaseRef> => {
  const id = `F-${(count += 1)}`;
  const when = new Date(await store.now());
  const profile = { ...DUPONT, ...debtor };
  const { kind, name, country, language } = profile;
  const json = profile as unknown as Prisma.InputJsonObject;
  await db.debtor.create({
    data: {
      creditorId: 'roux',
      id: `debtor-${id}`,
      kind,
      name,
      country,
      language,
      profile: json,
      createdAt: when,
      updatedAt: when,
    },
  });
  const strategy = store.strategies.find((known) => known.key === key);
  if (!strategy) throw new RangeError(`expected a strategy, got ${key}`);
  const plan = makePlan({
    creditor: CREDITOR,
    debtorId: `debtor-${id}`,
    debtor: profile,
    strategy,
    collection: 'transfer',
    year: 2031,
    jitterMinutes: 0,
  });
  const announcedOn = addDays(day(dueOn), -30);
  const invoice = await db.invoice.create({
    data: {
      ...{
        creditorId: 'roux',
        id,
        number: id,
        debtorId: `debtor-${id}`,
        issuedOn: announcedOn,
        postedOn: announcedOn,
        dueOn,
      },
      ...{ amountMinor: 120_050n, currency: 'EUR', subject: 'Maintenance', details: DETAILS, request: {} },
      ...{ strategyKey: key, strategyVersion: 1, plan, announcedOn, announcedAt: when },
      ...{ priorReminders: [], status: 'chasing', startedAt: when, updatedAt: when },
    },
  });
  const ref = { creditorId: 'roux', invoiceId: id };
  const first = at === undefined ? 0 : plan.steps.findIndex((step) => step.key === at);
  await db.step.createMany({
    data: plan.steps.map((step, position) => ({
      ...ref,
      key: step.key,
      position,
      plannedOn: dueOn,
      status: position < first ? 'skipped' : 'planned',
    })),
  });
  for (const { key: stepKey, own } of timetable(plan, await readFacts(db, invoice), when.getTime()))
    await db.step.update({ where: { creditorId_invoiceId_key: { ...ref, key: stepKey } }, data: { plannedOn: own } });
  return ref;
};

/** Something done to a case by the app itself, as its activities do it. */
export const arrange = <T>({ store }: House, ref: CaseRef, work: (tx: CaseTx) => Promise<T>): Promise<T> =>
  store.change(ref, { name: 'huitaine', kind: 'system' }, work);

export const stepRow = ({ db }: House, ref: CaseRef, key: string) =>
  db.step.findUniqueOrThrow({ where: { creditorId_invoiceId_key: { ...ref, key } } });

export const invoiceRow = ({ db }: House, ref: CaseRef) =>
  db.invoice.findUniqueOrThrow({ where: { creditorId_id: { creditorId: ref.creditorId, id: ref.invoiceId } } });

export const timelineTypes = async ({ db }: House, ref: CaseRef): Promise<string[]> =>
  (await db.timelineEntry.findMany({ where: ref, orderBy: { id: 'asc' } })).map(({ type }) => type);
