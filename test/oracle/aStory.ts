import type { Act, Reminder, Story } from './story.ts';

/** A French invoice of 1,200.50 €, announced on Monday 6 January 2031 at ten; name only what the test is about. */
export const aStory = (changes: Partial<Story>): Story => ({
  strategy: 'progressive',
  creditorCountry: 'FR',
  debtorCountry: 'FR',
  announcedAt: { day: '2031-01-06', hour: 10 },
  postedOn: '2031-01-06',
  dueOn: '2031-02-05',
  amountMinor: 120_050,
  debtor: { kind: 'business', email: true, phone: true },
  acts: [],
  through: { day: '2031-12-31', hour: 23 },
  ...changes,
});

/** `at('2031-02-20', 10, { type: 'approve' })` */
export const at = (day: string, hour: number, act: Act): Story['acts'][number] => ({ at: { day, hour }, act });

/** `second-reminder email 2031-02-20`; with the balance where it isn't the whole amount. */
export const inWords = (reminders: readonly Reminder[]): readonly string[] =>
  reminders.map(({ stepKey, channel, on, balanceMinor }) =>
    [stepKey, channel, on, ...(balanceMinor === 120_050 ? [] : [String(balanceMinor)])].join(' '),
  );
