// Plain JavaScript: it runs before anything is installed, so it may use nothing but Node.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Installs what package-lock.json names, when some of it isn't there. */
export const installDependencies = async () => {
  requireNode();
  if (isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))) return;
  await npmCi();
};

const requireNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Huitaine needs Node 20.19 or newer, and this is ${process.versions.node}: install Node 24.`);
};

/** Compares contents, not dates: git sets dates as it likes. What is optional may be meant for another system. */
export const isInstalled = (wanted, there) =>
  there !== undefined &&
  Object.entries(wanted.packages).every(
    ([name, { version, optional }]) => name === '' || optional || there.packages[name]?.version === version,
  );

const read = (file) => {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch {
    return undefined;
  }
};

const npmCi = () =>
  new Promise((resolve, reject) => {
    const began = Date.now();
    const seconds = () => Math.round((Date.now() - began) / 1000);
    console.log('Installing dependencies with npm ci (a minute or so the first time) …');
    const ticking = setInterval(() => console.log(`  still installing, ${seconds()} s`), 10_000);
    // Run by the npm that runs us, where there is one: PATH may hold another.
    const npm = process.env.npm_execpath;
    const [command, ...args] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
    const child = spawn(command, [...args, 'ci', '--no-audit', '--no-fund'], {
      cwd: root,
      env: { ...process.env, SCARF_ANALYTICS: 'false' }, // One package would tell its makers.
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = (problem) => {
      clearInterval(ticking);
      if (problem) return reject(new Error(`npm ci failed (${problem}): its message is above.`));
      console.log(`Dependencies installed in ${seconds()} s.`);
      resolve();
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(code === 0 ? undefined : (signal ?? `code ${code}`)));
  });
