import { parseArgs } from 'node:util';
import { runFleet } from '../model/fleet.ts';
import { aCreditor } from '../support/parties.ts';
import { createWorld } from '../support/world.ts';
import { readLedgerFile } from './ledger.ts';
import { ownServers } from './servers.ts';
import { storyOf, type Operator } from './stories.ts';

const USAGE = 'npm run rehearse -- FILE.csv --operator prompt|absent --settle-shift DAYS';

/** Runs a ledger of past invoices through the real workflow, activities and API with time skipping; 1 on any difference. */
const rehearse = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      operator: { type: 'string', default: 'prompt' },
      'settle-shift': { type: 'string', default: '0' },
      limit: { type: 'string' },
    },
  });
  const [file] = positionals;
  const shift = Number(values['settle-shift']);
  if (!file || !['prompt', 'absent'].includes(values.operator) || !Number.isInteger(shift)) {
    console.error(`expected a ledger, an operator and whole days, got "${process.argv.slice(2).join(' ')}"\n${USAGE}`);
    return 2;
  }
  const rows = readLedgerFile(file, shift).slice(0, Number(values.limit ?? Number.MAX_SAFE_INTEGER));
  console.log(`${rows.length} invoices; writing each one's story …`);
  const stories = rows.map((row) => storyOf(row, values.operator as Operator));
  const started = performance.now();
  const servers = await ownServers();
  const world = await createWorld({ servers });
  try {
    const first = stories.map(({ story }) => story.announcedAt.day).sort()[0] ?? '';
    await world.at(first, 6);
    const { status, body } = await world.call('PUT', '/v1/creditors/default', {
      ...aCreditor,
      // The oracle counts principal only.
      accessories: 'waive-if-paid-by',
    });
    if (status >= 300) throw new Error(JSON.stringify(body));
    const { differences, reminders, acts } = await runFleet(world, stories, { compareEvery: 7, told: progress });
    for (const difference of differences) console.log(difference);
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    console.log(
      `\n${stories.length} invoices, ${acts} acts, ${reminders} reminders on record, ${differences.length} differences, ${minutes} minutes`,
    );
    return differences.length === 0 ? 0 : 1;
  } finally {
    await world.stop();
    await servers.stop();
  }
};

let month = '';
const progress = (day: string): void => {
  if (day.slice(0, 7) === month) return;
  month = day.slice(0, 7);
  console.log(`… ${month}`);
};

process.exitCode = await rehearse();
