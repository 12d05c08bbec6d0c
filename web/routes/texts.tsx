import type { Request, Response, Router } from 'express';
import { render } from 'preact-render-to-string';
import { Problem } from '../../api/problem.ts';
import { sendTest } from '../../api/sendTest.ts';
import type { DebtorKind } from '../../domain/plan.ts';
import { Refusal } from '../../domain/refusal.ts';
import { picturesStored, withPictures } from '../../prisma/course/attachments.ts';
import { invoiceNumbered } from '../../prisma/desk/invoiceNumbered.ts';
import { listTexts, readText, saveText } from '../../prisma/wordings/library.ts';
import { previewText, type PreviewOf } from '../../prisma/wordings/preview.ts';
import { DEBTOR_KINDS } from '../../prisma/wordings/sampleCase.ts';
import { tryText } from '../../prisma/wordings/trial.ts';
import { unfitTexts } from '../../prisma/wordings/unfit.ts';
import { variablesFor } from '../../prisma/wordings/variablesFor.ts';
import type { TextFault } from '../../templates/texts/text.ts';
import { sendFile, sendFramed, sendPage } from '../answer.ts';
import { filled, valuesOf, type Values } from '../forms/values.ts';
import { ShownText } from '../pages/shownText.tsx';
import { TextPage } from '../pages/text.tsx';
import { Texts } from '../pages/texts.tsx';
import { NOTHING_GIVEN, refused } from '../parts/given.ts';
import { textHref } from '../textName.ts';
import type { On, Visit } from '../visit.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The texts: a list, one to edit, how it looks, a test of it. */
export const mountWordings = (router: Router, on: On): void => {
  router.get(
    '/texts',
    on(async (visit, _request, response) => {
      const { store } = visit.deps;
      const { creditorId } = visit.session;
      const [lines, unfit] = await Promise.all([listTexts(store, creditorId), unfitTexts(store, creditorId)]);
      sendPage(response, <Texts visit={visit} lines={lines} unfit={unfit} />);
    }),
  );
  router.get(
    '/text',
    on((visit, request, response) =>
      show(visit, nameIn(request), response, request.query['saved'] === '1' ? { told: visit.words.texts.saved } : {}),
    ),
  );
  router.post(
    '/text/save',
    on((visit, request, response) => save(visit, valuesOf(request.body), response)),
  );
  router.post(
    '/text/back',
    on((visit, request, response) => save(visit, valuesOf(request.body), response, true)),
  );
  router.get(
    '/text/preview',
    on((visit, request, response) => preview(visit, { name: nameIn(request) }, response)),
  );
  router.post(
    '/text/preview',
    on((visit, request, response) => preview(visit, valuesOf(request.body), response)),
  );
  router.post(
    '/text/letter',
    on((visit, request, response) => letter(visit, valuesOf(request.body), response)),
  );
  router.post(
    '/text/test',
    on((visit, request, response) => test(visit, valuesOf(request.body), response)),
  );
};

const nameIn = ({ query }: Request): string => (typeof query['name'] === 'string' ? query['name'] : '');

type Shown = {
  readonly values?: Values;
  readonly faults?: readonly TextFault[];
  readonly told?: string | null;
  readonly failed?: boolean;
  readonly refusal?: Refusal;
  readonly status?: number;
};

const show = async (
  visit: Visit,
  name: string,
  response: Response,
  { values = {}, faults = [], told = null, refusal, status = 200, failed = status >= 400 }: Shown = {},
): Promise<void> => {
  const { store } = visit.deps;
  const { creditorId } = visit.session;
  const text = await readText(store, creditorId, name);
  const invoiceId = await invoiceIn(visit, values).catch(() => undefined);
  const variables = await variablesFor(store, { creditorId, name, invoiceId });
  const given = refusal ? refused(visit, refusal, values, fieldOf) : { ...NOTHING_GIVEN, values };
  const said = { told, failed };
  const page = <TextPage visit={visit} text={text} variables={variables} given={given} faults={faults} {...said} />;
  sendPage(response, page, status);
};

const fieldOf = (pointer: string): string | null =>
  pointer === '/invoiceId' ? 'number' : pointer === '/to' ? 'to' : pointer === '/sample' ? 'sample' : null;

/** Saving is the admin's, here as in the API. */
const onlyAdmin = ({ session }: Visit): void => {
  if (session.actor.kind !== 'admin')
    throw new Refusal('MANAGER_REQUIRED', `expected somebody with the scope admin, got ${session.actor.kind}`);
};

const save = async (visit: Visit, values: Values, response: Response, back = false): Promise<void> => {
  onlyAdmin(visit);
  const { store, wording } = visit.deps;
  const { creditorId, actor } = visit.session;
  const { name = '' } = values;
  const source = back ? null : (values['source'] ?? '');
  const faults = source === null ? [] : await tryText(store, wording, creditorId, name, source);
  const edit = { creditorId, name, source, version: Number(values['version'] ?? Number.NaN), faults };
  const result = await saveText(store, edit, actor);
  if (result.is === 'faulty') return show(visit, name, response, { values, faults: result.faults, status: 422 });
  if (result.is === 'stale') return show(visit, name, response, { values, told: visit.words.texts.stale, status: 409 });
  return response.redirect(303, `${textHref(name)}&saved=1`);
};

const previewOf = async (visit: Visit, values: Values): Promise<PreviewOf> => {
  const { name = '', source } = values;
  const sample = DEBTOR_KINDS.find((kind): kind is DebtorKind => kind === values['sample']);
  const invoiceId = await invoiceIn(visit, values);
  return {
    creditorId: visit.session.creditorId,
    name,
    ...(source === undefined ? {} : { source }),
    ...(invoiceId === undefined ? { sample } : { invoiceId }),
  };
};

/** @throws Refusal for a number that no invoice has */
const invoiceIn = async (visit: Visit, values: Values): Promise<string | undefined> => {
  const number = filled(values, 'number');
  if (number === null) return undefined;
  const id = await invoiceNumbered(visit.deps.store, visit.session.creditorId, number);
  if (id !== null) return id;
  const detail = visit.words.texts.invoiceUnknown(number);
  throw new Refusal('VALIDATION', detail, [{ pointer: '/invoiceId', code: 'INVALID_VALUE', detail }]);
};

/** In a frame: the e-mail exactly as it would leave, or the words of a letter or script, with what is wrong. */
const preview = async (visit: Visit, values: Values, response: Response): Promise<void> => {
  try {
    const seen = await previewText(visit.deps.store, visit.deps.wording, await previewOf(visit, values));
    const html = seen.email
      ? withPictures(seen.email.html, picturesStored(seen.email.inline))
      : `<!doctype html>${render(<ShownText reader={visit} preview={seen} source={values['source'] ?? ''} />)}`;
    sendFramed(response, html);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendFramed(response, `<!doctype html>${render(<p>{error.errors[0]?.detail ?? error.message}</p>)}`);
  }
};

const letter = async (visit: Visit, values: Values, response: Response): Promise<void> => {
  const of = await previewOf(visit, values);
  const seen = await previewText(visit.deps.store, visit.deps.wording, { ...of, posted: true });
  if (seen.letter === null) return show(visit, of.name, response, { values, faults: seen.faults, status: 422 });
  return sendFile(response, { bytes: seen.letter, filename: `${seen.shownIn.step}.docx`, mediaType: DOCX });
};

const test = async (visit: Visit, values: Values, response: Response): Promise<void> => {
  onlyAdmin(visit);
  const { texts } = visit.words;
  const { name = '' } = values;
  try {
    const { invoiceId, source } = await previewOf(visit, values);
    const to = filled(values, 'to');
    if (invoiceId === undefined || to === null || !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(to))
      return await show(visit, name, response, { values, told: texts.testNeedsCase, status: 422 });
    const of = { creditorId: visit.session.creditorId, name, source, invoiceId, to };
    const { status, failure } = await sendTest(visit.deps, of, visit.session.actor);
    if (status === 'outbox' || status === 'sent' || status === 'pending')
      return await show(visit, name, response, { values, told: texts.tested[status] });
    const told = `${texts.tested.failed} ${failure ?? status}`;
    return await show(visit, name, response, { values, told, status: 503 });
  } catch (error) {
    if (error instanceof Refusal)
      return show(visit, name, response, {
        values,
        refusal: error,
        told: error.errors[0]?.detail ?? error.message,
        status: 422,
      });
    if (!(error instanceof Problem)) throw error;
    if (error.status === 429) return show(visit, name, response, { values, told: texts.tooMany, status: 429 });
    const faults = await tryText(
      visit.deps.store,
      visit.deps.wording,
      visit.session.creditorId,
      name,
      values['source'] ?? '',
    );
    return show(visit, name, response, {
      values,
      faults,
      told: faults.length === 0 ? error.message : null,
      status: 422,
    });
  }
};
