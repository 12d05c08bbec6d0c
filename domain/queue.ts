import type { Move } from './course.ts';
import type { CaseFacts } from './facts.ts';
import type { Plan } from './plan.ts';
import { factOf } from './timetable.ts';

const BY_EMAIL: readonly string[] = ['email', 'preferred', 'other-channel'];

/** True when the move may send an e-mail: such activities share a queue whose rate the server limits. */
export const mayLeaveByEmail = (plan: Plan, facts: CaseFacts, move: Move): boolean => {
  if (move.do !== 'perform') return move.do === 'send-pending';
  const { viaChannel } = factOf(facts, move.key);
  const action = plan.steps.find(({ key }) => key === move.key)?.action ?? '';
  return BY_EMAIL.includes(viaChannel ?? action);
};
