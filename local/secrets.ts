import { randomBytes } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from './files.ts';
import { home } from './paths.ts';
import type { Settings } from './settings.ts';

const Secrets = z.object({ apiKey: z.string(), webhookSecret: z.string(), databasePassword: z.string() });

export type Secrets = z.infer<typeof Secrets>;

/** Makes them at the first start and finds them again at each other; what the environment says comes first. */
export const readSecrets = async (
  settings: Pick<Settings, 'HUITAINE_API_KEY' | 'HUITAINE_WEBHOOK_SECRET_BANK'>,
  folder = home,
): Promise<Secrets> => {
  const file = path.join(folder, 'secrets.json');
  const kept = await readIfThere(file);
  const secrets = kept === undefined ? make() : parse(kept, file);
  if (kept === undefined) await writePrivately(file, `${JSON.stringify(secrets, undefined, 2)}\n`);
  await chmod(file, 0o600);
  return {
    ...secrets,
    apiKey: settings.HUITAINE_API_KEY ?? secrets.apiKey,
    webhookSecret: settings.HUITAINE_WEBHOOK_SECRET_BANK ?? secrets.webhookSecret,
  };
};

const make = (): Secrets => ({
  apiKey: `huitaine_${randomBytes(24).toString('base64url')}`,
  webhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
  databasePassword: randomBytes(24).toString('base64url'),
});

/** Never replaced: the database was made with its password. */
const parse = (content: string, file: string): Secrets => {
  try {
    return Secrets.parse(JSON.parse(content));
  } catch {
    throw new Error(`${file} can't be read: restore it, or remove the folder to begin with an empty database.`);
  }
};
