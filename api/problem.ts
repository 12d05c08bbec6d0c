import type { ErrorRequestHandler } from 'express';
import { Refusal, type RefusalCode } from '../domain/refusal.ts';
import { isAway } from '../prisma/away.ts';

export type ProblemDetail = {
  readonly pointer?: string;
  readonly parameter?: string;
  /** In the source of a text. */
  readonly line?: number;
  readonly code: string;
  readonly detail: string;
  readonly rule?: string;
  readonly values?: readonly string[];
};

/** A fault of the request itself, before any rule of the case is asked. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly ProblemDetail[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    errors: readonly ProblemDetail[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.headers = headers;
  }
}

/** What a client reads of an error. */
export type Described = Pick<Problem, 'status' | 'code' | 'errors' | 'headers'> & {
  readonly title: string;
  readonly detail: string;
};

/** The one place where an error becomes an answer (RFC 9457). Routes just throw; Express 5 awaits them. */
export const describeError = (error: unknown): Described => {
  if (error instanceof Problem) return described(error.status, error.code, error.message, error.errors, error.headers);
  if (error instanceof Refusal) return described(STATUS_OF[error.code], error.code, error.message, error.errors);
  if (error instanceof URIError)
    return described(400, 'MALFORMED_PATH', 'expected a path with whole percent escapes in UTF-8');
  const parser = ofBodyParser(error);
  if (parser) return parser;
  if (isAway(error))
    return described(503, 'DATABASE_AWAY', 'The database does not answer; try again in a moment.', [], {
      'Retry-After': '5',
    });
  return described(500, 'INTERNAL', 'Something went wrong here; the request id finds it in the log.');
};

export const problem: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const { status, code, title, detail, errors, headers } = describeError(error);
  const requestId = String(response.getHeader('X-Request-Id') ?? '');
  response.locals['error'] = error;
  response
    .status(status)
    .set(headers)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:huitaine:problem:${code}`,
        title,
        status,
        detail,
        code,
        requestId,
        instance: `urn:huitaine:request:${requestId}`,
        errors,
      }),
    );
};

const STATUS_OF: Readonly<Record<RefusalCode, number>> = {
  NOT_FOUND: 404,
  STEP_NOT_NEXT: 409,
  STEP_SETTLED: 409,
  STEP_MANDATORY: 409,
  CASE_ON_HOLD: 409,
  CASE_CLOSED: 409,
  LEGAL_WAIT: 409,
  DRAFT_STALE: 409,
  TASK_CLOSED: 409,
  HOLD_NOT_OPEN: 409,
  INVOICE_CONFLICT: 409,
  PAYMENT_CONFLICT: 409,
  CREDIT_NOTE_CONFLICT: 409,
  REVERSAL_CONFLICT: 409,
  LETTER_VOID: 409,
  ALLOCATION_EXCEEDS: 422,
  CURRENCY_MISMATCH: 422,
  RATE_UNKNOWN: 422,
  EVIDENCE_REQUIRED: 422,
  PERSONAL_LINE_REQUIRED: 422,
  WORDING_REFUSED: 422,
  VALIDATION: 422,
  MANAGER_REQUIRED: 403,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'No valid key',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible in this state',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Not valid',
  428: 'If-Match is missing',
  429: 'Too many requests',
  500: 'Internal error',
  502: 'Another service answered unusably',
  503: 'Not available now',
};

const described = (
  status: number,
  code: string,
  detail: string,
  errors: Problem['errors'] = [],
  headers: Problem['headers'] = {},
): Described => ({ status, code, title: TITLES[status] ?? 'Error', detail, errors, headers });

/** The body parser says what it was told to take, in bytes. */
const largestIn = (error: Error): number =>
  'limit' in error && typeof error.limit === 'number' ? Math.floor(error.limit / 1_000_000) : 1;

/** Faults that Express finds while it reads the body. */
const ofBodyParser = (error: unknown): Described | null => {
  if (!(error instanceof Error) || !('type' in error)) return null;
  switch (error.type) {
    case 'entity.too.large':
      return described(413, 'TOO_LARGE', `expected a body of at most ${largestIn(error)} MB`);
    case 'entity.parse.failed':
      return described(400, 'MALFORMED_JSON', 'expected a body in JSON, got something that is none');
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return described(415, 'UNSUPPORTED_MEDIA_TYPE', 'expected JSON in UTF-8, plain, gzip, deflate or br');
    case 'request.size.invalid':
    case 'request.aborted':
      return described(400, 'MALFORMED_BODY', 'expected as many bytes as Content-Length announced');
    default:
      return null;
  }
};
