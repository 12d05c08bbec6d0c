/** Several orders as one: what stands after something in one of them stands after it in all, as far as they agree. */
export const together = (orders: readonly (readonly string[])[]): readonly string[] =>
  orders.reduce<readonly string[]>((whole, order) => {
    let at = 0;
    let found = whole;
    for (const key of order) {
      const known = found.indexOf(key);
      if (known < 0) found = [...found.slice(0, at), key, ...found.slice(at)];
      at = (known < 0 ? at : known) + 1;
    }
    return found;
  }, []);
