import type { UnofficialRate } from '../../domain/claim/unofficial.ts';
import type { WordingContext } from '../../templates/context.ts';
import { unofficialRatesIn } from '../../templates/provisional.ts';
import type { Prisma } from '../generated/client.ts';

/** The rates behind a text's figures that nobody official published: kept with it, as they were when it was made. */
export const unofficialIn = (
  { subject, markdown }: { readonly subject?: string; readonly markdown: string },
  context: WordingContext,
): UnofficialRate[] => [...unofficialRatesIn(`${subject ?? ''}\n${markdown}`, context)];

/** As a row keeps them. */
export const readUnofficial = (kept: Prisma.JsonValue): UnofficialRate[] => kept as unknown as UnofficialRate[];

/** For the details of a task, where there is something to see. */
export const flagged = (unofficialRates: readonly UnofficialRate[]): Prisma.InputJsonObject =>
  unofficialRates.length === 0 ? {} : { unofficialRates: [...unofficialRates] };
