import { z } from 'zod';
import { Email, Id, Instant, page } from './values.ts';

export const TemplateName = z
  .string()
  .max(200)
  .meta({
    description: 'As in templates/, without its ending.',
    examples: ['messages/fr/progressive/first-reminder', 'letters/fr/formal-notice', 'partials/fr/law'],
  });

const KIND = z.enum(['messages', 'letters', 'scripts', 'partials']);

export const TemplateFilters = z.strictObject({
  kind: KIND.optional(),
  language: z.enum(['fr', 'nl', 'en']).optional(),
  own: z.enum(['true', 'false']).optional(),
});

const line = {
  name: TemplateName,
  kind: KIND,
  language: z.string(),
  strategy: z.string().nullable(),
  step: z.string(),
  purpose: z.string(),
  own: z.boolean().meta({ description: "True where the creditor's own text is in force." }),
  fixed: z.boolean().meta({ description: 'Worded by the law: no own text takes its place.' }),
  version: z.int().meta({ description: '0 = never changed.' }),
  by: z.string().nullable(),
  changedAt: Instant.nullable(),
};

const TemplateLine = z.object(line).meta({ id: 'TemplateSummary' });
export const TemplatePage = page(TemplateLine);

const Variable = z
  .object({
    name: z.string(),
    insert: z.string().meta({ description: 'How it is written in a text.' }),
    sample: z
      .string()
      .nullable()
      .meta({ description: 'What it says in this case; null = nothing, so ask for it first.' }),
  })
  .meta({ id: 'TemplateVariable' });

export const TemplateView = z
  .object({
    ...line,
    source: z.string().meta({ description: 'The text in force.' }),
    shipped: z.string().meta({ description: 'The text that came with the app.' }),
    variables: z.array(Variable),
    versions: z.array(
      z.object({
        version: z.int(),
        source: z.string().nullable().meta({ description: 'null = back to the shipped text.' }),
        by: z.string(),
        createdAt: Instant,
      }),
    ),
  })
  .meta({ id: 'Template' });

const Source = z.string().min(1).max(60_000);

export const TemplateBody = z.strictObject({ source: Source });

const Sample = z
  .enum(['business', 'public', 'non-professional', 'consumer'])
  .meta({ description: 'A made-up case with a debtor of that kind; business when neither case nor kind is named.' });

export const PreviewBody = z
  .strictObject({ source: Source.optional(), invoiceId: Id.optional(), sample: Sample.optional() })
  .refine(({ invoiceId, sample }) => invoiceId === undefined || sample === undefined, {
    error: 'expected either invoiceId or sample, got both',
    path: ['sample'],
  });

export const TestBody = z.strictObject({ source: Source.optional(), invoiceId: Id, to: Email });

/** What a fault of wording tells besides its code, for whoever words it in another language. */
export const FaultFields = {
  rule: z.string().optional().meta({ description: 'Wording: which rule of the code is broken; stable.' }),
  values: z
    .array(z.string())
    .optional()
    .meta({ description: 'Wording: the words that break the rule, or what lacks.' }),
};

const Fault = z
  .object({
    line: z.int().nullable().meta({ description: 'In the source; null = the text as a whole.' }),
    code: z.string(),
    detail: z.string().meta({ description: 'In English, for people.' }),
    ...FaultFields,
    debtorKinds: z.array(z.string()).optional().meta({ description: 'Shows with these debtors only.' }),
  })
  .meta({ id: 'TemplateFault' });

export const PreviewView = z
  .object({
    shownIn: TemplateName.meta({ description: 'The text shown: another one where a piece was asked for.' }),
    channel: z.string(),
    subject: z.string(),
    markdown: z.string(),
    text: z.string(),
    html: z.string().meta({ description: 'Empty for what isn’t an e-mail, or can’t leave as it is.' }),
    faults: z.array(Fault),
    letter: z
      .object({ filename: z.string(), mediaType: z.string(), base64: z.string() })
      .nullable()
      .meta({ description: 'The letter as .docx, on the creditor’s own letterhead where there is one.' }),
  })
  .meta({ id: 'TemplatePreview' });

export const TestView = z
  .object({ messageId: z.string(), status: z.string(), mode: z.string().nullable(), to: z.string() })
  .meta({ id: 'TemplateTest' });
