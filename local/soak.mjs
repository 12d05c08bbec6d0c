import { spawn } from 'node:child_process';

// A thousand stories instead of two hundred, with a seed of its own; everything else is the test of the model.
const env = { HUITAINE_MODEL_STORIES: '1000', ...process.env };
const run = spawn(process.execPath, ['local/test.mjs', 'test/model/model.test.ts', 'test/model/modelRolled.test.ts'], {
  env,
  stdio: 'inherit',
});
run.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
