import { z } from 'zod';

export type Json = { readonly [key: string]: unknown };

/** Schemas named by `.meta({ id })`, gathered while the paths are described. */
export type Components = { readonly input: Map<string, Json>; readonly output: Map<string, Json> };

/** Where a named schema stands until it is known whether requests and answers say the same under its name. */
const PLACE = { input: '#/components/schemas/', output: '#/components/answers/' } as const;

type Direction = keyof typeof PLACE;

/** One schema as JSON Schema, its named parts moved to the components. */
export const schemaOf = (schema: z.ZodType, io: Direction, components: Components): Json => {
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
export const settleNames = (
  paths: Json,
  { input, output }: Components,
): { readonly paths: Json; readonly schemas: Json } => {
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
