import type { TextFault } from '../templates/texts/text.ts';
import { Problem } from './problem.ts';

/** A text that can't be taken: each fault with its line in the source. */
export const faulty = (faults: readonly TextFault[]): Problem =>
  new Problem(
    422,
    'TEMPLATE_FAULTY',
    `expected a text without faults: ${faults.map((fault) => toldWithLine(fault)).join('; ')}`,
    faults.map((fault) => ({
      pointer: '/source',
      code: fault.code,
      detail: toldWithLine(fault),
      ...(fault.line === null ? {} : { line: fault.line }),
      ...(fault.rule === undefined ? {} : { rule: fault.rule, values: fault.values ?? [] }),
    })),
  );

const toldWithLine = ({ line, detail, debtorKinds }: TextFault): string =>
  [line === null ? '' : `line ${line}: `, detail, debtorKinds ? ` (debtors: ${debtorKinds.join(', ')})` : ''].join('');
