import { Refusal } from '../../domain/refusal.ts';
import { SHIPPED } from '../../templates/texts/catalogue.ts';
import type { ShippedText } from '../../templates/texts/text.ts';

/** How many similar names a refusal mentions. */
const NEAREST = 3;

/** The shipped text of that name; a name that doesn't exist is refused with those nearest to it. */
export const shippedNamed = (name: string): ShippedText => {
  const found = SHIPPED.find((text) => text.name === name);
  if (found) return found;
  const near = SHIPPED.map((text) => ({ name: text.name, away: distance(text.name, name) }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, NEAREST)
    .map((text) => text.name);
  throw new Refusal('NOT_FOUND', `expected the name of a text, as ${near.join(', ')}; got ${name}`);
};

/** Letters to add, take away or change to make one of the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
};
