import type { UnofficialRate } from '../../domain/claim/unofficial.ts';
import type { Day } from '../../domain/day.ts';
import type { CaseFacts } from '../../domain/facts.ts';
import type { PlannedStep } from '../../domain/strategy.ts';
import type { Parties } from './circumstances.ts';
import type { Compose } from './mail.ts';
import type { Material } from './material.ts';
import type { Rendered, Wording } from './wording.ts';

/** One act on a step while the invoice's row is locked. */
export type Work = {
  readonly step: PlannedStep;
  readonly facts: CaseFacts;
  readonly parties: Parties;
  readonly wording: Wording;
  readonly compose: Compose;
  readonly today: Day;
  /** What its texts may state: read once, under the lock. */
  readonly material: () => Promise<Material>;
};

/** What an activity still has to do after the step was begun: a network call outside the transaction, or nothing. */
export type Begun =
  | { readonly do: 'nothing'; readonly why: string }
  | { readonly do: 'send'; readonly messageId: string };

/** What is to leave. */
export type Text = {
  readonly template: string;
  readonly language: string;
  /** The day of a draft's text, from which its printed days count; absent = today. */
  readonly madeOn?: Day;
  /** The instant of that text, in epoch milliseconds. */
  readonly madeAt?: number;
  readonly rendered: Rendered;
  /** Behind its figures; see Draft. */
  readonly unofficialRates: readonly UnofficialRate[];
};
