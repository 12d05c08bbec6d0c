import { LiquidError } from 'liquidjs';
import { engineFor } from '../engine.ts';
import { takeApart, TemplateFault } from '../source.ts';
import { faultOf, templateFault } from './faults.ts';
import { isKnown, type Path } from './shape.ts';
import type { TextFault } from './text.ts';

/** What is wrong with a text's form, its variables and its filters, in every branch; empty = it can be filled. */
export const checkForm = (name: string, source: string): readonly TextFault[] => {
  try {
    if (name.startsWith('partials/')) return faultsIn(source, 1);
    const { subject, subjectLine, body, bodyLine } = takeApart(`${name}.md`, source);
    return [...faultsIn(subject, subjectLine), ...faultsIn(body, bodyLine)];
  } catch (error) {
    if (error instanceof TemplateFault) return [faultOf(error, name)];
    throw error;
  }
};

const faultsIn = (text: string, firstLine: number): TextFault[] => {
  const engine = engineFor({ language: 'fr', own: {} }, AS_IT_IS);
  try {
    const parsed = engine.parse('\n'.repeat(firstLine - 1) + text);
    const { globals } = engine.analyzeSync(parsed, { partials: false });
    return Object.values(globals)
      .flat()
      .filter((variable) => !isKnown(pathOf(variable.toArray())))
      .map((variable) => templateFault(variable.location.row, `undefined variable: ${variable.toString()}`));
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const [line] = error.token.getPosition();
    return [templateFault(line ?? firstLine, error.originalError?.message ?? error.message)];
  }
};

/** What stands in brackets is any line of a list, or any name: only filling tells. */
const pathOf = (segments: readonly unknown[]): Path =>
  segments.map((segment) => (typeof segment === 'string' || typeof segment === 'number' ? segment : null));

const AS_IT_IS = (text: string): string => text;
