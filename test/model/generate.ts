import fc from 'fast-check';
import { predict } from '../oracle/predict.ts';
import type { Act, Story, StrategyKey, Waiting, When } from '../oracle/story.ts';
import type { Named } from './fleet.ts';

/** What the stories are made of, drawn by fast-check: dates, a strategy, and a number for each decision. */
type Dice = {
  readonly strategy: StrategyKey;
  readonly announceDay: number;
  readonly announceHour: number;
  readonly termDays: number;
  readonly amountMinor: number;
  readonly belgian: boolean;
  readonly local: boolean;
  readonly prior: boolean;
  readonly moves: readonly { readonly pick: number; readonly amount: number; readonly progress: boolean }[];
};

/** Decisions per story; not each becomes an act. */
const MOVES = 60;
const LONGEST_HOLD_DAYS = 30;
/** Further on only a few stories would keep the clock going for all. */
const LONGEST_STORY_DAYS = 270;
const FIRST_DAY = '2031-01-06';

const dice: fc.Arbitrary<Dice> = fc.record({
  strategy: fc.constantFrom<StrategyKey>(
    'progressive',
    'five-days',
    'procedure',
    'procedure',
    'close-contact',
    'close-contact',
    'close-contact',
    'close-contact',
    'close-contact',
    'statement-first',
  ),
  announceDay: fc.integer({ min: 0, max: 20 }),
  announceHour: fc.constantFrom(7, 11, 15),
  // Below zero: announced late, after the due date.
  termDays: fc.constantFrom(-40, -5, 2, 6, 12, 20, 30),
  amountMinor: fc.constantFrom(120_050, 40_000, 350_000, 900_000, 900_000),
  belgian: fc.boolean(),
  local: fc.nat({ max: 9 }).map((n) => n > 0),
  prior: fc.nat({ max: 9 }).map((n) => n === 0),
  moves: fc.array(
    fc.record({
      pick: fc.nat(1_000_000),
      amount: fc.integer({ min: 1, max: 40 }),
      progress: fc.boolean(),
    }),
    { minLength: MOVES, maxLength: MOVES },
  ),
});

export type Kind =
  | 'part-payment'
  | 'full-payment'
  | 'credit-note'
  | 'reversal'
  | 'hold'
  | 'open-hold'
  | 'resume'
  | 'approve'
  | 'run-now'
  | 'cancel'
  | 'talk'
  | 'no-answer'
  | 'posted'
  | 'decide'
  | 'skip'
  | 'correction'
  | 'reply'
  | 'short-hold';

export const KINDS: readonly Kind[] = [
  'part-payment',
  'full-payment',
  'credit-note',
  'reversal',
  'hold',
  'open-hold',
  'resume',
  'approve',
  'run-now',
  'cancel',
  'talk',
  'no-answer',
  'posted',
  'decide',
  'skip',
  'correction',
];

/** The waits that a story can be met in. */
export const WAITS: readonly Waiting[] = [
  'asleep',
  'draft',
  'letter',
  'call',
  'visit',
  'hold',
  'answer-or-decide',
  'after-hold',
  'course-ended',
  'closed',
];

export type Coverage = Map<string, number>;

/** Stories from a seed, steered so that each kind of event meets each kind of waiting; `coverage` counts what was met. */
export const generateStories = (
  seed: number,
  count: number,
): { readonly stories: readonly Named[]; readonly coverage: Coverage } => {
  const coverage: Coverage = new Map();
  const stories = fc
    .sample(dice, { seed, numRuns: count })
    .map((drawn, index) => ({ id: `S${index + 1}`, story: tell(drawn, coverage) }));
  return { stories, coverage };
};

/** How often each kind of event is to meet each kind of waiting; a cancellation ends its story for good, so there are fewer. */
export const wantedMeetings = (kind: Kind): number => (kind === 'cancel' ? 10 : 30);

const tell = (drawn: Dice, coverage: Coverage): Story => {
  const announcedOn = plus(FIRST_DAY, drawn.announceDay);
  const base: Story = {
    strategy: drawn.strategy,
    creditorCountry: 'FR',
    debtorCountry: drawn.belgian ? 'BE' : 'FR',
    announcedAt: { day: announcedOn, hour: drawn.announceHour },
    postedOn: drawn.termDays < 0 ? plus(announcedOn, drawn.termDays - 30) : announcedOn,
    dueOn: plus(announcedOn, drawn.termDays),
    // A visit is for larger amounts.
    amountMinor: drawn.strategy === 'close-contact' ? drawn.amountMinor * 10 : drawn.amountMinor,
    debtor: { kind: 'business', email: true, phone: true, local: drawn.local },
    ...(drawn.prior ? { priorReminders: [{ on: plus(announcedOn, -3), channel: 'email' as const }] } : {}),
    acts: [],
    through: { day: announcedOn, hour: 23 },
  };
  let at: When = base.announcedAt;
  let acts: Story['acts'] = [];
  for (const [index, move] of drawn.moves.entries()) {
    at = soon(at);
    if (at.day > plus(announcedOn, LONGEST_STORY_DAYS)) break;
    const story = { ...base, acts };
    const before = predict({ ...story, through: at });
    const passing = timePasses(before, at, move, coverage);
    if (passing !== null) {
      at = passing;
      continue;
    }
    const kind = choose(story, at, before, move, coverage, index > drawn.moves.length / 2);
    acts = [...acts, { at, act: actOf(kind, move, at.day, story, before) }];
    const cell = `${kind} / ${before.waiting}`;
    coverage.set(cell, (coverage.get(cell) ?? 0) + 1);
  }
  return { ...base, acts, through: { day: plus(at.day, 25), hour: 23 } };
};

/** The next working hour of the story: acts follow each other in the same wait. */
const soon = ({ day, hour }: When): When =>
  hour >= 20 ? { day: plus(day, 1), hour: 8 } : { day, hour: hour < 10 ? 10 : hour + 1 };

/** Where everything has been met in this waiting, sleeping on is what leads to the next one. */
const timePasses = (
  now: ReturnType<typeof predict>,
  at: When,
  move: Dice['moves'][number],
  coverage: Coverage,
): When | null => {
  if (now.waiting === 'hold' && move.pick % 3 === 0 && missing('after-hold', coverage).length > 0)
    return { day: plus(at.day, LONGEST_HOLD_DAYS + 1), hour: 9 };
  if (missing(now.waiting, coverage).length > 0 && !move.progress) return null;
  if (now.waiting === 'asleep' && now.next && move.pick % 3 > 0) return { day: now.next.at.day, hour: 9 };
  return null;
};

const met = (coverage: Coverage, kind: Kind, waiting: Waiting): number => coverage.get(`${kind} / ${waiting}`) ?? 0;

const missing = (waiting: Waiting, coverage: Coverage): Kind[] =>
  KINDS.filter((kind) => met(coverage, kind, waiting) < wantedMeetings(kind));

/** What moves the case on from this waiting, so that the later ones are reached, too. */
const PROGRESS: Readonly<Record<Waiting, readonly Kind[]>> = {
  asleep: ['run-now', 'skip', 'part-payment', 'reply'],
  draft: ['approve'],
  letter: ['posted'],
  call: ['talk', 'no-answer', 'skip'],
  visit: ['talk', 'no-answer'],
  hold: ['resume', 'decide'],
  'answer-or-decide': ['decide'],
  'after-hold': ['decide'],
  'course-ended': ['short-hold'],
  closed: ['reversal'],
};

/** First what still misses here and leaves the wait as it is, then what misses and changes it, then what leads on. */
const choose = (
  story: Story,
  at: When,
  now: ReturnType<typeof predict>,
  move: Dice['moves'][number],
  coverage: Coverage,
  last: boolean,
): Kind => {
  const after = (kind: Kind): Waiting =>
    predict({ ...story, acts: [...story.acts, { at, act: actOf(kind, move, at.day, story, now) }], through: at })
      .waiting;
  const wanted = missing(now.waiting, coverage).filter((kind) => kind !== 'cancel' || now.waiting === 'closed');
  const staying = wanted.filter((kind) => after(kind) === now.waiting);
  if (
    last &&
    move.pick % 4 === 0 &&
    now.waiting !== 'closed' &&
    met(coverage, 'cancel', now.waiting) < wantedMeetings('cancel')
  )
    return 'cancel';
  const hurried = hurry(story, now.waiting, coverage);
  if (hurried) return hurried[move.pick % hurried.length] ?? 'run-now';
  // A talk ends the visits of a story for good: what can be undone comes first.
  const undoable = now.waiting === 'visit' && !last ? wanted.filter((kind) => kind !== 'talk') : wanted;
  const candidates =
    staying.length > 0 ? staying : undoable.length > 0 ? undoable : wanted.length > 0 ? wanted : PROGRESS[now.waiting];
  return candidates[move.pick % candidates.length] ?? 'resume';
};

/** Some waits lie late in one strategy only (a visit to a local debtor, a question after an answer): its stories hurry there while they miss events. */
const hurry = ({ strategy, debtor }: Story, waiting: Waiting, coverage: Coverage): readonly Kind[] | null => {
  const toTheVisit = strategy === 'close-contact' && debtor.local === true && missing('visit', coverage).length > 0;
  const toTheQuestion = strategy === 'procedure' && missing('answer-or-decide', coverage).length > 0;
  if (toTheQuestion && waiting === 'answer-or-decide') return null;
  if (toTheQuestion) return QUESTIONED[waiting] ?? null;
  if (!toTheVisit) return null;
  const hurried: Partial<Record<Waiting, readonly Kind[]>> = {
    asleep: ['run-now', 'skip', 'run-now'],
    call: ['no-answer', 'skip'],
    hold: ['resume'],
    'after-hold': ['decide'],
    'answer-or-decide': ['decide'],
    closed: ['reversal'],
  };
  return hurried[waiting] ?? null;
};

/** A reply, then the next step at once: the step asks whether the reply was answered. */
const QUESTIONED: Partial<Record<Waiting, readonly Kind[]>> = {
  asleep: ['reply', 'run-now', 'run-now', 'part-payment'],
  hold: ['resume'],
  'after-hold': ['decide'],
  call: ['no-answer', 'skip', 'talk'],
  draft: ['approve'],
  letter: ['posted'],
  closed: ['reversal'],
};

const TALKS: readonly Extract<Act, { type: 'call' }>['outcome'][] = [
  'promise',
  'cheque-posted',
  'paid-already',
  'dispute',
  'not-satisfied',
  'arrangement-wanted',
  'not-debtor',
  'insolvency',
  'invoice-not-received',
  'forwarded',
  'refused',
  'wrong-person',
];
const NOT_REACHED = ['no-answer', 'busy', 'voicemail', 'third-party'] as const;

const actOf = (
  kind: Kind,
  { pick, amount }: Dice['moves'][number],
  day: string,
  story: Story,
  now: ReturnType<typeof predict>,
): Act => {
  switch (kind) {
    case 'part-payment':
      return {
        type: 'payment',
        amountMinor: Math.max(100, Math.floor((Math.max(now.balanceMinor, 2000) * amount) / 100)),
      };
    case 'full-payment':
      return { type: 'payment', amountMinor: Math.max(now.balanceMinor, 600) };
    case 'credit-note':
      return {
        type: 'credit-note',
        amountMinor: Math.max(100, Math.floor((Math.max(now.balanceMinor, 2000) * amount) / 100)),
      };
    case 'reversal':
      return { type: 'reversal', amountMinor: lastPayment(story) ?? 5000 };
    case 'hold':
      return { type: 'hold', until: plus(day, pick % 12), reason: pick % 3 === 0 ? 'reply' : 'manual' };
    case 'reply':
      return { type: 'hold', until: day, reason: 'reply' };
    case 'short-hold':
      return { type: 'hold', until: plus(day, 1), reason: 'manual' };
    case 'open-hold':
      return { type: 'hold', reason: 'manual' };
    case 'talk': {
      const outcome = TALKS[pick % TALKS.length] ?? 'refused';
      if (outcome === 'promise') return { type: 'call', outcome, on: plus(day, 1 + (pick % 20)) };
      return outcome === 'cheque-posted'
        ? { type: 'call', outcome, on: plus(day, pick % 2) }
        : { type: 'call', outcome };
    }
    case 'no-answer':
      return { type: 'call', outcome: NOT_REACHED[pick % NOT_REACHED.length] ?? 'busy' };
    case 'posted':
      return { type: 'posted', on: day };
    case 'skip':
      return { type: 'skip', stepKey: now.next?.stepKey ?? 'formal-notice' };
    case 'correction':
      return { type: 'correction', dueOn: plus(latestDue(story, day), 1 + (pick % 9)) };
    default:
      return { type: kind };
  }
};

const latestDue = ({ dueOn, acts }: Story, day: string): string =>
  [dueOn, day, ...acts.flatMap(({ act }) => (act.type === 'correction' ? [act.dueOn] : []))].sort().at(-1) ?? day;

const lastPayment = ({ acts }: Story): number | null => {
  const payment = acts.findLast(({ act }) => act.type === 'payment')?.act;
  return payment?.type === 'payment' ? payment.amountMinor : null;
};

const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
