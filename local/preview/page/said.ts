import { day as asDay, daysBetween } from '../../../domain/day.ts';
import { stepName } from '../../../web/naming.ts';
import { en } from '../../../web/words/en/en.ts';
import type { Cell } from '../cell.ts';
import { DUE_ON } from '../life.ts';
import { ANSWERS, REPORTS } from '../occasion.ts';

/** The row of a text: its step, or the answer that it is. */
export const rowOf = ({ strategy, step, name }: Pick<Cell, 'strategy' | 'step' | 'name'>): string =>
  strategy === ANSWERS ? lastPart(name) : step;

const lastPart = (name: string): string => name.split('/')[2] ?? name;

const TITLES: Readonly<Record<string, string>> = {
  statement: 'statement of all open invoices',
  activity: 'recovery activity report',
};

export const rowTitle = (strategy: string, row: string): string => {
  if (strategy === REPORTS) return TITLES[row] ?? row;
  return strategy === ANSWERS
    ? row.replace(/^call-summary-/, 'summary of a talk: ').replaceAll('-', ' ')
    : stepName({ words: en }, row);
};

/** How a text comes to reach the debtor, from the last part of its name. */
export const wayOf = ({ strategy, step, name, kind }: Pick<Cell, 'strategy' | 'step' | 'name' | 'kind'>): string => {
  if (strategy === ANSWERS || strategy === REPORTS) return kind === 'message' ? 'e-mail' : kind;
  const way = lastPart(name).slice(step.length + 1);
  if (way === 'not-called') return 'e-mail, where nobody can be rung';
  if (way === 'not-reached') return 'e-mail, where nobody was reached';
  const [, channel = way, why] = /^(email|call|visit|registered-letter|letter)(?:-(.*))?$/.exec(way) ?? [];
  const spoken = en.steps.actions[channel] ?? channel;
  return why === undefined ? spoken : `${spoken}, where ${WHY[why] ?? why}`;
};

const WHY: Readonly<Record<string, string>> = {
  'after-a-call': 'the first contact was a call',
  'no-email-after-a-call': 'the first contact was a call and there is no e-mail address',
  'prefers-letters-after-a-call': 'the first contact was a call and he prefers letters',
  'prefers-letters': 'he prefers letters',
  'prefers-calls': 'he prefers calls',
  'no-phone': 'there is no phone number',
  'no-email': 'there is no e-mail address',
};

/** True for the one way that this debtor is reached by; the others are for want of an address or by his wish. */
export const isUsual = (cell: Pick<Cell, 'strategy' | 'step' | 'name' | 'kind'>): boolean =>
  !wayOf(cell).includes(', where ');

/** `13 Nov, D+1`. */
export const dayTitle = (day: string): string => {
  const days = daysBetween(DUE_ON, asDay(day));
  const named = new Date(`${day}T00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return `${named}, D${days === 0 ? '' : days > 0 ? `+${days}` : `−${-days}`}`;
};
