import { rm } from 'node:fs/promises';
import { GOODBYE, PART_NAMES, type PartName } from './parts/part.ts';
import { home } from './paths.ts';
import { dataFolder, PLACE_FOR_ROOT } from './postgres/places.ts';
import { end } from './processes/end.ts';
import { findProcesses } from './processes/find.ts';
import { identify, type Identity } from './processes/identity.ts';
import { readPidFile } from './processes/pidFile.ts';
import { PART_VARIABLE, pidFile } from './supervisor.ts';

/** Ends, in order, the parts of an earlier start that was killed before it could. */
export const endLeftovers = async (): Promise<void> => {
  for (const name of [...PART_NAMES].toReversed()) {
    const left = await leftoversOf(name);
    if (left.length > 0) console.log(`An earlier start left its ${name} running: ending it.`);
    const { signal, patienceMs } = GOODBYE[name];
    for (const identity of left) await end(identity, signal, patienceMs);
    await rm(pidFile(name), { force: true });
  }
};

/** By pid file; and by what it inherited, in case we were killed between starting it and noting its number. */
const leftoversOf = async (name: PartName): Promise<readonly Identity[]> => {
  const noted = await readPidFile(pidFile(name));
  if (noted) return [noted];
  const found = await findProcesses((environment, command) => {
    const inherited = environment.get(PART_VARIABLE) === `${home}#${name}`;
    return inherited || (name === 'postgres' && isOurPostgres(command)) ? name : undefined;
  });
  const identities = await Promise.all(found.map(({ pid }) => identify(pid)));
  return identities.filter((identity) => identity !== undefined);
};

/** PostgreSQL overwrites what it inherited. */
const isOurPostgres = (command: string): boolean =>
  [home, PLACE_FOR_ROOT].some((place) => command.includes(`-D ${dataFolder(place)} `));
