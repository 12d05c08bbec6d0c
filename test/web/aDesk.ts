import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../api/app.ts';
import type { ApiDependencies } from '../../api/ports.ts';
import { wording } from '../../templates/port.ts';
import { mountDesk } from '../../web/desk.ts';
import { createSessions } from '../../web/session.ts';
import { silentLog } from '../support/silentLog.ts';
import { createWorld, INSTALLATION_KEY, WEBHOOK_SECRET, type World, type WorldOptions } from '../support/world.ts';

export type Desk = {
  readonly world: World;
  readonly url: string;
  /** Moves the clock by which sessions end. */
  readonly waitHours: (hours: number) => void;
  readonly stop: () => Promise<void>;
};

/** A world with its desk, whose sessions have a clock of their own. */
export const aDesk = async (options: WorldOptions = {}): Promise<Desk> => {
  const world = await createWorld(options);
  const deps: ApiDependencies = {
    store: world.store,
    cases: world.cases,
    now: world.now,
    wording,
    log: silentLog,
    config: {
      temporalUiUrl: 'http://127.0.0.1:8233',
      deskUrl: null,
      webhookSecrets: () => [WEBHOOK_SECRET],
      installationKey: INSTALLATION_KEY,
      requestsPerMinute: 1_000_000,
      version: 'test',
    },
  };
  let clock = 0;
  const sessions = createSessions(() => clock);
  const server = createApp(deps, (app) => mountDesk(app, deps, sessions)).listen(0, '127.0.0.1');
  const port = await listening(server);
  return {
    world,
    url: `http://127.0.0.1:${port}`,
    waitHours: (hours) => {
      clock += hours * 3_600_000;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.stop();
    },
  };
};

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
  });
