import { z } from 'zod';
import { readSmtpUrl } from '../activities/adapters/smtpUrl.ts';

/** A URL that the SMTP adapter can read. */
const SmtpUrl = z.string().superRefine((text, check) => {
  try {
    readSmtpUrl(text);
  } catch (error) {
    check.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
  }
});

const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TEMPORAL_NAMESPACE: z.string().min(1).optional(),
  TEMPORAL_DEPLOYMENT_NAME: z.string().min(1).optional(),
  TEMPORAL_BUILD_ID: z.string().min(1).optional(),
  SMTP_URL: SmtpUrl.optional(),
  RESEND_API_KEY: z.string().min(1).optional(),
  RESEND_BASE_URL: z.url().optional(),
  HUITAINE_TEST_RECIPIENT: z.email().optional(),
  HUITAINE_EMAILS_PER_SECOND: z.coerce.number().positive().default(5),
  HUITAINE_DESK_URL: z.url().optional(),
});

export type WorkerConfig = Readonly<z.output<typeof Environment>>;

/** Reads the whole environment once; throws one error that names every fault. Nothing else in the worker reads it. */
export const readConfig = (environment: NodeJS.ProcessEnv): WorkerConfig => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(given);
  if (!read.success) throw new Error(`The environment is incomplete.\n${z.prettifyError(read.error)}`);
  return read.data;
};
