import { z } from 'zod';
import { ECB_BASE_URL } from './ecb.ts';
import type { ApiDependencies } from './ports.ts';

const Secret = z.string().regex(/^(whsec_)?[A-Za-z0-9+/]{24,}={0,2}$/, {
  error: 'expected a secret of Standard Webhooks: whsec_ and at least 24 characters of base64',
});

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HUITAINE_API_KEY: z.string().min(32).optional(),
  HUITAINE_TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).optional(),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  HUITAINE_JITTER_MINUTES: z.coerce.number().int().min(0).max(240).default(15),
  HUITAINE_DESK_URL: z.url({ protocol: /^https?$/ }).optional(),
  HUITAINE_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).optional(),
  ECB_BASE_URL: z.url({ protocol: /^https?$/ }).default(ECB_BASE_URL),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly logLevel: string;
  /** Messages leave at most so many minutes after the sending hour, by a hash of the debtor. */
  readonly jitterMinutes: number;
  readonly api: Omit<ApiDependencies['config'], 'version'>;
};

const WEBHOOK_SECRET = /^HUITAINE_WEBHOOK_SECRET_([A-Z0-9_]+)$/;

/** Reads the whole environment once, at the start, and names every fault in it. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  const secrets = readSecrets(given);
  const faults = [...(read.success ? [] : read.error.issues), ...secrets.faults];
  if (!read.success || faults.length > 0)
    throw new Error(`The environment is incomplete.\n${z.prettifyError(new z.ZodError(faults))}`);
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    logLevel: data.LOG_LEVEL,
    jitterMinutes: data.HUITAINE_JITTER_MINUTES,
    api: {
      temporalUiUrl: trimmed(data.HUITAINE_TEMPORAL_UI_URL),
      temporalNamespace: data.TEMPORAL_NAMESPACE,
      deskUrl: trimmed(data.HUITAINE_DESK_URL),
      webhookSecrets: (source) => secrets.bySource.get(variableName(source)) ?? [],
      installationKey: data.HUITAINE_API_KEY ?? null,
      ecbBaseUrl: data.ECB_BASE_URL.replace(/\/+$/, ''),
      ...(data.HUITAINE_REQUESTS_PER_MINUTE === undefined
        ? {}
        : { requestsPerMinute: data.HUITAINE_REQUESTS_PER_MINUTE }),
    },
  };
};

/** The source `my-bank` has its secrets in HUITAINE_WEBHOOK_SECRET_MY_BANK. */
const variableName = (source: string): string => source.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');

const readSecrets = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly bySource: ReadonlyMap<string, readonly string[]>; readonly faults: z.core.$ZodIssue[] } => {
  const faults: z.core.$ZodIssue[] = [];
  const bySource = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(environment)) {
    const [, source] = WEBHOOK_SECRET.exec(name) ?? [];
    if (source === undefined) continue;
    const read = z
      .array(Secret)
      .min(1)
      .max(2, { error: 'expected one secret, or two separated by a space' })
      .safeParse((value ?? '').trim().split(/\s+/));
    if (read.success) bySource.set(source, read.data);
    // The value itself never gets into a message.
    else
      faults.push(
        ...read.error.issues.map(({ message }) => ({
          code: 'custom' as const,
          message,
          path: [name],
          input: undefined,
        })),
      );
  }
  return { bySource, faults };
};

const trimmed = (url: string | undefined): string | null => url?.replace(/\/+$/, '') ?? null;
