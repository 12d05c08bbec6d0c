import path from 'node:path';
import { home } from './paths.ts';
import type { Secrets } from './secrets.ts';
import { apiUrl, temporalUiUrl, type Settings } from './settings.ts';

/** The environment of the API and the worker: ours, and what `npm start` chose. */
export const childEnvironment = (settings: Settings, secrets: Secrets, databaseUrl: string): NodeJS.ProcessEnv => {
  const url = apiUrl(settings);
  return {
    ...process.env,
    ...temporal(settings),
    NODE_ENV: process.env['NODE_ENV'] ?? 'development',
    DATABASE_URL: databaseUrl,
    PORT: String(settings.PORT),
    HOST: '127.0.0.1',
    HUITAINE_API_KEY: secrets.apiKey,
    HUITAINE_WEBHOOK_SECRET_BANK: secrets.webhookSecret,
    HUITAINE_TEMPORAL_UI_URL: temporalUiUrl(settings),
    HUITAINE_DESK_URL: process.env['HUITAINE_DESK_URL'] || url,
  };
};

/** For the local server nothing of a profile that names another cluster may count, its key and certificates least. */
const temporal = (settings: Settings): NodeJS.ProcessEnv => {
  if (settings.TEMPORAL_ADDRESS) return { TEMPORAL_NAMESPACE: settings.TEMPORAL_NAMESPACE ?? 'default' };
  const foreign = Object.keys(process.env).filter((name) =>
    /^TEMPORAL_(API_KEY|TLS|PROFILE|GRPC_META|CODEC)/.test(name),
  );
  return {
    ...Object.fromEntries(foreign.map((name) => [name, undefined])),
    TEMPORAL_CONFIG_FILE: path.join(home, 'no-profiles.toml'), // There is none, on purpose; an empty one is refused.
    TEMPORAL_ADDRESS: `127.0.0.1:${settings.HUITAINE_TEMPORAL_PORT}`,
    TEMPORAL_NAMESPACE: 'default',
  };
};
