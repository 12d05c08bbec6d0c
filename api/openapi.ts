import { z } from 'zod';
import type { Responses, Route } from './route.ts';

type Json = { readonly [key: string]: unknown };

/** Schemas named by `.meta({ id })`, gathered while the paths are described. */
type Components = { readonly input: Map<string, Json>; readonly output: Map<string, Json> };

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

const requestBody = ({ body, bodyShown = body, example }: Route, components: Components): Json => {
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
    Object.entries(responses).map(([status, { description, schema, mediaType }]) => [
      status,
      {
        description,
        ...(schema
          ? { content: { [mediaType ?? 'application/json']: { schema: schemaOf(schema, 'output', components) } } }
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

/** Where a named schema stands until it is known whether requests and answers say the same under its name. */
const PLACE = { input: '#/components/schemas/', output: '#/components/answers/' } as const;

type Direction = keyof typeof PLACE;

/** One schema as JSON Schema, its named parts moved to the components. */
const schemaOf = (schema: z.ZodType, io: Direction, components: Components): Json => {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => tidy(zodSchema, jsonSchema, io),
  }) as Json & { $defs?: Record<string, Json> };
  for (const [id, definition] of Object.entries($defs)) components[io].set(id, referenced(definition, io));
  const name = schema.meta()?.id;
  if (name === undefined || own['$ref'] !== undefined) return referenced(own, io);
  components[io].set(name, referenced(own, io));
  return { $ref: `${PLACE[io]}${name}` };
};

/** Answers may grow, so only what is strict stays closed; a date needs no pattern of two hundred characters. */
const tidy = (zodSchema: z.core.$ZodTypes, schema: Record<string, unknown>, io: Direction): void => {
  delete schema['id'];
  const { def } = zodSchema._zod;
  if (io === 'output' && def.type === 'object' && def.catchall === undefined) delete schema['additionalProperties'];
  if (['date', 'date-time', 'email'].includes(String(schema['format']))) delete schema['pattern'];
};

const referenced = (schema: Json, io: Direction): Json => {
  const plain = Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'id' && name !== '$schema'));
  return JSON.parse(JSON.stringify(plain).replaceAll('#/$defs/', PLACE[io])) as Json;
};

/** One name for what is the same in requests and answers; else the answer's is called …View. */
const settleNames = (paths: Json, { input, output }: Components): { readonly paths: Json; readonly schemas: Json } => {
  const plain = (schema: Json): string => JSON.stringify(schema).replaceAll(PLACE.output, PLACE.input);
  const nameOf = (id: string, schema: Json): string => {
    const asked = input.get(id);
    return asked === undefined || plain(asked) === plain(schema) ? id : `${id}View`;
  };
  const names = new Map([...output].map(([id, schema]) => [id, nameOf(id, schema)]));
  const settled = (node: Json): Json =>
    JSON.parse(
      JSON.stringify(node).replaceAll(
        /#\/components\/answers\/(\w+)/g,
        (_, id: string) => `${PLACE.input}${names.get(id) ?? id}`,
      ),
    ) as Json;
  const schemas = [...input, ...[...output].map(([id, schema]) => [names.get(id) ?? id, schema] as const)]
    .map(([id, schema]) => [id, settled(schema)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { paths: settled(paths), schemas: Object.fromEntries(schemas) };
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
        code: z.string(),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'Problem' });
