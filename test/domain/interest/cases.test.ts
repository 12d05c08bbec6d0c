import { describe, expect, test } from 'vitest';
import { day } from '../../../domain/day.ts';
import { money } from '../../../domain/money.ts';
import { belgianHolidays, belgianIndemnityCap, belgianWait } from '../../../domain/interest/belgianConsumer.ts';
import { parsePercent } from '../../../domain/interest/rateTable.ts';
import { RATES } from '../../../domain/interest/rates.ts';
import { REGIME_RULES, type Regime } from '../../../domain/interest/regimes.ts';
import type { LatePaymentRequest } from '../../../domain/interest/request.ts';
import { latePaymentStatement } from '../../../domain/interest/statement.ts';
import { cents, facts, type Given, type WorkedCase } from './cases.ts';

const euros = (text: string) => money(cents(text), 'EUR');
const dated = (one: { date: string; amount: string }) => ({ on: day(one.date), amount: euros(one.amount) });
const maybeDay = (text: string | null | undefined) => (text ? day(text) : null);

const requestOf = (regime: string, given: Given): LatePaymentRequest => {
  const [, contractRate = null] = /^CONTRACT_(.+)$/.exec(regime) ?? [];
  return {
    regime: (contractRate ? 'CONTRACT' : regime) as Regime,
    contractRate,
    principal: euros(given.principal),
    dueOn: day(given.dueDate),
    payments: (given.payments ?? []).map(dated),
    creditNotes: (given.creditNotes ?? []).map(dated),
    statementOn: maybeDay(given.statementDate),
    imputation: given.imputation === 'interest_first' ? 'interest-first' : 'principal-first',
    formalNoticeOn: maybeDay(given.formalNoticeDate),
    firstReminder: given.firstReminder
      ? { sentOn: day(given.firstReminder.sent), channel: given.firstReminder.channel }
      : null,
    creditorSize: given.creditorSize === 'SME' ? 'sme' : 'large',
    contractClause: Boolean(given.contractClause),
    openingJudgmentOn: maybeDay(given.openingJudgment),
  };
};

/** A payment of several invoices at once pays each of them in full. */
const requestsOf = ({ regime, input }: WorkedCase): LatePaymentRequest[] =>
  (input.invoices ?? [input]).map((invoice) =>
    requestOf(regime, {
      ...input,
      ...invoice,
      ...(input.invoices ? { payments: [{ date: input.payments![0]!.date, amount: invoice.principal }] } : {}),
    }),
  );

const total = (amounts: readonly { minor: number }[]): number => amounts.reduce((sum, { minor }) => sum + minor, 0);

describe('worked cases', () => {
  test('all 37 are here, over every regime', () => {
    expect(facts.cases.length).toBe(37);
    const met = new Set(facts.cases.map(({ regime }) => regime.replace(/_5\.00$/, '')));
    expect([...met].sort()).toEqual(Object.keys(REGIME_RULES).sort());
  });

  test.each(facts.cases)('$id $title', (one) => {
    const { expected } = one;
    const statements = requestsOf(one).map((request) => latePaymentStatement(request, RATES));
    expect(total(statements.map(({ interest }) => interest))).toBe(cents(expected.interest));
    expect(total(statements.map(({ fixedIndemnity }) => fixedIndemnity))).toBe(cents(expected.fixedIndemnity));
    expect(total(statements.map(({ openPrincipal }) => openPrincipal))).toBe(cents(expected.principalOpenAtEnd));
    const segments = statements.flatMap((statement) => statement.segments);
    expect(segments).toEqual(
      expected.segments.map(({ from, to, days, ratePct, outstanding }) => ({
        from,
        to,
        days,
        ratePct,
        outstanding: euros(outstanding),
      })),
    );
    const days = segments.reduce((sum, segment) => sum + segment.days, 0);
    expect(days).toBe(expected.daysLate ?? days);
    const perInvoice = statements.map(({ interest }) => interest.minor);
    expect(perInvoice).toEqual(expected.perInvoice?.map(({ interest }) => cents(interest)) ?? perInvoice);
    const openInterest = statements[0]!.openInterest;
    expect(openInterest).toEqual(expected.interestStillOpen ? euros(expected.interestStillOpen) : openInterest);
    expect(statements[0]?.claimableFrom).toBe(expected.claimableFrom ?? null);
    const warnings = statements.flatMap((statement) => statement.warnings);
    expect(warnings.filter((code) => code === 'RATE_BELOW_LEGAL_FLOOR')).toEqual(expected.flags ?? []);
    expect(warnings.includes('RATE_UNOFFICIAL')).toBe(one.usesUnofficialRate_2026H2);
  });

  test.each(facts.cases)('$id shows the exact interest of each segment', ({ expected }) => {
    for (const { days, ratePct, outstanding, interestExact } of expected.segments) {
      const exact = (BigInt(cents(outstanding)) * parsePercent(ratePct) * BigInt(days) * 10n ** 6n * 2n) / 365_000_000n;
      expect((exact + 1n) / 2n).toBe(BigInt(interestExact.replace('.', '')));
    }
  });

  test.each(['FR06', 'BE05', 'BE06'])('%s: paid in full by the last free day, it never costs more', (id) => {
    const [request] = requestsOf(facts.cases.find((one) => one.id === id)!);
    const statement = latePaymentStatement({ ...request!, statementOn: day('2026-01-31') }, RATES);
    expect(statement).toMatchObject({ interest: { minor: 0 }, fixedIndemnity: { minor: 0 }, segments: [] });
  });

  test('FR15: taken back from the start, the credited part bears no interest', () => {
    const one = facts.cases.find(({ id }) => id === 'FR15')!;
    const [request] = requestsOf(one);
    const creditNotes = request!.creditNotes.map((note) => ({ ...note, effect: 'from-start' as const }));
    expect(latePaymentStatement({ ...request!, creditNotes }, RATES).interest).toEqual(
      euros(one.expected.interestIfRetroactive!),
    );
  });

  test('FR11: at the floor, the same claim', () => {
    const one = facts.cases.find(({ id }) => id === 'FR11')!;
    const statement = latePaymentStatement({ ...requestsOf(one)[0]!, contractRate: '8.25' }, RATES);
    expect(statement.interest).toEqual(euros(one.expected.interestAtFloor!));
    expect(statement.warnings).toEqual(['RATE_UNOFFICIAL']);
  });
});

test.each(facts.beConsumerIndemnityCap)('of $amount euros a Belgian clause may ask $cap', ({ amount, cap }) => {
  expect(belgianIndemnityCap(BigInt(cents(amount)))).toBe(BigInt(cents(cap)));
});

describe('the Belgian wait', () => {
  const waits = facts.deadlineCases.filter(({ waitStarts }) => waitStarts);

  test.each(waits)('$id sent $sent, $channel', ({ sent, channel, waitStarts, waitLastDay, claimableFrom }) => {
    expect(belgianWait({ sentOn: day(sent), channel })).toMatchObject({
      startsOn: waitStarts,
      lastDay: waitLastDay,
      claimableFrom,
    });
  });

  test('six published waits are here, one of which rolls', () => {
    expect(waits.map(({ id }) => id)).toEqual(['DL11', 'DL12', 'DL13', 'DL14', 'DL15', 'DL16']);
    const rolled = waits.filter(({ sent, channel }) => belgianWait({ sentOn: day(sent), channel }).rolled);
    expect(rolled.map(({ id }) => id)).toEqual(['DL14']);
  });

  test.each(facts.deadlineCases.filter(({ id }) => id.startsWith('HOL-BE-')))('$id', ({ id, dates }) => {
    const year = id.slice(-4);
    const { closed } = belgianHolidays(day(`${year}-01-01`));
    expect(closed.filter((on) => on.startsWith(year))).toEqual(dates);
  });
});
