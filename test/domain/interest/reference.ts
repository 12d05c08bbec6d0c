import { gathered } from './cases.ts';
import { capOf, halfUp, plus, published, rateOf, semester, sum, waitOf, type Fraction } from './referenceLaw.ts';

/** What both implementations are asked: amounts in cents, days as text. */
export type Question = {
  readonly regime: string;
  readonly contractRate: string | null;
  readonly principal: number;
  readonly dueOn: string;
  readonly payments: readonly { readonly on: string; readonly cents: number }[];
  readonly creditNotes: readonly { readonly on: string; readonly cents: number; readonly fromStart: boolean }[];
  readonly statementOn: string | null;
  readonly interestFirst: boolean;
  readonly formalNoticeOn: string | null;
  readonly firstReminder: { readonly sentOn: string; readonly channel: 'electronic' | 'postal' } | null;
  readonly sme: boolean;
  readonly clause: boolean;
  /** With BE_B2C_XIX: what the contract names, where that is less. */
  readonly rateCeiling: string | null;
  readonly openingJudgmentOn: string | null;
  readonly stop: boolean;
};

/** One day's balance in cents, and the percentage it bears. */
type DayOfInterest = readonly [on: string, cents: number, hundredths: number];

export type ReferenceAnswer = {
  readonly interest: number;
  readonly openInterest: number;
  readonly indemnity: number;
  readonly openPrincipal: number;
  readonly through: string;
  readonly claimableFrom: string | null;
  readonly warnings: readonly string[];
  readonly days: readonly DayOfInterest[];
};

/** Counts day by day what the law and the convention say; null where a rate is missing and that refuses the answer. */
export const reference = (q: Question): ReferenceAnswer | null => {
  const dated = [...q.payments, ...q.creditNotes].map(({ on }) => on);
  const lastDay = q.statementOn ?? [...dated, q.dueOn].sort().at(-1)!;
  const until = [lastDay, ...(q.openingJudgmentOn ? [plus(q.openingJudgmentOn, -1)] : [])].sort()[0]!;
  const belgian = q.regime === 'BE_B2C_XIX';
  const wait = belgian && q.firstReminder ? waitOf(q.firstReminder) : null;
  let eve: string | null = q.dueOn;
  if (/LEGAL(_OTHER|_PRIVATE_CREDITOR|)$/.test(q.regime) && q.regime !== 'FR_B2B_3X_LEGAL') eve = q.formalNoticeOn;
  if (belgian) eve = wait && q.clause ? wait.last : null;
  const begins = belgian && q.sme && eve ? plus(q.firstReminder!.sentOn, 1) : eve && plus(eve, 1);

  let principal = q.principal;
  const pay = (cents: number): void => void (principal = Math.max(0, principal - cents));
  for (const note of q.creditNotes) if (note.fromStart) pay(note.cents);
  const notes = q.creditNotes.filter(({ fromStart }) => !fromStart);
  for (const { on, cents } of [...q.payments, ...notes]) if (on <= lastDay && (!eve || on <= eve)) pay(cents);

  const owed = eve !== null && principal > 0 && until > eve;
  const indemnity = !owed || /LEGAL(_OTHER|_PRIVATE_CREDITOR|)$/.test(q.regime.replace('3X_LEGAL', '')) ? 0 : 4_000;
  const asked = belgian && owed ? capOf(principal) : indemnity;

  const days: DayOfInterest[] = [];
  let exact: Fraction = [0n, 1n];
  let [interest, open, through] = [0, 0, until];
  const round = (): void => {
    const charged = halfUp(exact);
    [interest, open, exact] = [interest + charged, open + charged, [0n, 1n]];
  };
  let missing = false;
  const floors: (number | null)[] = [];
  const first = owed ? begins! : eve ? plus(eve, 1) : plus(lastDay, 1);
  for (let on = first; on <= lastDay; on = plus(on, 1)) {
    if (owed && on <= until && principal > 0 && !missing) {
      const rate = rateOf(q, on, begins!);
      if (rate === null) {
        if (!q.stop) return null;
        missing = true;
        through = plus(on, -1);
      } else {
        days.push([on, principal, rate]);
        exact = sum(exact, [BigInt(principal) * BigInt(rate), 3_650_000n]);
        if (q.regime === 'CONTRACT') floors.push(published(gathered.frLegalInterest, on, (row) => row.floor3x));
      }
    }
    if (on <= eve!) continue;
    for (const payment of q.payments.filter((one) => one.on === on)) {
      if (q.interestFirst) round();
      const toInterest = q.interestFirst ? Math.min(open, payment.cents) : 0;
      open -= toInterest;
      pay(payment.cents - toInterest);
    }
    for (const note of notes) if (note.on === on) pay(note.cents);
  }
  round();

  const frozen = q.regime === 'FR_B2G_FROZEN';
  const shaky = days.some(([on]) => semester(frozen ? begins! : on) === '2026-H2');
  const warnings = [
    ...(floors.some((floor, n) => floor !== null && days[n]![2] < floor) ? ['RATE_BELOW_LEGAL_FLOOR'] : []),
    ...(floors.includes(null) ? ['FLOOR_UNKNOWN'] : []),
    ...(shaky && q.regime !== 'BE_LEGAL' ? ['RATE_UNOFFICIAL'] : []),
    ...(missing ? ['RATE_MISSING_FROM'] : []),
    ...(wait?.rolled ? ['WAIT_ROLLED'] : []),
  ];
  const claimableFrom = wait && plus(wait.last, 1);
  return {
    interest,
    openInterest: open,
    indemnity: asked,
    openPrincipal: principal,
    through,
    claimableFrom,
    warnings,
    days,
  };
};
