/** True when two JSON values say the same: key order and absent-or-null don't count. */
export const sameContent = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string => JSON.stringify(normal(value));

const normal = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined && inner !== null)
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([name, inner]) => [name, normal(inner)]),
  );
};
