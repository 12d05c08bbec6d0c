import { expect, vi } from 'vitest';
import { resendMailer } from '../../activities/adapters/resend.ts';
import { startResendServer, type ResendServer } from '../support/resendServer.ts';
import { aDebtor, setUp } from '../support/story.ts';
import { createWorld, type World } from '../support/world.ts';
import { follow, type Followed } from './follow.ts';

export const TEST_RECIPIENT = 'essai@ateliers-morel.example';

/** A world whose e-mails leave over HTTP, to a server that speaks Resend's API. */
export type MailWorld = {
  readonly world: World;
  readonly resend: ResendServer;
  /** Due on a day so that the first reminder leaves on the next business day at nine; nothing before it. */
  readonly overdue: (id: string, dueOn: string, debtor?: object) => Promise<Followed>;
  /** Each reminder reserved for an invoice: its number and what became of it. */
  readonly statuses: (id: string) => Promise<string[]>;
  /** Waits until so many requests about an invoice have come. */
  readonly attempts: (id: string, count: number) => Promise<void>;
  /** Waits until the reminders stand as wanted. */
  readonly settles: (id: string, ...wanted: string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const createMailWorld = async (): Promise<MailWorld> => {
  const resend = await startResendServer();
  const world = await createWorld({ mailer: resendMailer('re_test', resend.url), testRecipient: TEST_RECIPIENT });
  await setUp(world.call, { sending: 'on' });
  const statuses = async (id: string): Promise<string[]> => {
    const rows = await world.store.db.reminder.findMany({
      where: { invoiceId: id },
      orderBy: [{ stepKey: 'asc' }, { n: 'asc' }],
    });
    return rows.map(({ n, status }) => `${n} ${status}`);
  };
  return {
    world,
    resend,
    statuses,
    overdue: async (id, dueOn, debtor = {}) => {
      const story = follow(world, id);
      await story.announce({
        startAt: 'first-reminder',
        issuedOn: '2031-02-03',
        dueOn,
        debtor: { ...aDebtor, id: `debtor-of-${id}`, ...debtor },
      });
      return story;
    },
    attempts: (id, count) => vi.waitFor(() => expect(resend.about(id).length).toBeGreaterThanOrEqual(count), SOON),
    settles: (id, ...wanted) => vi.waitFor(async () => expect(await statuses(id)).toEqual(wanted), SOON),
    stop: async () => {
      await world.stop();
      await resend.stop();
    },
  };
};

const SOON = { timeout: 15_000, interval: 50 };
