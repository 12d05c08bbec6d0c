import path from 'node:path';
import { home } from '../paths.ts';
import type { Settings } from '../settings.ts';
import { connectWhenReady, devServerArguments } from '../temporal/devServer.ts';
import { temporalCli } from '../tools/temporalCli.ts';
import type { Part } from './part.ts';

/** Temporal's development server with its UI; open cases are in its file and outlive it. */
export const temporalPart = async (settings: Settings): Promise<Part> => {
  const { HUITAINE_TEMPORAL_PORT: port, HUITAINE_TEMPORAL_UI_PORT: uiPort } = settings;
  return {
    name: 'temporal',
    label: 'Temporal',
    command: await temporalCli(),
    args: devServerArguments({ port, uiPort, database: path.join(home, 'temporal.db') }),
    ready: async (alive) => {
      const connection = await connectWhenReady(`127.0.0.1:${port}`, 'default', alive);
      await connection?.close();
    },
  };
};
