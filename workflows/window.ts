import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Move } from '../domain/course.ts';
import { explain } from '../domain/explanation.ts';
import { statusOf, type CaseFacts } from '../domain/facts.ts';
import { timetable } from '../domain/timetable.ts';
import { searchAttributes, type DunningInput } from './messages.ts';

/** What an operator sees of the case in Temporal UI: details in Markdown at every turn, search attributes when they change. */
export const createWindow = (input: DunningInput): ((facts: CaseFacts, move: Move) => void) => {
  const known = workflowInfo().typedSearchAttributes;
  let shown = {
    status: known.get(searchAttributes.caseStatus) ?? '',
    next: known.get(searchAttributes.nextStepAt)?.getTime() ?? null,
    balance: known.get(searchAttributes.balanceMinor) ?? null,
  };
  return (facts, move) => {
    const now = { status: statusOf(facts), next: 'at' in move ? move.at : null, balance: facts.balanceMinor };
    // Nobody sees what stands for a moment only: an act follows in the same breath.
    if ('at' in move && move.at <= Date.now()) return;
    setCurrentDetails(details(input, facts));
    // An upsert is an event: only what a list shows and has changed.
    if (now.status === shown.status && now.next === shown.next && now.balance === shown.balance) return;
    shown = now;
    upsertSearchAttributes([
      { key: searchAttributes.caseStatus, value: now.status },
      { key: searchAttributes.nextStepAt, value: now.next === null ? null : new Date(now.next) },
      { key: searchAttributes.balanceMinor, value: now.balance },
    ]);
  };
};

const details = ({ plan, links }: DunningInput, facts: CaseFacts): string => {
  const { why, next, change } = explain(plan, facts, Date.now());
  const rows = timetable(plan, facts, Date.now()).map(({ key, on, provisional, late }) => {
    const step = facts.steps.find((fact) => fact.key === key);
    return `| ${key} | ${on ?? '–'}${provisional ? ' *' : ''} | ${late ? 'expires' : (step?.status ?? '')} |`;
  });
  return [
    `**${(facts.balanceMinor / 100).toFixed(2)} ${facts.currency}** still owed of ${(facts.amountMinor / 100).toFixed(2)}, due ${facts.dueOn}`,
    '',
    `- **Why:** ${why}`,
    `- **Next:** ${next}`,
    `- **What would change it:** ${change}`,
    '',
    `| step (${plan.strategyKey} v${plan.strategyVersion}) | day | status |`,
    '|---|---|---|',
    ...rows,
    '',
    '\\* hangs on the real day of another step',
    ...(links.desk ? ['', `[Open in the desk](${links.desk})`] : []),
  ].join('\n');
};
