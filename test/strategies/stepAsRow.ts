import type { Approval, Condition, Offset, StrategyStep } from '../../domain/strategy.ts';
import type { Row } from './documentedTables.ts';

/** A loaded step in the words of docs/strategies.md; `purpose` is prose and isn't compared. */
export const stepAsRow = (step: StrategyStep, index: number): Row => ({
  '#': String(index + 1),
  id: step.id,
  action: step.action,
  offset: offset(step.offset),
  gap: String(step.gap),
  limits: limits(step).join('; ') || '–',
  approval: approval(step.approval) + (step.whenSpoken ? `; spoken: ${task(step.whenSpoken)}` : ''),
  'only if': step.conditions.map(condition).join(', ') || '–',
  announces: step.announces.join(', ') || '–',
  grants: step.grants ? `${step.grants.kind} ${step.grants.days} days` : '–',
  level: String(step.level),
});

const offset = ({ from, days }: Offset): string => {
  if (from === 'notice') return `notice+${days}bd`;
  return `${from}${days < 0 ? '-' : '+'}${Math.abs(days)}`;
};

const LATE = { expire: 'expires', escalate: 'escalates', send: 'sent' } as const;

const limits = (step: StrategyStep): string[] => [
  ...(step.roll === 'previous' ? ['rolls back'] : []),
  ...(step.notAfter === null
    ? []
    : [`until ${offset({ from: 'due', days: step.notAfter })}, then ${LATE[step.onLate]}`]),
  ...(step.attempts === 3 ? [] : [`${step.attempts} attempts`]),
  ...(step.repeat ? [`every ${step.repeat.every} days, at most ${step.repeat.atMost}`] : []),
  ...(step.scope === 'debtor' ? ['one per debtor'] : []),
  ...(step.personalLine === 'required' ? ['personal line'] : []),
  ...(step.enabled ? [] : ['off by default']),
  ...(step.mandatory ? ['mandatory'] : []),
];

const approval = (rule: Approval): string => {
  switch (rule.by) {
    case 'auto':
      return 'auto';
    case 'with':
      return `with ${rule.step}`;
    case 'task':
      return task(rule);
    default:
      return `${rule.by} within ${rule.within}bd, ${rule.onDeadline === 'send' ? 'then sent' : 'wait'}`;
  }
};

const task = ({ within, continueAfter }: { readonly within: number; readonly continueAfter: number | null }): string =>
  `task within ${within}bd, ${continueAfter === null ? 'wait' : `continue after ${continueAfter}bd`}`;

const condition = (rule: Condition): string => {
  switch (rule.is) {
    case 'minimum':
      return `minimum ${rule.of}`;
    case 'no-answer':
      if (rule.else !== 'ask') return `no-answer, else ${rule.else}`;
      return rule.since === undefined ? 'no-answer' : `no-answer since ${rule.since}`;
    default:
      return rule.is;
  }
};
