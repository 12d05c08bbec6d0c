import type { Channel, PlannedStep } from '../../domain/strategy.ts';
import type { CaseMaterial, Speaking } from '../../prisma/course/caseWords.ts';

/** Something to be written or said: the cell that the gallery must show for it. */
export type Occasion = {
  /** `progressive`, or `answers` for what follows a talk. */
  readonly strategy: string;
  readonly step: PlannedStep;
  readonly channel: Channel;
  /** What of the step: its own text, the one after vain calls or without a number to ring, or an answer after a talk. */
  readonly of: 'step' | 'not-reached' | 'not-called' | 'call-summary' | 'invoice-copy';
  /** The outcome of the talk, or the way the debtor was reached when it isn't the usual one. */
  readonly variant: string | null;
  readonly material: CaseMaterial;
  readonly speaking: Speaking;
};

/** A step that never comes to this debtor, and why. */
export type LeftOut = { readonly key: string; readonly reason: string };

/** `consumer-be/progressive/first-reminder-email`: the cell's name, its anchor and its files. */
export const cellName = (column: string, { strategy, step, channel, of, variant }: Occasion): string => {
  const what = strategy === ANSWERS ? [of, variant] : [step.key, of === 'step' ? (variant ?? channel) : of];
  return [column, strategy, what.join('-').replaceAll(':', '-')].join('/');
};

/** What follows a talk stands beside the strategies. */
export const ANSWERS = 'answers';

/** What is about more than one text: the statement of account and the activity report. */
export const REPORTS = 'reports';
