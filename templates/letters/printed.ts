import type { Language } from '../language.ts';
import { spacesFor } from '../typography.ts';
import { unbrokenDays } from '../unbrokenDays.ts';

/** A text as it is set on paper: with its language's spaces, and no day parted from its month. */
export const printed =
  (language: Language) =>
  (text: string): string =>
    unbrokenDays(spacesFor(language)(text), language);
