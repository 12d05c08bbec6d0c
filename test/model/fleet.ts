import { predict } from '../oracle/predict.ts';
import type { Act, Reminder, Story, When } from '../oracle/story.ts';
import type { World } from '../support/world.ts';
import { announceStory, drive, type Paid } from './drive.ts';

export type Named = { readonly id: string; readonly story: Story };

export type Fleet = {
  /** Runs all stories side by side on the world's one clock, day by day; each difference with the oracle in words. */
  readonly differences: readonly string[];
  readonly reminders: number;
  readonly acts: number;
  /** Where the time went, in whole seconds. */
  readonly seconds: { readonly skipping: number; readonly acting: number; readonly comparing: number };
};

export type FleetOptions = {
  /** Days between two comparisons; the last day is always compared. */
  readonly compareEvery?: number;
  /** Hears of each day that is over. */
  readonly told?: (day: string) => void;
};

type Moment = {
  readonly when: When;
  readonly id: string;
  readonly story: Story;
  readonly act: Act | null;
  readonly n: number;
};

/** Requests under way at once. */
const LANES = 8;
/** Stories that go wrong are told once, not again each day. */
const MOST_DIFFERENCES = 12;

/** Plays every story from HTTP to the database and compares the reminders on record with the oracle's, after every day. */
export const runFleet = async (
  world: World,
  stories: readonly Named[],
  { compareEvery = 1, told = () => undefined }: FleetOptions = {},
): Promise<Fleet> => {
  const paid = new Map<string, Paid[]>(stories.map(({ id }) => [id, []]));
  const days = groupByDay(stories.flatMap(momentsOf));
  const differences = new Map<string, string>();
  const spent = { skip: clocked(), act: clocked(), compare: clocked() };
  const over = new Set<string>();
  let acts = 0;
  let daysSince = 0;
  const last =
    stories
      .map(({ story }) => story.through.day)
      .sort()
      .at(-1) ?? '';
  for (let day = [...days.keys()].sort()[0] ?? last; day <= last; day = plusOne(day)) {
    for (const hour of hoursOf(days.get(day) ?? [])) {
      await spent.skip(() => world.at(day, hour));
      const batch = (days.get(day) ?? []).filter(({ when }) => when.hour === hour);
      await spent.act(() =>
        inLanes(batch, async (moment) => {
          acts += 1;
          const refusal = await perform(world, moment, paid.get(moment.id) ?? []);
          if (refusal && !differences.has(moment.id))
            differences.set(moment.id, `${moment.id} ${day} ${hour}h: ${refusal}`);
        }),
      );
      await spent.act(() => finishFormalTasks(world));
    }
    await spent.skip(() => world.at(day, 23));
    daysSince += 1;
    if (daysSince >= compareEvery || day === last) {
      daysSince = 0;
      await spent.compare(() => compare(world, stories, day, differences, over));
    }
    told(day);
    if (differences.size >= MOST_DIFFERENCES) break;
  }
  const reminders = await world.store.db.reminder.count({ where: { status: { in: ['sent', 'merged'] } } });
  const seconds = { skipping: spent.skip.seconds(), acting: spent.act.seconds(), comparing: spent.compare.seconds() };
  return { seconds, differences: [...differences.values()], reminders, acts };
};

const momentsOf = ({ id, story }: Named): Moment[] => [
  { when: story.announcedAt, id, story, act: null, n: 0 },
  ...story.acts.map(({ at, act }, index) => ({ when: at, id, story, act, n: index + 1 })),
];

const perform = async (world: World, { id, story, act, when, n }: Moment, paid: Paid[]): Promise<string | null> => {
  if (act === null) {
    const answer = await announceStory(world.call, id, story);
    return answer.status === 201 ? null : `announcing was answered ${answer.status}: ${JSON.stringify(answer.body)}`;
  }
  const answer = await drive(world.call, id, act, when.day, n, paid);
  const accepted = answer !== null && answer.status < 300;
  if (answer && answer.status >= 500)
    return `${JSON.stringify(act)} was answered ${answer.status}: ${JSON.stringify(answer.body)}`;
  const expected = !predict({ ...story, acts: story.acts.slice(0, n), through: when }).refused.some(
    (refused) => refused.act === act,
  );
  if (accepted === expected) return null;
  return `the oracle ${expected ? 'accepts' : 'refuses'} ${JSON.stringify(act)}, the app answered ${answer?.status ?? 'nothing to act on'} ${JSON.stringify(answer?.body?.detail ?? '')}`;
};

/** What lies behind these tasks comes with later processes; here a person does them at once. */
const finishFormalTasks = async (world: World): Promise<void> => {
  const tasks = await world.store.db.task.findMany({
    where: { status: 'open', kind: { in: ['stop-deliveries', 'legal-file'] } },
  });
  await inLanes(tasks, async ({ id, kind }) => {
    const body = kind === 'legal-file' ? { decision: 'not-pursued', reason: 'not in this story' } : { done: true };
    const answer = await world.call('POST', `/v1/tasks/${id}/completion`, body);
    if (answer.status >= 300) throw new Error(`${kind}: ${answer.status} ${JSON.stringify(answer.body)}`);
  });
};

const compare = async (
  world: World,
  stories: readonly Named[],
  day: string,
  differences: Map<string, string>,
  over: Set<string>,
): Promise<void> => {
  const rows = await world.store.db.reminder.findMany({
    where: { status: { in: ['sent', 'merged'] } },
    orderBy: { reservedAt: 'asc' },
  });
  for (const { id, story } of stories) {
    if (differences.has(id) || over.has(id) || story.announcedAt.day > day) continue;
    // After its last day nothing changes in a story that was found right.
    if (story.through.day <= day) over.add(id);
    const through = { day, hour: 23 };
    const expected = predict({ ...story, acts: story.acts.filter(({ at }) => at.day <= day), through }).reminders.map(
      inWords,
    );
    const found = rows
      .filter(({ invoiceId }) => invoiceId === id)
      .map((row) => inWords({ ...row, balanceMinor: Number(row.balanceMinor) } as unknown as Reminder));
    if (expected.join('\n') === found.join('\n')) continue;
    differences.set(
      id,
      [
        `${id} (${story.strategy}) on ${day}:`,
        `  oracle: ${expected.join(' | ')}`,
        `  record: ${found.join(' | ')}`,
        `  story: ${JSON.stringify(story)}`,
      ].join('\n'),
    );
  }
};

const inWords = ({ stepKey, channel, on, balanceMinor }: Reminder): string =>
  `${stepKey} ${channel} ${on} ${balanceMinor}`;

const groupByDay = (moments: readonly Moment[]): Map<string, Moment[]> => {
  const days = new Map<string, Moment[]>();
  for (const moment of moments) days.set(moment.when.day, [...(days.get(moment.when.day) ?? []), moment]);
  return days;
};

/** The hours of a day at which something is to do; at nine what falls due by itself has begun. */
const hoursOf = (moments: readonly Moment[]): number[] =>
  [...new Set([9, ...moments.map(({ when }) => when.hour)])].sort((a, b) => a - b);

const plusOne = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const inLanes = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

type Clocked = (<T>(work: () => Promise<T>) => Promise<T>) & { readonly seconds: () => number };

const clocked = (): Clocked => {
  let total = 0;
  const measure = async <T>(work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    try {
      return await work();
    } finally {
      total += performance.now() - from;
    }
  };
  return Object.assign(measure, { seconds: () => Math.round(total / 1000) });
};
