import { takeApart, TemplateFault } from '../source.ts';
import { faultOf } from './faults.ts';
import type { TextFault } from './text.ts';

/** What is wrong with a text's form, its variables and its filters, in every branch; empty = it can be filled. */
export const checkForm = (name: string, source: string): readonly TextFault[] => {
  if (name.startsWith('partials/')) return [];
  try {
    takeApart(`${name}.md`, source);
    return [];
  } catch (error) {
    if (error instanceof TemplateFault) return [faultOf(error, name)];
    throw error;
  }
};
