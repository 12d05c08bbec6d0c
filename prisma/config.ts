import { z } from 'zod';

const Environment = z.object({ DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }) });

/** What the migration step takes from the environment; everything else is handed a url. */
export const readConfig = (environment: NodeJS.ProcessEnv): { readonly databaseUrl: string } => {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new Error(`The environment is incomplete.\n${z.prettifyError(read.error)}`);
  return { databaseUrl: read.data.DATABASE_URL };
};
