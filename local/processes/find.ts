import { readdir, readFile } from 'node:fs/promises';

export type Found = { readonly pid: number; readonly name: string };

/** The processes that `name` gives a name to. Only Linux tells; elsewhere pid files must do. */
export const findProcesses = async (
  name: (environment: ReadonlyMap<string, string>, command: string) => string | undefined,
): Promise<readonly Found[]> => {
  const found: Found[] = [];
  for (const pid of (await readdir('/proc').catch(() => [])).map(Number).filter(Boolean)) {
    const given = name(asMap(await readAll(pid, 'environ')), (await readAll(pid, 'cmdline')).join(' '));
    if (given) found.push({ pid, name: given });
  }
  return found;
};

/** Of processes of other users nothing can be read, and they aren't ours. */
const readAll = async (pid: number, file: string): Promise<readonly string[]> => {
  const content = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  return content.split('\0').filter(Boolean);
};

const asMap = (variables: readonly string[]): ReadonlyMap<string, string> =>
  new Map(variables.map((variable) => [variable.split('=', 1)[0] ?? '', variable.slice(variable.indexOf('=') + 1)]));
