import { z } from 'zod';
import type { Strategy, StrategyStep } from '../../domain/strategy.ts';
import { approval, condition, grants, notAfter, offset, repeat, whenSpoken } from './phrases.ts';

const identifier = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and hyphens');
const days = z.int('expected a whole number of days').min(0);
const minor = z.int('expected whole minor units, 100000 for 1 000,00 €').min(0);
const oneOf = <const T extends readonly string[]>(...values: T) =>
  z.enum(values, { error: ({ input }) => `expected one of ${values.join(', ')}, got ${JSON.stringify(input)}` });

const Step = z
  .strictObject({
    id: identifier,
    purpose: z.string('expected a sentence that says what the step is for').min(10),
    action: oneOf(
      'email',
      'call',
      'letter',
      'registered-letter',
      'visit',
      'preferred',
      'other-channel',
      'stop-deliveries',
      'legal-file',
    ),
    level: z.literal([0, 1, 2, 3, 4], 'expected a level from 0 to 4'),
    offset,
    gap: days,
    roll: oneOf('next', 'previous').default('next'),
    notAfter: notAfter.optional(),
    onLate: oneOf('expire', 'escalate', 'send').optional(),
    approval,
    onDeadline: oneOf('wait', 'send').optional(),
    whenSpoken: whenSpoken.optional(),
    conditions: z.array(condition).default([]),
    announces: z
      .array(
        oneOf(
          'terms',
          'consequences',
          'interest-by',
          'interest',
          'notice-next',
          'formal-notice',
          'stop-deliveries',
          'court',
          'professional',
          'presence',
        ),
      )
      .default([]),
    grants: grants.optional(),
    personalLine: oneOf('required', 'none').default('none'),
    attempts: z.int().min(1).default(3),
    enabled: z.boolean().default(true),
    scope: oneOf('invoice', 'debtor').default('invoice'),
    mandatory: z.boolean().default(false),
    repeat: repeat.optional(),
  })
  .superRefine((step, context) => {
    const refuse = (field: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [field], message });
    const resolvedLater = step.action === 'preferred' || step.action === 'other-channel';
    const approved = step.approval.by === 'person' || step.approval.by === 'manager';
    if ((step.notAfter === undefined) !== (step.onLate === undefined))
      refuse('onLate', 'expected notAfter and onLate together: a last day, and what happens past it');
    if (step.level === 0 && step.notAfter === undefined)
      refuse('notAfter', 'expected a last day before the due date: the step is of level 0');
    if (step.level === 0 && step.notAfter !== undefined && step.notAfter >= 0)
      refuse('notAfter', 'expected a day before the due date: the step is of level 0');
    if (step.onDeadline !== undefined && !approved)
      refuse('onDeadline', 'expected only beside an approval by a person or manager');
    if (step.onDeadline === 'send' && step.level > 1)
      refuse('onDeadline', 'expected `wait`: only steps of level 0 and 1 are sent without a person');
    if (resolvedLater !== (step.whenSpoken !== undefined))
      refuse('whenSpoken', 'expected with the actions preferred and other-channel, and only there');
    if (step.repeat && (step.offset.from !== 'prev' || step.offset.days !== step.repeat.every))
      refuse('repeat', `expected the same interval as the offset, prev+${step.repeat.every}`);
  })
  .transform(({ onDeadline, ...step }): StrategyStep => ({
    ...step,
    notAfter: step.notAfter ?? null,
    onLate: step.onLate ?? 'expire',
    approval: 'onDeadline' in step.approval ? { ...step.approval, onDeadline: onDeadline ?? 'wait' } : step.approval,
    whenSpoken: step.whenSpoken ?? null,
    grants: step.grants ?? null,
    repeat: step.repeat ?? null,
  }));

/** A strategy as its file says it; `version` comes from whoever stores it. */
export const StrategyFile = z
  .strictObject({
    key: identifier,
    name: z.string().min(1),
    accessories: oneOf('waive-if-paid-by', 'claim', 'never'),
    parameters: z.strictObject({
      courtesyMinimum: minor,
      visitMinimum: minor,
      noticeMinimum: minor,
      legalMinimum: minor,
    }),
    steps: z.array(Step).min(1, 'expected at least one step'),
  })
  .superRefine(({ steps }, context) => {
    const seen = new Set<string>();
    steps.forEach((step, index) => {
      const refuse = (field: string, message: string): void =>
        context.addIssue({ code: 'custom', path: ['steps', index, field], message });
      if (seen.has(step.id)) refuse('id', 'expected an id that no other step has');
      if (step.approval.by === 'with' && !seen.has(step.approval.step))
        refuse('approval', `expected an earlier step, got ${step.approval.step}`);
      for (const rule of step.conditions)
        if (rule.is === 'no-answer' && rule.since !== undefined && !seen.has(rule.since))
          refuse('conditions', `expected an earlier step, got ${rule.since}`);
      seen.add(step.id);
    });
  }) satisfies z.ZodType<Omit<Strategy, 'version'>>;
