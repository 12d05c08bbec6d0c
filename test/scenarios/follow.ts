import { expect, vi } from 'vitest';
import type { Answer } from '../support/call.ts';
import { anInvoice, euros, ok } from '../support/story.ts';
import { ZONE, type World } from '../support/world.ts';

export type Sent = {
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly kind: string;
  readonly status: string;
};
export type OpenTask = {
  readonly id: string;
  readonly kind: string;
  readonly stepKey: string | null;
  readonly title: string;
  readonly details: any;
  readonly deadlineOn: string | null;
};

/** Skips to an hour of a day and lets every case do what fell due by then. */
export const moveTo = async (world: World, day: string, hour = 9): Promise<void> => {
  await world.at(day, hour);
  const now = new Date(await world.now());
  const behind = (): Promise<number> =>
    world.store.db.invoice.count({ where: { closedOn: null, nextStepAt: { lte: now } } });
  for (let attempt = 0; attempt < PATIENCE && (await behind()) > 0; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

/** Looks at the database so many times, 50 ms apart, while cases are busy. */
const PATIENCE = 200;

/** One case, as somebody follows it who speaks HTTP and reads what was really stored. */
export type Followed = ReturnType<typeof follow>;

export const follow = (world: World, id: string) => {
  const { call, store } = world;
  const { db } = store;
  const path = `/v1/invoices/${id}`;
  const where = { creditorId: 'default', invoiceId: id };

  const tasks = async (): Promise<OpenTask[]> => ok(await call('GET', `/v1/tasks?status=open&invoiceId=${id}`)).data;
  /** What the case asks of a person; a payment's consequences come a moment after its answer. */
  const task = (kind: string): Promise<OpenTask> =>
    vi.waitFor(
      async () => {
        const open = await tasks();
        const found = open.find((candidate) => candidate.kind === kind);
        if (found) return found;
        throw new Error(
          `expected an open task of kind ${kind}, got ${JSON.stringify(open.map((other) => [other.kind, other.stepKey]))}`,
        );
      },
      { timeout: 5000, interval: 50 },
    );
  return {
    id,
    /** Announces the invoice and waits until its case sleeps: a skipped night would otherwise pass before it lay down. */
    announce: async (given: Record<string, unknown> = {}): Promise<any> => {
      const answer = ok(await call('POST', '/v1/invoices', anInvoice({ id, number: id, ...given })), 201);
      if (answer.case.status !== 'closed')
        await world.env.client.workflow.getHandle(`invoice/default/${id}`).query('knownFacts');
      return answer;
    },
    read: async (): Promise<any> => ok(await call('GET', path)),
    tasks,
    task,
    complete: async (kind: string, body: object): Promise<Answer> =>
      call('POST', `/v1/tasks/${(await task(kind)).id}/completion`, body),
    /** A talk that the open task asked for. */
    talk: async (body: Record<string, unknown>): Promise<void> => {
      const open = (await tasks()).find(({ kind }) => kind === 'call' || kind === 'visit');
      if (!open) throw new Error('expected an open call or visit, got none');
      ok(await call('POST', `/v1/tasks/${open.id}/completion`, { spokeTo: 'Mme Martin', ...body }));
    },
    draft: async (step: string): Promise<any> => ok(await call('GET', `${path}/steps/${step}`)).draft,
    approve: async (step: string): Promise<Answer> => {
      const { draft } = ok(await call('GET', `${path}/steps/${step}`));
      return call('POST', `${path}/steps/${step}/approval`, {
        sha256: draft.sha256,
        ...(draft.personalLine ? { personalLine: { confirmed: true } } : {}),
      });
    },
    posted: async (on: string): Promise<void> => {
      const { details } = await task('post-letter');
      ok(await call('POST', `/v1/letters/${details.documentId}/events`, { kind: 'posted', on }));
    },
    act: async (what: string, body: object = {}): Promise<Answer> => call('POST', `${path}/${what}`, body),
    pay: async (paymentId: string, minor: number, receivedOn: string): Promise<any> =>
      ok(await call('POST', `${path}/payments`, { id: paymentId, amount: euros(minor), receivedOn })),
    /** The reminders on record, in words: step, channel, day, amount asked for. */
    reminders: async (): Promise<string[]> => {
      const rows = await db.reminder.findMany({
        where: { ...where, status: { in: ['sent', 'merged'] } },
        orderBy: { reservedAt: 'asc' },
      });
      return rows.map(({ stepKey, channel, on, balanceMinor }) => `${stepKey} ${channel} ${on} ${balanceMinor}`);
    },
    /** Every message that left, oldest first, with the minute in Paris at which it did. */
    sent: async (): Promise<Sent[]> => {
      const rows = await db.message.findMany({
        where: { ...where, status: { in: ['outbox', 'sent'] } },
        orderBy: { sentAt: 'asc' },
      });
      return rows.map(({ sentAt, recipients, subject, text, kind, status }) => ({
        at: inParis(sentAt),
        to: (recipients as unknown as { address: string }[]).map(({ address }) => address).join(', '),
        subject: plain(subject),
        text: plain(text),
        kind,
        status,
      }));
    },
    /** Where each step stands: key → status. */
    steps: async (): Promise<Record<string, string>> => {
      const rows = await db.step.findMany({ where, orderBy: { position: 'asc' } });
      return Object.fromEntries(rows.map(({ key, status }) => [key, status]));
    },
    /** The letters made, oldest first. */
    letters: async () => db.document.findMany({ where, orderBy: { madeAt: 'asc' } }),
    expectStatus: async (status: string, outcome: string | null = null): Promise<void> => {
      const { case: now } = ok(await call('GET', path));
      expect([now.status, now.outcome]).toEqual([status, outcome]);
    },
  };
};

const inParis = (at: Date | null): string =>
  at === null
    ? ''
    : new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(at);

/** Typographic spaces read as plain ones. */
export const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
