import { addBankDays } from '../../domain/calendar.ts';
import { addDays, type Day } from '../../domain/day.ts';
import type { Column } from './columns.ts';
import { DUE_ON } from './life.ts';
import type { Occasion } from './occasion.ts';

/** A course as the gallery lived through it: each step that was made in its usual way, with its subject. */
export type Lived = { readonly column: Column; readonly made: readonly Made[] };
export type Made = { readonly occasion: Occasion; readonly subject: string; readonly markdown: string };

/** Ten weeks late the notice is with the debtor, and interest has run at the rates of two half-years. */
export const ON = addDays(DUE_ON, 70);

/** The day on which a notice posted on that day is presented. */
export const arrival = (postedOn: Day): Day => addBankDays(postedOn, 2);
