import { describe, expect, test } from 'vitest';
import { overlay } from '../../domain/overlay.ts';
import type { Announcement, Approval, PlannedStep } from '../../domain/strategy.ts';
import { aPlan, aPlanFor, type DebtorOfTests } from '../strategies/aCase.ts';

/*
 * The table "Overlays" of the design, written out by hand for each step of each strategy. A cell says who releases the
 * step, its gap in days, what it may announce and what a notice grants; `off` = it never happens to this debtor.
 * a = by itself, p = a person, s = a person, sent at the deadline, m = a manager, t = a person does it, w = with another.
 * T terms, C consequences, B interest-by, I interest, N notice-next, F formal-notice, S stop-deliveries, K court,
 * P professional, V presence. `written` = an e-mail, or a letter where the debtor prefers one or has no address.
 */
const COLUMNS: Record<string, DebtorOfTests> = {
  'business FR': { kind: 'business', country: 'FR' },
  'business BE': { kind: 'business', country: 'BE' },
  'public FR': { kind: 'public', country: 'FR' },
  'public BE': { kind: 'public', country: 'BE' },
  association: { kind: 'non-professional', country: 'FR' },
  'consumer FR': { kind: 'consumer', country: 'FR' },
  'consumer BE': { kind: 'consumer', country: 'BE' },
  'consumer BE, clause': { kind: 'consumer', country: 'BE', clause: true },
};

type Rows = Record<string, readonly string[]>;

// prettier-ignore
const TABLES: Record<string, Rows> = {
  progressive: {
    //                    business FR   business BE   public FR     public BE     association   consumer FR   consumer BE     … with a clause
    'pre-reminder':      ['a0 T',       'a0 T',       'a0 T',       'a0 T',       'a0 T',       'a0 T',       'a0 T',         'a0 T'],
    'pre-call':          ['t2 T',       't2 T',       't2 T',       't2 T',       't2 T',       'off',        'off',          'off'],
    'be-first-reminder': ['none',       'none',       'none',       'none',       'none',       'none',       'a7 C written', 'a7 C written'],
    'first-reminder':    ['a2 C',       'a2 C',       'a2 C',       'a2 C',       'a2',         'a7',         'off',          'off'],
    'second-reminder':   ['p7 B',       'p7 B',       'p7 I',       'p7 B',       'p7',         'p7',         'p7',           'p7 B'],
    'reminder-call':     ['t1 B',       't1 B',       't1 I',       't1 B',       't1',         't7',         't7',           't7 B'],
    'third-reminder':    ['p7 BN',      'p7 BN',      'p7 IN',      'p7 BN',      'p7 N',       'p7 N',       'p7 N',         'p7 BN'],
    'formal-notice':     ['m8 FKI 8d',  'm8 FKI 8d',  'm8 FI 30d',  'm8 FI 30d',  'm8 FKI 15d', 'm8 FKI 15d', 'm8 FKI 15d',   'm8 FKI 15d'],
    'legal-file':        ['m0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',         'm0 P'],
  },
  'five-days': {
    'be-first-reminder': ['none',       'none',       'none',       'none',       'none',       'none',       'a7 C written', 'a7 C written'],
    'first-contact':     ['s0',         's0',         's0 written', 's0 written', 's0',         's7 written', 'off',          'off'],
    'other-channel':     ['p5 I',       'p5 I',       'p5 I',       'p5 I',       'p5',         'p7',         'p7',           'p7 I'],
    visit:               ['off',        'off',        'off',        'off',        'off',        'off',        'off',          'off'],
    'formal-notice':     ['m8 FIPK 8d', 'm8 FIPK 8d', 'm8 FIP 30d', 'm8 FIP 30d', 'm8 FIPK 15d', 'm8 FIPK 15d', 'm8 FIPK 15d', 'm8 FIPK 15d'],
    'legal-file':        ['m0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',         'm0 P'],
  },
  procedure: {
    'be-first-reminder': ['none',       'none',       'none',       'none',       'none',       'none',       'a7 C written', 'a7 C written'],
    'first-reminder':    ['a0 C',       'a0 C',       'a0 C',       'a0 C',       'a0',         'a7',         'off',          'off'],
    'reminder-call':     ['t7 B',       't7 B',       't7 I',       't7 B',       't7',         't7',         't7',           't7 B'],
    'second-reminder':   ['a7 B',       'a7 B',       'a7 I',       'a7 B',       'a7',         'p7',         'p7',           'p7 B'],
    'reminder-letter':   ['p7 B',       'p7 B',       'p7 I',       'p7 B',       'p7',         'p7',         'p7',           'p7 B'],
    'further-reminder:1':['a7 B',       'a7 B',       'a7 I',       'a7 B',       'a7',         'off',        'off',          'off'],
    'further-reminder:2':['a7 B',       'a7 B',       'a7 I',       'a7 B',       'a7',         'off',        'off',          'off'],
    'further-reminder:3':['a7 BN',      'a7 BN',      'a7 IN',      'a7 BN',      'a7 N',       'off',        'off',          'off'],
    'formal-notice':     ['m8 FIP 8d',  'm8 FIP 8d',  'm8 FIP 30d', 'm8 FIP 30d', 'm8 FIP 15d', 'm8 FIP 15d', 'm8 FIP 15d',   'm8 FIP 15d'],
    'legal-file':        ['m0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',         'm0 P'],
  },
  'close-contact': {
    'courtesy-call':     ['t0',         't0',         't0',         't0',         't0',         'off',        'off',          'off'],
    'be-first-reminder': ['none',       'none',       'none',       'none',       'none',       'none',       'a7 C written', 'a7 C written'],
    'due-call':          ['t2 I',       't2 I',       'p2 I written', 'p2 I written', 't2',     'p7 written', 'off',          'off'],
    'follow-up-call':    ['t3 I',       't3 I',       't3 I',       't3 I',       't3',         't7',         't7',           't7 I'],
    visit:               ['t2 V',       't2 V',       'off',        'off',        'off',        'off',        'off',          'off'],
    'neutral-letter':    ['m4 SKFI 8d', 'm4 SKFI 8d', 'm4 FI 30d',  'm4 FI 30d',  'm4 KFI 15d', 'm7 KFI 15d', 'm7 KFI 15d',   'm7 KFI 15d'],
    'stop-deliveries':   ['w0',         'w0',         'off',        'off',        'off',        'off',        'off',          'off'],
    'legal-file':        ['m0 K',       'm0 K',       'm0 K',       'm0 K',       'm0 K',       'm0 K',       'm0 K',         'm0 K'],
  },
  'statement-first': {
    statement:           ['a0',         'a0',         'a0',         'a0',         'a0',         'a0',         'a0',           'a0'],
    'be-first-reminder': ['none',       'none',       'none',       'none',       'none',       'none',       'a7 C written', 'a7 C written'],
    'courtesy-call':     ['t2 C',       't2 C',       'p2 C written', 'p2 C written', 't2',     'p7 written', 'off',          'off'],
    'email-reminder':    ['a5 B',       'a5 B',       'a5 I',       'a5 B',       'a5',         'p7',         'p7',           'p7 B'],
    'reminder-letter':   ['p7 BN',      'p7 BN',      'p7 IN',      'p7 BN',      'p7 N',       'p7 N',       'p7 N',         'p7 BN'],
    'formal-notice':     ['m8 FIK 8d',  'm8 FIK 8d',  'm8 FI 30d',  'm8 FI 30d',  'm8 FIK 15d', 'm8 FIK 15d', 'm8 FIK 15d',   'm8 FIK 15d'],
    'legal-file':        ['m0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',       'm0 P',         'm0 P'],
  },
};

const LETTERS: Record<Announcement, string> = {
  terms: 'T',
  consequences: 'C',
  'interest-by': 'B',
  interest: 'I',
  'notice-next': 'N',
  'formal-notice': 'F',
  'stop-deliveries': 'S',
  court: 'K',
  professional: 'P',
  presence: 'V',
};

const released = (approval: Approval): string => {
  if ('onDeadline' in approval && approval.onDeadline === 'send') return 's';
  return { auto: 'a', person: 'p', manager: 'm', task: 't', with: 'w' }[approval.by];
};

const cellOf = (plan: ReturnType<typeof aPlan>, step: PlannedStep): string => {
  const { skip, approval, announces } = overlay(plan, step);
  if (skip !== null) return 'off';
  return [
    `${released(approval)}${step.gap}`,
    announces.map((code) => LETTERS[code]).join(''),
    step.grants?.kind === 'notice' ? `${step.grants.days}d` : '',
    step.orByPost && step.action === 'email' ? 'written' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
};

const cases = Object.keys(TABLES).flatMap((strategy) =>
  Object.keys(COLUMNS).map((column) => [strategy, column] as const),
);

test.each(cases)('%s, %s: every step as the table says', (strategy, column) => {
  const plan = aPlanFor(strategy, COLUMNS[column]!);
  const index = Object.keys(COLUMNS).indexOf(column);
  const expected = Object.entries(TABLES[strategy]!).flatMap(([key, cells]) =>
    cells[index] === 'none' ? [] : [[key, cells[index]]],
  );
  expect(plan.steps.map((step) => [step.key, cellOf(plan, step)])).toEqual(expected);
});

const stepOf = (plan: ReturnType<typeof aPlan>, key: string) => plan.steps.find((step) => step.key === key)!;

describe('accessories that the creditor gives up', () => {
  const announced = (debtor: DebtorOfTests, key: string, strategy = 'progressive') => {
    const plan = { ...aPlanFor(strategy, debtor), accessories: 'never' as const };
    return overlay(plan, stepOf(plan, key)).announces;
  };

  test('are named to nobody', () => {
    expect(announced({ kind: 'business', country: 'FR' }, 'first-reminder')).toEqual([]);
    expect(announced({ kind: 'business', country: 'BE' }, 'third-reminder')).toEqual(['notice-next']);
    expect(announced({ kind: 'business', country: 'FR' }, 'formal-notice')).toEqual(['formal-notice', 'court']);
    expect(announced({ kind: 'consumer', country: 'BE', clause: true }, 'be-first-reminder')).toEqual([]);
    expect(announced({ kind: 'public', country: 'BE' }, 'second-reminder')).toEqual([]);
  });

  test('but a French public buyer’s interest can’t be given up', () => {
    expect(announced({ kind: 'public', country: 'FR' }, 'first-reminder')).toEqual(['consequences']);
    expect(announced({ kind: 'public', country: 'FR' }, 'second-reminder')).toEqual(['interest']);
  });
});

test('where no rate is known to us, nothing besides the principal is spoken of', () => {
  for (const kind of ['consumer', 'non-professional'] as const) {
    const plan = aPlanFor('progressive', { kind, country: 'DE' });
    expect(overlay(plan, stepOf(plan, 'formal-notice')).announces).toEqual(['formal-notice', 'court']);
  }
});

test('a case announced before its law was chosen keeps its steps, and says no more than the law allows', () => {
  const plan = aPlan('progressive', { debtorKind: 'consumer', debtorCountry: 'BE' });
  expect(plan.steps.map(({ key }) => key)).not.toContain('be-first-reminder');
  expect(stepOf(plan, 'formal-notice').grants).toEqual({ kind: 'notice', days: 8 });
  expect(overlay(plan, stepOf(plan, 'first-reminder'))).toMatchObject({ skip: null, announces: [] });
  expect(overlay(plan, stepOf(plan, 'second-reminder'))).toMatchObject({ announces: [] });
});

test('a skipped step says why', () => {
  const belgian = aPlanFor('procedure', { kind: 'consumer', country: 'BE' });
  expect(overlay(belgian, stepOf(belgian, 'first-reminder')).skip).toBe(
    "the law's free first reminder, be-first-reminder, comes in its place",
  );
  expect(overlay(belgian, stepOf(belgian, 'further-reminder:1')).skip).toBe(
    'no repeated reminders to a debtor of kind consumer',
  );
  const town = aPlanFor('close-contact', { kind: 'public', country: 'FR' });
  expect(overlay(town, stepOf(town, 'visit')).skip).toBe('no visits to a debtor of kind public');
});
