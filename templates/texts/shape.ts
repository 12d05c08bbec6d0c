import { sampleCases } from '../samples/cases.ts';
import { wordsFor } from '../words.ts';

/** What may stand behind a name: fields, lines of a list, a plain value, or nothing that any sample knows. */
type Shape = { readonly fields: Map<string, Shape>; items: Shape | null; plain: boolean };

/** A path of a template, as `invoice.number`; a number or null stands for any line of a list. */
export type Path = readonly (string | number | null)[];

/** Does any made-up case know this name? What none of them fills may be anything. */
export const isKnown = (path: Path): boolean => leads(knownShape(), path);

const leads = (shape: Shape, [segment, ...rest]: Path): boolean => {
  if (segment === undefined || isUnknown(shape)) return true;
  if (typeof segment !== 'string') return shape.items !== null && leads(shape.items, rest);
  const field = shape.fields.get(segment);
  if (field) return leads(field, rest);
  if (segment === 'size') return shape.items !== null || shape.plain;
  return (segment === 'first' || segment === 'last') && shape.items !== null && leads(shape.items, rest);
};

const isUnknown = ({ fields, items, plain }: Shape): boolean => fields.size === 0 && items === null && !plain;

let known: Shape | null = null;

const knownShape = (): Shape => (known ??= learnt());

/** From the cases in which most is known: a notice, a first reminder with a clause, a promise, a dispute. */
const learnt = (): Shape => {
  const shape = empty();
  const cases = [
    ...sampleCases({ folder: 'letters', language: 'fr', strategy: null, step: 'formal-notice' }),
    ...sampleCases({ folder: 'messages', language: 'fr', strategy: 'common', step: 'be-first-reminder' }),
    ...sampleCases({ folder: 'messages', language: 'fr', strategy: 'common', step: 'call-summary' }),
  ];
  for (const { context } of cases) learn(shape, wordsFor({ ...context, personalLine: context.personalLine ?? '' }));
  return shape;
};

const empty = (): Shape => ({ fields: new Map(), items: null, plain: false });

const learn = (shape: Shape, value: unknown): void => {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    shape.items ??= empty();
    for (const item of value) learn(shape.items, item);
  } else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      const field = shape.fields.get(name) ?? empty();
      shape.fields.set(name, field);
      learn(field, inner);
    }
  } else shape.plain = true;
};
