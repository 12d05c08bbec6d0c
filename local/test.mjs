import { installDependencies } from './dependencies.mjs';

// First stage, in plain JavaScript: in a fresh clone there is no TypeScript loader yet.
try {
  await installDependencies();
  const { register } = await import('tsx/esm/api');
  register();
  const { test } = await import('./test.ts');
  await test(process.argv.slice(2));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  if (process.env.HUITAINE_DEBUG) console.error(error);
  process.exit(1);
}
