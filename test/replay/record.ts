import { writeFileSync } from 'node:fs';
import type { Mailer } from '../../activities/ports.ts';
import { workflowId } from '../../workflows/messages.ts';
import { ownServers } from '../rehearse/servers.ts';
import { aCreditor, anInvoice, euros } from '../support/parties.ts';
import { skipInTheDark } from '../scenarios/dark.ts';
import { createWorld, type World } from '../support/world.ts';
import { historyText } from './historyFile.ts';

const FOLDER = new URL('./histories/', import.meta.url);

/** Real time for a case to act on what was last said. */
const SETTLING_MS = 1500;
const ROLLED = 'after-continue-as-new';
const LATE = 'late-at-night';

/** What a case is in when its history is recorded, and how it gets there. */
type Recording = { readonly name: string; readonly tell: (world: World, id: string) => Promise<void> };

const RECORDINGS: readonly Recording[] = [
  { name: 'asleep', tell: (world, id) => announced(world, id, '2031-03-04') },
  {
    name: 'draft-waiting',
    tell: async (world, id) => {
      await announced(world, id, '2031-03-04', { dueOn: '2031-03-07' });
      await world.at('2031-03-25');
    },
  },
  {
    name: 'on-hold',
    tell: async (world, id) => {
      await announced(world, id, '2031-03-25', { dueOn: '2031-03-31' });
      await world.call('POST', `/v1/invoices/${id}/hold`, { reason: 'manual', until: '2031-04-10' });
    },
  },
  {
    name: 'hold-over',
    tell: async (world, id) => {
      await announced(world, id, '2031-03-25', { dueOn: '2031-03-31' });
      await world.call('POST', `/v1/invoices/${id}/hold`, { reason: 'manual', until: '2031-04-10' });
      await world.at('2031-04-11');
    },
  },
  {
    name: 'retrying',
    tell: async (world, id) => {
      await world.store.db.creditor.update({ where: { id: 'default' }, data: { sending: 'on' } });
      await announced(world, id, '2031-03-25', { dueOn: '2031-04-04' });
      await world.at('2031-03-27');
    },
  },
  {
    // Its hour strikes on Friday while no worker runs; heard in the night, it waits for Monday's.
    name: LATE,
    tell: async (world, id) => {
      await announced(world, id, '2031-03-31', { dueOn: '2031-04-03', startAt: 'first-reminder' });
      await world.stopWorkers();
      await world.at('2031-04-04', 9);
      await skipInTheDark(world, 1, '2031-04-05', 2);
      await world.startWorkers();
      await world.at('2031-04-07', 10);
    },
  },
  {
    name: ROLLED,
    tell: async (world, id) => {
      await announced(world, id, '2031-03-28', { dueOn: '2031-04-30' });
      for (let n = 1; n <= 8; n += 1)
        await world.call('POST', `/v1/invoices/${id}/payments`, {
          id: `${id}-${n}`,
          amount: euros(1000),
          receivedOn: '2031-03-28',
        });
    },
  },
];

const announced = async (world: World, id: string, day: string, given: Record<string, unknown> = {}): Promise<void> => {
  await world.at(day, 7);
  const { status, body } = await world.call('POST', '/v1/invoices', anInvoice({ id, number: id, ...given }));
  if (status !== 201) throw new Error(JSON.stringify(body));
};

const unreachable: Mailer = {
  kind: 'keyed',
  send: async () => ({ is: 'unsent', reason: 'rate_limit_exceeded: recorded' }),
};

/** Only these, by name; all without. */
const WANTED = process.argv.slice(2);

const named = (...names: readonly string[]): readonly Recording[] =>
  RECORDINGS.filter(({ name }) => names.includes(name) && (WANTED.length === 0 || WANTED.includes(name)));

/** Records one history for each kind of waiting; run it for each release, and keep the old ones as long as such cases may run. */
const record = async (): Promise<void> => {
  await recordIn(named('asleep', 'draft-waiting', 'on-hold', 'hold-over', 'retrying'), 500);
  // No other case may wait for a worker while the clock is moved in the dark.
  await recordIn(named(LATE), 500);
  await recordIn(named(ROLLED), 24);
};

const recordIn = async (recordings: readonly Recording[], rollAfter: number): Promise<void> => {
  if (recordings.length === 0) return;
  const servers = await ownServers();
  const world = await createWorld({ servers, mailer: unreachable, rollAfter, remembered: 0 });
  try {
    await world.at('2031-03-03', 6);
    await world.call('PUT', '/v1/creditors/default', aCreditor);
    for (const { name, tell } of recordings) {
      const id = `R-${name}`;
      await tell(world, id);
      await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
      const handle = world.env.client.workflow.getHandle(workflowId({ creditorId: 'default', invoiceId: id }));
      const history = await handle.fetchHistory();
      writeFileSync(new URL(`${name}.json`, FOLDER), historyText(history));
      console.log(`${name}: ${history.events?.length} events`);
    }
  } finally {
    await world.stop();
    await servers.stop();
  }
};

await record();
