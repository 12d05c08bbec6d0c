import type { z } from 'zod';
import type { Actor } from '../prisma/store.ts';
import type { CaseRef } from '../domain/caseRef.ts';
import type { ApiDependencies } from './ports.ts';
import { invalidBody, invalidParameter } from './validation.ts';

export const SCOPES = ['billing', 'payments', 'operator', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a handler answers; `bytes` instead of `body` for what isn't JSON. */
export type Reply = {
  readonly status: number;
  readonly body?: unknown;
  readonly bytes?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A request whose sender is known. On public routes creditor and actor are empty. */
export type Sender = {
  readonly keyId: string;
  /** null = the key is the installation's. */
  readonly boundTo: string | null;
  readonly scopes: readonly Scope[];
  readonly creditorId: string;
  readonly actor: Actor;
  /** The name in Huitaine-Actor: on operators' acts a person, null where none was sent. */
  readonly person: string | null;
};

export type Incoming = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The bytes as received; only on routes that take `raw`. */
  readonly raw: Uint8Array;
  readonly header: (name: string) => string | undefined;
  readonly sender: Sender;
  readonly requestId: string;
};

export type Request<P, Q, B> = Omit<Incoming, 'params' | 'query' | 'body'> & {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The case named by the path's invoiceId. */
  readonly caseRef: (invoiceId: string) => CaseRef;
};

export type Responses = Readonly<
  Record<
    number,
    {
      readonly description: string;
      readonly schema?: z.ZodType;
      readonly mediaType?: string;
      /** Other media types of the same answer, chosen by Accept. */
      readonly alsoAs?: readonly string[];
    }
  >
>;

type Description = {
  readonly method: Method;
  /** As Express writes it: /v1/invoices/:invoiceId */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** One of these scopes, or none needed. */
  readonly access: 'public' | readonly Scope[];
  /** An operator's act: a key's request names its person in Huitaine-Actor. */
  readonly act?: 'person';
  /** Where a POST may carry Idempotency-Key; `own-id` = the caller's own id makes it idempotent. */
  readonly repeats?: 'idempotency-key' | 'own-id';
  /** Concurrent changes are told apart by version (ETag). */
  readonly ifMatch?: true;
  /** The installation's own route: Huitaine-Creditor plays no part. */
  readonly installation?: true;
  /** What the reference shows as the body where its shape depends on what it is about. */
  readonly bodyShown?: z.ZodType;
  /** A body that is taken, for the reference page. */
  readonly example?: unknown;
  /** The handler reads the bytes itself. */
  readonly raw?: true;
  /** What these bytes are, for the reference. */
  readonly rawType?: string;
  /** Bytes of the largest body; 1 MB when missing. */
  readonly largest?: number;
  readonly responses: Responses;
};

export type RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Description & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
};

/** One entry of the route table: the app mounts it, OpenAPI describes it. */
export type Route = Description & {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Reads the request, throwing what is wrong with it; what it returns does the work. */
  readonly accept: (incoming: Incoming) => (dependencies: ApiDependencies) => Promise<Reply>;
};

/** The single source of a route: its types, its validation and its description all come from here. */
export const route = <
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  spec: RouteSpec<P, Q, B>,
  handler: (dependencies: ApiDependencies, request: Request<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Reply>,
): Route => ({
  ...spec,
  accept: (incoming) => {
    const request = {
      ...incoming,
      params: readPart(spec.params, incoming.params, invalidParameter),
      query: readPart(spec.query, incoming.query, invalidParameter),
      body: readPart(spec.body, incoming.body, invalidBody),
      caseRef: (invoiceId: string) => ({ creditorId: incoming.sender.creditorId, invoiceId }),
    };
    return (dependencies) => handler(dependencies, request);
  },
});

/** A route that describes no such part gets undefined for it. */
const readPart = <S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  refuse: (error: z.core.$ZodError) => Error,
): z.output<S> => {
  if (!schema) return undefined as z.output<S>;
  const read = schema.safeParse(value, { reportInput: true });
  if (!read.success) throw refuse(read.error);
  return read.data;
};
