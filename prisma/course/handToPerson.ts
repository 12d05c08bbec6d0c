import type { Channel } from '../../domain/strategy.ts';
import { markStep } from '../steps.ts';
import type { CaseTx } from '../store.ts';
import { openTask } from '../tasks.ts';
import type { Work } from './work.ts';
import { ADDRESS_WITHIN, DECIDE_WITHIN, within } from './within.ts';

/** Stopping deliveries and the legal file are real tasks; what lies behind them is a person's act. */
export const handToPerson = async (tx: CaseTx, work: Work, kind: 'stop-deliveries' | 'legal-file'): Promise<void> => {
  const { step } = work;
  await openTask(tx, {
    kind,
    stepKey: step.key,
    title: kind === 'legal-file' ? 'file or hand over, or record why not' : 'stop deliveries',
    details: { purpose: step.purpose },
    role: 'manager',
    deadline: within(tx, work.today, DECIDE_WITHIN, 'escalate'),
  });
  await markStep(tx, step.key, 'task-open');
};

/** Without an address nothing leaves: a person has two business days to mend it, then the next channel is taken. */
export const fixAddress = async (
  tx: CaseTx,
  work: Work,
  missing: 'email' | 'phone' | 'address',
  channel: Channel,
): Promise<void> => {
  await openTask(tx, {
    kind: 'fix-address',
    stepKey: work.step.key,
    title: `find the debtor's ${missing} for ${work.step.key}`,
    details: { missing, channel },
    deadline: within(tx, work.today, ADDRESS_WITHIN, 'fallback'),
  });
  await markStep(tx, work.step.key, 'task-open', `no ${missing} is known`);
};
