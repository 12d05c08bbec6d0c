import { z } from 'zod';
import {
  listTexts,
  readText,
  saveText,
  type Saved,
  type TextLine,
  type TextView,
} from '../../prisma/wordings/library.ts';
import { previewText } from '../../prisma/wordings/preview.ts';
import { tryText } from '../../prisma/wordings/trial.ts';
import { variablesFor } from '../../prisma/wordings/variablesFor.ts';
import { etag, ifMatch, stale, unasked } from '../etag.ts';
import type { ApiDependencies } from '../ports.ts';
import { faulty } from '../faulty.ts';
import { Problem } from '../problem.ts';
import { route, type Reply } from '../route.ts';
import { sendTest, type TestState } from '../sendTest.ts';
import {
  PreviewBody,
  PreviewView,
  TemplateBody,
  TemplateFilters,
  TemplateName,
  TemplatePage,
  TemplateView,
  TestBody,
  TestView,
} from '../schemas/template.ts';
import { Id } from '../schemas/values.ts';
import { ADMIN, OPERATOR } from './access.ts';

const params = z.object({ templateName: TemplateName });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const lineView = ({ changedAt, ...line }: TextLine): object => ({
  ...line,
  changedAt: changedAt?.toISOString() ?? null,
});

const answer = async (
  dependencies: ApiDependencies,
  creditorId: string,
  text: TextView,
  invoiceId?: string,
): Promise<Reply> => ({
  status: 200,
  body: {
    ...lineView(text),
    versions: text.versions.map(({ createdAt, ...version }) => ({ ...version, createdAt: createdAt.toISOString() })),
    variables: await variablesFor(dependencies.store, { creditorId, name: text.name, invoiceId }),
  },
  headers: { ETag: etag(text.version) },
});

/** The version that the author has read; a text always exists, so it is always asked for. */
const versionRead = async (
  { store }: ApiDependencies,
  creditorId: string,
  name: string,
  header: string | undefined,
): Promise<number> => {
  const { version } = await readText(store, creditorId, name);
  const read = ifMatch(header);
  if (read === null) throw unasked(version);
  if (read !== version) throw stale(version);
  return read;
};

const saved = (dependencies: ApiDependencies, creditorId: string, result: Saved): Promise<Reply> => {
  if (result.is === 'stale') throw stale(result.version);
  if (result.is === 'faulty') throw faulty(result.faults);
  return answer(dependencies, creditorId, result.text);
};

const testAnswer = (to: string, test: TestState): Reply => {
  if (test.status === 'failed' || test.status === 'unclear')
    throw new Problem(503, 'TEST_NOT_SENT', `expected the test to leave, got: ${test.failure ?? test.status}`);
  const { id: messageId, status, mode } = test;
  return { status: status === 'pending' ? 202 : 200, body: { messageId, status, mode, to } };
};

export const templateRoutes = [
  route(
    {
      method: 'get',
      path: '/v1/templates',
      summary: 'List the texts: messages, letters, scripts, and the pieces that they share',
      tag: 'Templates',
      access: OPERATOR,
      query: TemplateFilters,
      responses: { 200: { description: 'All of them, each with the version in force', schema: TemplatePage } },
    },
    async ({ store }, { query: { kind, language, own }, sender: { creditorId } }) => {
      const texts = await listTexts(store, creditorId);
      const wanted = texts.filter(
        (text) =>
          (kind === undefined || text.kind === kind) &&
          (language === undefined || text.language === language) &&
          (own === undefined || String(text.own) === own),
      );
      return { status: 200, body: { data: wanted.map(lineView), nextCursor: null } };
    },
  ),
  route(
    {
      method: 'get',
      path: '/v1/templates/:templateName',
      summary: 'Read a text with its versions and the variables that it may use',
      tag: 'Templates',
      access: OPERATOR,
      params,
      query: z.strictObject({ invoiceId: Id.optional() }),
      responses: { 200: { description: 'The text; variables with the values of that case', schema: TemplateView } },
    },
    async (dependencies, { params: { templateName }, query: { invoiceId }, sender: { creditorId } }) =>
      answer(dependencies, creditorId, await readText(dependencies.store, creditorId, templateName), invoiceId),
  ),
  route(
    {
      method: 'put',
      path: '/v1/templates/:templateName',
      summary: 'Save an own text instead of the shipped one; a faulty one is refused with its lines',
      tag: 'Templates',
      access: ADMIN,
      act: 'person',
      ifMatch: true,
      params,
      body: TemplateBody,
      example: {
        source:
          '---\nsubject: "Facture {{ invoice.number }}"\npurpose: "Signale le retard."\n---\n{% include "greeting" %}\n\nLa facture {{ invoice.number }}, échue le {{ invoice.dueOn | date }}, reste à payer : {{ balance | money }}.\n\n{% include "payment" %}\n\n{% include "closing" %}\n',
      },
      responses: {
        200: { description: 'Saved as the next version; in force from the next message on', schema: TemplateView },
      },
    },
    async (
      dependencies,
      { params: { templateName: name }, body: { source }, sender: { creditorId, actor }, header },
    ) => {
      const { store, wording } = dependencies;
      const version = await versionRead(dependencies, creditorId, name, header('if-match'));
      const faults = await tryText(store, wording, creditorId, name, source);
      return saved(
        dependencies,
        creditorId,
        await saveText(store, { creditorId, name, source, version, faults }, actor),
      );
    },
  ),
  route(
    {
      method: 'delete',
      path: '/v1/templates/:templateName',
      summary: 'Go back to the shipped text; the own versions are kept',
      tag: 'Templates',
      access: ADMIN,
      act: 'person',
      ifMatch: true,
      params,
      responses: { 200: { description: 'The shipped text, in force again', schema: TemplateView } },
    },
    async (dependencies, { params: { templateName: name }, sender: { creditorId, actor }, header }) => {
      const version = await versionRead(dependencies, creditorId, name, header('if-match'));
      const edit = { creditorId, name, source: null, version, faults: [] };
      return saved(dependencies, creditorId, await saveText(dependencies.store, edit, actor));
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/templates/:templateName/preview',
      summary: 'See a text with the facts of a case of today; nothing is stored',
      tag: 'Templates',
      access: OPERATOR,
      params,
      body: PreviewBody,
      example: { sample: 'consumer' },
      responses: { 200: { description: 'As it would leave, with what is wrong with it', schema: PreviewView } },
    },
    async ({ store, wording }, { params: { templateName: name }, body, sender: { creditorId } }) => {
      const seen = await previewText(store, wording, { creditorId, name, ...body });
      const { shownIn, context, subject, markdown, faults, email, letter } = seen;
      return {
        status: 200,
        body: {
          ...{ shownIn: shownIn.name, channel: context.channel, subject, markdown, faults },
          text: email?.text ?? markdown,
          html: email?.html ?? '',
          letter: letter && {
            filename: `${shownIn.step}.docx`,
            mediaType: DOCX,
            base64: Buffer.from(letter).toString('base64'),
          },
        },
      };
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/templates/:templateName/test',
      summary: 'Send a text with the facts of a case to an address of your own, marked as a test',
      tag: 'Templates',
      access: ADMIN,
      act: 'person',
      repeats: 'idempotency-key',
      params,
      body: TestBody,
      example: { invoiceId: 'F-2026-0042', to: 'claire@atelier-morel.example' },
      responses: {
        200: { description: 'Sent, or in the outbox while sending is off', schema: TestView },
        202: { description: 'On its way; GET /v1/messages/{messageId} tells', schema: TestView },
      },
    },
    async (dependencies, { params: { templateName: name }, body, sender: { creditorId, actor } }) =>
      testAnswer(body.to, await sendTest(dependencies, { creditorId, name, ...body }, actor)),
  ),
];
