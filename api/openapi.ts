import { z } from 'zod';
import { schemaOf, settleNames, type Components, type Json } from './jsonSchema.ts';
import type { Responses, Route } from './route.ts';
import { FaultFields } from './schemas/template.ts';

/** The OpenAPI 3.1 document of the route table. */
export const describeApi = (routes: readonly Route[], version: string): Json => {
  const components: Components = { input: new Map(), output: new Map() };
  const problemSchema = schemaOf(ProblemView, 'output', components);
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = templated(route.path);
    paths[path] = { ...paths[path], [route.method]: operation(route, components, problemSchema) };
  }
  const settled = settleNames(paths, components);
  return {
    openapi: '3.1.0',
    info: { title: 'Huitaine', version, description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths: settled.paths,
    components: {
      schemas: settled.schemas,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key with the scopes named at each operation.' },
      },
    },
  };
};

const DESCRIPTION =
  'Gets unpaid invoices paid. Amounts in whole minor units, days as YYYY-MM-DD in the creditor’s time zone, instants in UTC. ' +
  'Unknown request fields are refused; answers may grow. Errors are problem+json with a stable code.';

/** /v1/invoices/:invoiceId → /v1/invoices/{invoiceId} */
export const templated = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

const operation = (route: Route, components: Components, problemSchema: Json): Json => ({
  operationId: operationId(route),
  summary: route.summary,
  tags: [route.tag],
  ...(route.access === 'public' ? { security: [] } : { description: `Scope: ${route.access.join(' or ')}.` }),
  parameters: [
    ...parameters(route.params, 'path', components),
    ...parameters(route.query, 'query', components),
    ...headers(route),
  ],
  ...requestBody(route, components),
  responses: {
    ...answers(route.responses, components),
    default: { description: 'A problem', content: { 'application/problem+json': { schema: problemSchema } } },
  },
});

const requestBody = ({ body, bodyShown = body, example, rawType }: Route, components: Components): Json => {
  if (rawType !== undefined)
    return {
      requestBody: { required: true, content: { [rawType]: { schema: { type: 'string', format: 'binary' } } } },
    };
  if (!bodyShown) return {};
  const content = { schema: schemaOf(bodyShown, 'input', components), ...(example === undefined ? {} : { example }) };
  return { requestBody: { required: true, content: { 'application/json': content } } };
};

const operationId = ({ method, path }: Route): string =>
  [method, ...path.split(/[/:.]+/).filter((part) => part !== '' && part !== 'v1')]
    .map((part, index) =>
      index === 0 ? part : capital(part.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())),
    )
    .join('');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const answers = (responses: Responses, components: Components): Json =>
  Object.fromEntries(
    Object.entries(responses).map(([status, { description, schema, mediaType, alsoAs = [] }]) => [
      status,
      {
        description,
        ...(schema
          ? {
              content: {
                [mediaType ?? 'application/json']: { schema: schemaOf(schema, 'output', components) },
                ...Object.fromEntries(alsoAs.map((type) => [type, {}])),
              },
            }
          : {}),
        ...(!schema && mediaType ? { content: { [mediaType]: {} } } : {}),
      },
    ]),
  );

const parameters = (
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  components: Components,
): readonly Json[] => {
  if (!schema) return [];
  const { properties = {}, required = [] } = resolved(schemaOf(schema, 'input', components), components) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
};

const headers = (route: Route): readonly Json[] => {
  const text = { type: 'string' };
  if (route.access === 'public') return [];
  return [
    ...(route.installation
      ? []
      : [
          {
            name: 'Huitaine-Creditor',
            in: 'header',
            schema: text,
            description: 'With an installation key; `default` when missing.',
          },
        ]),
    ...(route.act === 'person'
      ? [{ name: 'Huitaine-Actor', in: 'header', required: true, schema: text, description: 'The person who acts.' }]
      : []),
    ...(route.repeats === 'idempotency-key'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            schema: text,
            description: 'Repeats within 24 hours get the first answer.',
          },
        ]
      : []),
    ...(route.ifMatch ? [{ name: 'If-Match', in: 'header', schema: text, description: 'The ETag last read.' }] : []),
  ];
};

const resolved = (schema: Json, components: Components): Json => {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  return name === undefined ? schema : (components.input.get(name) ?? {});
};

export const ProblemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable; for programs.' }),
    requestId: z.string(),
    instance: z.string(),
    errors: z.array(
      z.object({
        pointer: z.string().optional(),
        parameter: z.string().optional(),
        line: z.int().optional(),
        code: z.string(),
        detail: z.string().meta({ description: 'In English, for people.' }),
        ...FaultFields,
      }),
    ),
  })
  .meta({ id: 'Problem' });
