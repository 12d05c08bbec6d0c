/** T without the nulls that mean "absent". */
export type Compact<T> = T extends string | number | boolean | null | undefined
  ? Exclude<T, null>
  : T extends readonly (infer Item)[]
    ? Compact<Item>[]
    : { [Key in keyof T]: Compact<Exclude<T[Key], null>> | NullAsUndefined<T[Key]> };

type NullAsUndefined<T> = null extends T ? undefined : never;

/** Null means absent: takes such fields out, at every depth. */
export const compact = <T>(value: T): Compact<T> => without(value) as Compact<T>;

const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]) => [name, without(inner)]),
  );
};
