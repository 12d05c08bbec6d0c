import { z } from 'zod';
import type { Approval, Condition, Offset, Parameters, StrategyStep } from '../../domain/strategy.ts';

/** A short phrase of a strategy file: what is expected in words, its form, and what it means. */
const phrase = <T>(expected: string, form: RegExp, meaning: (match: RegExpExecArray) => T) =>
  z
    .string({ error: ({ input }) => `expected ${expected}, got ${JSON.stringify(input)}` })
    .transform((text, context): T => {
      const match = form.exec(text);
      if (match) return meaning(match);
      context.addIssue({ code: 'custom', message: `expected ${expected}, got ${JSON.stringify(text)}` });
      return z.NEVER;
    });

/** `due-8`, `posted+3`, `prev+7`, `letter+0`, `notice+1bd`: what it counts from and how many days, business days after a notice. */
export const offset = phrase(
  'due±n, posted±n, prev+n, letter+n or notice+nbd',
  /^(?:(due|posted)([+-]\d{1,3})|(prev|letter)\+(\d{1,3})|(notice)\+(\d{1,3})bd)$/,
  ([, dated, signed, after, days, notice, businessDays]): Offset => ({
    from: (dated ?? after ?? notice) as Offset['from'],
    days: Number(signed ?? days ?? businessDays),
  }),
);

export const notAfter = phrase('due±n', /^due([+-]\d{1,3})$/, ([, days]) => Number(days));

/** Who must act: nobody, a person or manager who approves, a person who does it, or the approval of another step. */
export const approval = phrase(
  '`auto`, `person within nbd`, `manager within nbd`, `task within nbd, continue after nbd` or `with another-step`',
  /^(?:(auto)|(person|manager) within (\d+)bd|task within (\d+)bd(?:, continue after (\d+)bd)?|with ([a-z][a-z0-9-]*))$/,
  ([, auto, approver, approveWithin, doWithin, continueAfter, step]): Approval => {
    if (auto) return { by: 'auto' };
    if (step) return { by: 'with', step };
    if (approver) return { by: approver as 'person' | 'manager', within: Number(approveWithin), onDeadline: 'wait' };
    return { by: 'task', ...taskRule(doWithin, continueAfter) };
  },
);

export const whenSpoken = phrase(
  '`task within nbd` or `task within nbd, continue after nbd`',
  /^task within (\d+)bd(?:, continue after (\d+)bd)?$/,
  ([, within, continueAfter]) => taskRule(within, continueAfter),
);

const taskRule = (
  within: string | undefined,
  continueAfter: string | undefined,
): NonNullable<StrategyStep['whenSpoken']> => ({
  within: Number(within),
  continueAfter: continueAfter === undefined ? null : Number(continueAfter),
});

const MINIMUMS = [
  'courtesyMinimum',
  'visitMinimum',
  'noticeMinimum',
  'legalMinimum',
] as const satisfies (keyof Parameters)[];
const FACTS = ['not-direct-debit', 'not-consumer', 'business', 'company', 'phone', 'local', 'bank-data'] as const;

export const condition = phrase(
  `\`${FACTS.join('`, `')}\`, \`minimum ${MINIMUMS.join('|')}\`, \`no-answer\`, \`no-answer since step\` or \`no-visit-or-unpaid-visit\``,
  new RegExp(
    `^(?:(${FACTS.join('|')})|minimum (${MINIMUMS.join('|')})|(no-visit-or-unpaid-visit)|no-answer(?: since ([a-z][a-z0-9-]*))?)$`,
  ),
  ([, fact, minimum, unpaidVisit, since]): Condition => {
    if (fact) return { is: fact as (typeof FACTS)[number] };
    if (minimum) return { is: 'minimum', of: minimum as keyof Parameters };
    if (unpaidVisit) return { is: 'no-visit-or-unpaid-visit' };
    return { is: 'no-answer', ...(since === undefined ? {} : { since }), else: 'ask' };
  },
);

export const grants = phrase(
  '`pay-by n days` or `notice n days`',
  /^(pay-by|notice) (\d+) days$/,
  ([, kind, days]): NonNullable<StrategyStep['grants']> => ({ kind: kind as 'pay-by' | 'notice', days: Number(days) }),
);

export const repeat = phrase(
  '`every n days, at most n`',
  /^every (\d+) days, at most ([1-9]\d*)$/,
  ([, every, atMost]): NonNullable<StrategyStep['repeat']> => ({ every: Number(every), atMost: Number(atMost) }),
);
