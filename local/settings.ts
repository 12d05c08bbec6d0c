import { z } from 'zod';

/** An empty line in an .env file means the same as none. */
const given = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());
const port = (usual: number) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(65_535).default(usual),
  );

const Environment = z.object({
  PORT: port(3000),
  DATABASE_URL: given,
  TEMPORAL_ADDRESS: given,
  TEMPORAL_NAMESPACE: given,
  HUITAINE_POSTGRES_PORT: port(54_329),
  HUITAINE_TEMPORAL_PORT: port(7233),
  HUITAINE_TEMPORAL_UI_PORT: port(8233),
  HUITAINE_TEMPORAL_UI_URL: given,
  HUITAINE_API_KEY: given,
  HUITAINE_WEBHOOK_SECRET_BANK: given,
});

export type Settings = z.infer<typeof Environment>;

/** What one may choose about `npm start`; what is not said has a value that works. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new Error(`The environment can't be used.\n${z.prettifyError(read.error)}`);
  return read.data;
};

export const apiUrl = ({ PORT }: Settings): string => `http://127.0.0.1:${PORT}`;

export const temporalUiUrl = (settings: Settings): string | undefined =>
  settings.HUITAINE_TEMPORAL_UI_URL ??
  (settings.TEMPORAL_ADDRESS ? undefined : `http://127.0.0.1:${settings.HUITAINE_TEMPORAL_UI_PORT}`);
