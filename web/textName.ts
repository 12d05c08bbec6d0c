import { stepName } from './naming.ts';
import type { Visit } from './visit.ts';

/** What a text is called on a page. */
export const textName = (visit: Visit, step: string): string =>
  step in visit.words.steps.labels ? stepName(visit, step) : (visit.words.texts.names[step] ?? step);

/** The page of a text. */
export const textHref = (name: string): string => `/text?${new URLSearchParams({ name }).toString()}`;
