import { addDays, type Day } from '../../domain/day.ts';
import { dayAt } from '../../domain/instant.ts';
import { ok } from '../support/story.ts';
import { ZONE, type World } from '../support/world.ts';
import { follow, moveTo } from './follow.ts';

export type Person = {
  /** What a call brings. */
  readonly talkTo: (task: { readonly invoiceId: string; readonly stepKey: string }) => object;
};

/** Goes from one thing to do to the next, until all cases wait for a decision about their end; a person does each task on its day. */
export const liveThrough = async (world: World, person: Person): Promise<void> => {
  for (let day = await nextDay(world); day !== null; day = await nextDay(world)) {
    await moveTo(world, day, 10);
    await doTasks(world, person, day);
  }
};

/** Rings, decides to go on, approves and posts whatever waits for it now. */
export const doTasks = async (world: World, person: Person, day: string): Promise<void> => {
  // What one of them opens, the next one finds.
  for (const kind of ['call', 'decide', 'approve', 'post-letter']) await doAll(world, person, kind, day);
};

const doAll = async (world: World, { talkTo }: Person, kind: string, day: string): Promise<void> => {
  const { data } = ok(await world.call('GET', `/v1/tasks?status=open&limit=100&kind=${kind}`));
  for (const task of data) {
    const complete = async (body: object) => ok(await world.call('POST', `/v1/tasks/${task.id}/completion`, body));
    if (kind === 'call') await complete(talkTo(task));
    if (kind === 'decide' && !task.details.endOfCourse) await complete({ decision: 'continue' });
    if (kind === 'approve') ok(await follow(world, task.invoiceId).approve(task.stepKey));
    if (kind === 'post-letter') await complete({ postedOn: day });
  }
};

/** The next day on which any case moves by itself, tomorrow while somebody is to be rung again, null when nothing moves. */
const nextDay = async (world: World): Promise<Day | null> => {
  const { task, invoice } = world.store.db;
  const now = await world.now();
  if ((await task.count({ where: { kind: 'call', status: 'open' } })) > 0) return addDays(dayAt(now, ZONE), 1);
  const ahead = { closedOn: null, nextStepAt: { gt: new Date(now), lt: new Date(now + HALF_A_YEAR) } };
  const { nextStepAt } = (await invoice.findFirst({ where: ahead, orderBy: { nextStepAt: 'asc' } })) ?? {};
  return nextStepAt ? dayAt(nextStepAt.getTime(), ZONE) : null;
};

const HALF_A_YEAR = 180 * 86_400_000;
