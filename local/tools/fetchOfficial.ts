import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withProgress } from '../progress.ts';
import { run, withTypeScript } from '../run.ts';

const HOST = 'https://temporal.download';

export type Fetch = (kind: 'cli' | 'test-server', target: string) => Promise<boolean>;

/** Temporal's own download, made by its SDK, put where `target` says; false where it can't be had. */
export const fetchOfficial: Fetch = async (kind, target) => {
  if (!(await isReachable())) return false;
  await mkdir(path.dirname(path.dirname(target)), { recursive: true });
  const folder = await mkdtemp(`${path.dirname(target)}.part-`);
  try {
    const script = fileURLToPath(new URL('download.ts', import.meta.url));
    const { code } = await withProgress(`Downloading ${path.basename(target)}`, () =>
      run(process.execPath, [...withTypeScript, script, kind, folder], { timeout: 300_000 }),
    );
    const [file] = (await readdir(folder)).filter((name) => name.startsWith('temporal'));
    if (code !== 0 || !file) return false; // What is there may be half of it.
    await mkdir(path.dirname(target), { recursive: true });
    await rename(path.join(folder, file), target);
    await chmod(target, 0o755);
    return true;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Five seconds are enough for a machine that has the internet; behind a proxy the SDK knows the way and we don't. */
const isReachable = async (): Promise<boolean> => {
  if (process.env['HTTPS_PROXY'] ?? process.env['https_proxy']) return true;
  try {
    await fetch(HOST, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
};
