import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../api/app.ts';
import type { ApiDependencies, CaseRef, Cases } from '../../api/ports.ts';
import { day } from '../../domain/day.ts';
import { instantOn } from '../../domain/instant.ts';
import { connect, type PrismaClient } from '../../prisma/client.ts';
import { ensureDefaultCreditor } from '../../prisma/parties/creditors.ts';
import { markTold } from '../../prisma/reconciliation.ts';
import { createStore, type Store } from '../../prisma/store.ts';
import { wording } from '../../templates/port.ts';
import { loadStrategies } from '../../templates/strategies/load.ts';
import { createCaller, type Call } from '../support/call.ts';
import { asDescribed } from './asDescribed.ts';
import { createDatabase } from '../support/servers.ts';
import { silentLog } from '../support/silentLog.ts';

export const KEY = 'an-installation-key-of-32-characters-or-more';
export const SECRET = `whsec_${Buffer.from('the secret that the bank signs with').toString('base64')}`;
export const OLD_SECRET = `whsec_${Buffer.from('the secret before the last rotation').toString('base64')}`;

export type House = {
  readonly url: string;
  readonly db: PrismaClient;
  readonly store: Store;
  /** With the installation's key and Huitaine-Actor: Claire. */
  readonly call: Call;
  readonly callAs: (key: string) => Call;
  /** A caller with a fresh key of these scopes, bound to `creditorId` when given. */
  readonly withScopes: (scopes: readonly string[], creditorId?: string) => Promise<Call>;
  /** The cases told since the last look. */
  readonly told: () => readonly CaseRef[];
  /** From now on Temporal is away, or back. */
  readonly temporal: (is: 'there' | 'away') => void;
  /** Moves business time to 10:00 in Paris of that day. */
  readonly on: (date: string) => void;
  readonly close: () => Promise<void>;
};

export type HouseOptions = {
  readonly config?: Partial<ApiDependencies['config']>;
  readonly log?: ApiDependencies['log'];
  /** Another way to the database. */
  readonly via?: (databaseUrl: string) => Promise<string>;
};

/** The API on a real database, with cases that only note what they are told. It is Monday 2031-03-03, 10:00 in Paris. */
export const aHouse = async ({
  config = {},
  log = silentLog,
  via = async (url) => url,
}: HouseOptions = {}): Promise<House> => {
  const database = await createDatabase();
  const db = connect(await via(database.url), 5);
  let clock = instantOn(day('2031-03-03'), 10, 'Europe/Paris');
  const now = async (): Promise<number> => clock;
  const store = createStore({ db, now, strategies: loadStrategies(), jitterMinutes: 0 });
  await ensureDefaultCreditor(store);
  let away = false;
  let told: CaseRef[] = [];
  const tell = async (ref: CaseRef): Promise<boolean> => {
    told.push(ref);
    if (away) throw new Error('no route to Temporal');
    await markTold(store, ref, (await store.read(ref)).facts.version);
    return true;
  };
  const cases: Cases = {
    tell,
    tellAndWait: async (ref) => ((await tell(ref)) ? 'acted' : 'away'),
    runNow: async () => (away ? 'away' : 'told'),
    sendTest: async () => !away,
    health: async () => ({ temporal: !away, worker: !away }),
  };
  const server = createApp({
    store,
    cases,
    now,
    wording,
    log,
    config: {
      temporalUiUrl: 'http://127.0.0.1:8233',
      deskUrl: 'http://127.0.0.1:3000',
      webhookSecrets: (source) => (source === 'bank' ? [SECRET, OLD_SECRET] : []),
      installationKey: KEY,
      version: 'test',
      ...config,
    },
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const callAs = (key: string): Call => asDescribed(createCaller(url, key));
  const call = callAs(KEY);
  return {
    url,
    db,
    store,
    call,
    callAs,
    withScopes: async (scopes, creditorId) => {
      const { body } = await call('POST', '/v1/api-keys', {
        name: `key-${randomBytes(3).toString('hex')}`,
        scopes,
        ...(creditorId ? { creditorId } : {}),
      });
      return callAs(body.secret);
    },
    told: () => {
      const seen = told;
      told = [];
      return seen;
    },
    temporal: (is) => {
      away = is === 'away';
    },
    on: (date) => {
      clock = instantOn(day(date), 10, 'Europe/Paris');
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await db.$disconnect();
      await database.drop();
    },
  };
};
