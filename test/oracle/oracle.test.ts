import { expect, test } from 'vitest';
import { at, aStory, inWords } from './aStory.ts';
import { predict } from './predict.ts';
import type { Act, Story } from './story.ts';

// The days were counted by hand on these months of 2031 (Mo = Monday of each week; holidays in brackets):
// January  Mo 6 13 20 27 (We 1)              February Mo 3 10 17 24
// March    Mo 3 10 17 24 31                  April    Mo 7 14 21 28 (Fr 11 Good Friday, a bank holiday only; Mo 14 Easter)
// May      Mo 5 12 19 26 (Th 1, Th 8, Th 22) June     Mo 2 9 16 23 30 (Mo 2 Whit Monday)
// July     Mo 7 14 21 28 (Mo 14 FR, Mo 21 BE) August  Mo 4 11 18 25 (Fr 15)

const approve: Act = { type: 'approve' };
const decide: Act = { type: 'decide' };

test('progressive, nobody at the desk: the automatic e-mails leave, the call lapses, the draft waits', () => {
  // Due We 5 Feb. D-8 = Tu 28 Jan. D-3 = Su 2 Feb, back to Fr 31 Jan; the call lapses on Tu 4 Feb. D+1 = Th 6 Feb. D+15 = Th 20 Feb.
  const told = predict(aStory({}));
  expect(inWords(told.reminders)).toEqual(['pre-reminder email 2031-01-28', 'first-reminder email 2031-02-06']);
  expect(told).toMatchObject({ status: 'chasing', waiting: 'draft', balanceMinor: 120_050, refused: [] });
});

test('progressive, done on its days, up to the legal file', () => {
  // D+16 = Fr 21 Feb. D+30 = Fr 7 Mar, approved Mo 10 Mar. D+45 = Sa 22 Mar, so Mo 24 Mar.
  // Notice: posted Mo 24, +3 business days = Th 27, +8 = Fr 4 Apr; bank days Mo 7 and Tu 8; legal file We 9 Apr.
  const told = predict(
    aStory({
      acts: [
        at('2031-01-31', 10, { type: 'call', outcome: 'forwarded' }),
        at('2031-02-20', 10, approve),
        at('2031-02-21', 11, { type: 'call', outcome: 'refused' }),
        at('2031-03-10', 14, approve),
        at('2031-03-24', 10, approve),
        at('2031-03-24', 15, { type: 'posted', on: '2031-03-24' }),
      ],
    }),
  );
  expect(inWords(told.reminders)).toEqual([
    'pre-reminder email 2031-01-28',
    'pre-call call 2031-01-31',
    'first-reminder email 2031-02-06',
    'second-reminder email 2031-02-20',
    'reminder-call call 2031-02-21',
    'third-reminder email 2031-03-10',
    'formal-notice registered-letter 2031-03-24',
  ]);
  expect(told).toMatchObject({ waiting: 'course-ended', legalFileOn: '2031-04-09', refused: [] });
});

test('progressive announced 60 days late: 60, 67, 68, 75, 84, nothing before the due date', () => {
  // Due Th 2 Jan, announced Su 2 Mar. Day 60 = Mo 3 Mar, 67 = Mo 10, 68 = Tu 11, 75 = Tu 18; its day to pay is 83 = We 26, so Th 27 Mar.
  const told = predict(
    aStory({
      announcedAt: { day: '2031-03-02', hour: 12 },
      postedOn: '2030-12-03',
      dueOn: '2031-01-02',
      acts: [
        at('2031-03-10', 10, approve),
        at('2031-03-11', 10, { type: 'call', outcome: 'forwarded' }),
        at('2031-03-18', 10, approve),
        at('2031-03-26', 10, approve),
        at('2031-03-27', 10, approve),
        at('2031-03-27', 14, { type: 'posted', on: '2031-03-27' }),
      ],
    }),
  );
  expect(told.reminders.map(({ on }) => on)).toEqual([
    '2031-03-03',
    '2031-03-10',
    '2031-03-11',
    '2031-03-18',
    '2031-03-27',
  ]);
  expect(told.refused).toEqual([at('2031-03-26', 10, approve)]);
});

test('announced on the very day: a pre-due step may still leave, a post-due one waits for the next business day', () => {
  // Due We 5 Feb: D-8 = Tu 28 Jan at nine is ahead of eight o'clock, not of ten; then We 29 Jan, since D-4 = Sa 1 Feb allows up to Fr 31.
  const first = (hour: number) => predict(aStory({ announcedAt: { day: '2031-01-28', hour } })).reminders[0]?.on;
  expect([first(8), first(10)]).toEqual(['2031-01-28', '2031-01-29']);
  // Due Mo 3 Mar, D+1 = Tu 4 Mar is the day of the announcement: We 5 Mar.
  const late = predict(aStory({ dueOn: '2031-03-03', announcedAt: { day: '2031-03-04', hour: 8 } }));
  expect(inWords(late.reminders)).toEqual(['first-reminder email 2031-03-05']);
});

test('a payment before nine stops that morning’s reminder; its reversal goes on where the case stood', () => {
  // Paid Th 6 Feb at eight. Reversed We 12 Feb at 15: first reminder Th 13 Feb. Second: D+15 = Th 20 Feb, seven days later.
  const told = predict(
    aStory({
      acts: [
        at('2031-02-06', 8, { type: 'payment', amountMinor: 120_050 }),
        at('2031-02-12', 15, { type: 'reversal', amountMinor: 120_050 }),
        at('2031-02-20', 10, approve),
      ],
      through: { day: '2031-02-20', hour: 12 },
    }),
  );
  expect(inWords(told.reminders)).toEqual([
    'pre-reminder email 2031-01-28',
    'first-reminder email 2031-02-13',
    'second-reminder email 2031-02-20',
  ]);
  expect(told).toMatchObject({
    status: 'chasing',
    outcome: null,
    next: { stepKey: 'reminder-call', at: { day: '2031-02-21', hour: 9 } },
  });
});

test('five euros are forgiven, a cent more is chased; credit notes alone close as credited', () => {
  const end = (...acts: Act[]) => {
    const { outcome, status } = predict(
      aStory({ acts: acts.map((act, n) => at('2031-01-10', 10 + n, act)), through: { day: '2031-01-10', hour: 20 } }),
    );
    return [status, outcome];
  };
  expect(end({ type: 'payment', amountMinor: 119_550 })).toEqual(['closed', 'paid']);
  expect(end({ type: 'payment', amountMinor: 119_549 })).toEqual(['chasing', null]);
  expect(end({ type: 'credit-note', amountMinor: 120_050 })).toEqual(['closed', 'credited']);
  expect(end({ type: 'credit-note', amountMinor: 100_000 }, { type: 'payment', amountMinor: 20_050 })).toEqual([
    'closed',
    'paid',
  ]);
  expect(end({ type: 'cancel' }, { type: 'payment', amountMinor: 1 })).toEqual(['closed', 'cancelled']);
});

test('a part payment makes the letter anew: the old one can’t be posted any more', () => {
  // Third reminder approved Fr 7 Mar; notice D+45 = Mo 24 Mar, approved at ten, 500 € at twelve: a new draft, approved and posted Tu 25.
  const told = predict(
    aStory({
      startAt: 'third-reminder',
      acts: [
        at('2031-03-07', 10, approve),
        at('2031-03-24', 10, approve),
        at('2031-03-24', 12, { type: 'payment', amountMinor: 50_000 }),
        at('2031-03-24', 15, { type: 'posted', on: '2031-03-24' }),
        at('2031-03-25', 10, approve),
        at('2031-03-25', 15, { type: 'posted', on: '2031-03-25' }),
      ],
    }),
  );
  expect(inWords(told.reminders)).toEqual([
    'third-reminder email 2031-03-07',
    'formal-notice registered-letter 2031-03-25 70050',
  ]);
  expect(told.refused).toEqual([at('2031-03-24', 15, { type: 'posted', on: '2031-03-24' })]);
  // Planned Tu 25 Mar, +3 = Fr 28, +8 = Sa 5 Apr, rolled to Mo 7; bank days Tu 8, We 9; Th 10 Apr.
  expect(told.legalFileOn).toBe('2031-04-10');
});

test('five-days: unconfirmed, the first contact leaves on the last business day up to D+5; then the channel changes', () => {
  // Due Mo 3 Feb: D+3 = Th 6 Feb; D+5 = Sa 8, so Fr 7 Feb. Call on Fr 14 Feb, not reached on Fr 14, Fr 14 and Mo 17 Feb: written on Mo 17.
  // To be paid by Mo 17 + 8 = Tu 25 Feb: notice We 26.
  const told = predict(
    aStory({
      strategy: 'five-days',
      dueOn: '2031-02-03',
      acts: [
        at('2031-02-14', 10, { type: 'call', outcome: 'no-answer' }),
        at('2031-02-14', 15, { type: 'call', outcome: 'voicemail' }),
        at('2031-02-17', 11, { type: 'call', outcome: 'busy' }),
        at('2031-02-26', 10, approve),
        at('2031-02-26', 11, { type: 'posted', on: '2031-02-26' }),
      ],
    }),
  );
  expect(inWords(told.reminders)).toEqual([
    'first-contact email 2031-02-07',
    'other-channel email 2031-02-17',
    'formal-notice registered-letter 2031-02-26',
  ]);
});

test('S0.1 five-days: a draft nobody approves is made a business day before the last day, and leaves on it', () => {
  // Due We 5 Feb: D+3 = Sa 8, so Mo 10 Feb, which is D+5 and the last; a person keeps a business day, so drafted Fr 7.
  const told = predict(aStory({ strategy: 'five-days', through: { day: '2031-02-12', hour: 23 } }));
  expect(inWords(told.reminders)).toEqual(['first-contact email 2031-02-10']);
});

test('a day to pay is printed when the text is made, and made anew when three days of it are not left', () => {
  // Five-days, due Mo 3 Feb, no phone number: written to on Fr 7 by person, then drafted Fr 14 Feb: by Sa 22, so Mo 24.
  const noticeAfter = (day: string) => {
    const { next } = predict(
      aStory({
        strategy: 'five-days',
        dueOn: '2031-02-03',
        debtor: { kind: 'business', email: true, phone: false },
        acts: [at(day, 10, approve)],
        through: { day, hour: 23 },
      }),
    );
    return next?.at.day;
  };
  // Approved on Mo 17: 17 + 8 = Tu 25, after Mo 24. Up to Fr 21 the text may leave; + 8 = Sa 1 March, so Mo 3.
  expect([noticeAfter('2031-02-17'), noticeAfter('2031-02-21')]).toEqual(['2031-02-25', '2031-03-03']);
  // Made anew on Sa 22 Feb: by Su 2 March, so Mo 3. Approved on Mo 24, + 8 = Tu 4.
  expect(noticeAfter('2031-02-24')).toBe('2031-03-04');
});

test('approved after the post has left, a letter is planned for the next business day, and may go out the same day all the same', () => {
  // Notice: drafted Mo 24 Mar. Approved at 15 on Fr 28: planned Mo 31, + 3 = Th 3 Apr, + 8 = Fr 11; bank days Tu 15, We 16; Th 17.
  const legalFile = (hour: number, postedOn: string) =>
    predict(
      aStory({
        startAt: 'formal-notice',
        acts: [at('2031-03-28', hour, approve), at('2031-03-31', 17, { type: 'posted', on: postedOn })],
      }),
    ).legalFileOn;
  expect([legalFile(15, '2031-03-28'), legalFile(15, '2031-03-31')]).toEqual(['2031-04-17', '2031-04-17']);
  // An hour earlier it is planned for Fr 28: We 2 Apr, + 8 = Th 10; Fr 11 and Mo 14 are no bank days: Tu 15, We 16; Th 17.
  expect(legalFile(14, '2031-03-28')).toBe('2031-04-17');
  // Then posted on Mo 31 it is void; the new one waits.
  expect(legalFile(14, '2031-03-31')).toBeNull();
});

test('procedure: a promise holds, a decision goes on, an answer asks, a letter posted late is void', () => {
  // Due Tu 1 Apr. D+5 = Su 6, so Mo 7 Apr. Call Th 17 Apr: promise for Th 24. Decided Mo 28 at ten: +10 = Su 27 is past, so Tu 29 Apr.
  // Part payment We 30 Apr. Letter: Tu 29 + 10 = Fr 9 May: asks first. Approved at noon, planned Fr 9; posted Mo 12 is too late; anew, Mo 12.
  const told = predict(
    aStory({
      strategy: 'procedure',
      dueOn: '2031-04-01',
      acts: [
        at('2031-04-17', 14, { type: 'call', outcome: 'promise', on: '2031-04-24' }),
        at('2031-04-24', 10, decide),
        at('2031-04-28', 10, decide),
        at('2031-04-30', 10, { type: 'payment', amountMinor: 20_050 }),
        at('2031-05-09', 11, decide),
        at('2031-05-09', 12, approve),
        at('2031-05-12', 10, { type: 'posted', on: '2031-05-12' }),
        at('2031-05-12', 15, { type: 'posted', on: '2031-05-12' }),
      ],
      through: { day: '2031-05-12', hour: 23 },
    }),
  );
  expect(inWords(told.reminders)).toEqual([
    'first-reminder email 2031-04-07',
    'reminder-call call 2031-04-17',
    'second-reminder email 2031-04-29',
    'reminder-letter letter 2031-05-12 100000',
  ]);
  expect(told.refused).toEqual([at('2031-04-24', 10, decide)]);
  // Mo 12 May + 10 = Th 22 May, Ascension: Fr 23.
  expect(told.next).toEqual({ stepKey: 'further-reminder:1', at: { day: '2031-05-23', hour: 9 } });
});

test('close-contact between France and Belgium: a call needs both countries at work', () => {
  // Posted Th 19 June: +3 = Su 22, so Mo 23 June. Due Fr 18 July: D+1 = Sa, Mo 21 July is a Belgian holiday, so Tu 22.
  // Not done within three business days (We, Th, Fr 25): lapses. Follow-up: Mo 28, asks, since the talk of 23 June wasn't answered.
  // Paid already: ten business days; resumed by hand We 30 July. Visit: not local. Letter D+15 = Sa 2, so Mo 4 Aug.
  const told = predict(
    aStory({
      strategy: 'close-contact',
      debtorCountry: 'BE',
      announcedAt: { day: '2031-06-19', hour: 10 },
      postedOn: '2031-06-19',
      dueOn: '2031-07-18',
      acts: [
        at('2031-06-23', 10, { type: 'call', outcome: 'forwarded' }),
        at('2031-07-21', 10, { type: 'call', outcome: 'forwarded' }),
        at('2031-07-28', 10, decide),
        at('2031-07-28', 11, { type: 'call', outcome: 'paid-already' }),
        at('2031-07-30', 15, { type: 'resume' }),
        at('2031-08-04', 10, approve),
        at('2031-08-04', 16, { type: 'posted', on: '2031-08-04' }),
      ],
    }),
  );
  expect(inWords(told.reminders)).toEqual([
    'courtesy-call call 2031-06-23',
    'follow-up-call call 2031-07-28',
    'neutral-letter registered-letter 2031-08-04',
  ]);
  expect(told.refused).toHaveLength(1);
  // Posted Mo 4, +3 = Th 7, +8 = Fr 15 Aug, Assumption, rolled to Mo 18; bank days Tu 19, We 20; Th 21 Aug.
  expect(told).toMatchObject({ legalFileOn: '2031-08-21', waiting: 'course-ended' });
});

test('close-contact: a local debtor is visited above the minimum', () => {
  // Due Tu 4 Mar: call We 5, follow-up 5 + 4 = Su 9, so Mo 10; visit Mo 10 + 3 = Th 13 Mar. Calls answered, so each next step asks.
  const told = predict(
    aStory({
      strategy: 'close-contact',
      startAt: 'due-call',
      dueOn: '2031-03-04',
      amountMinor: 200_000,
      debtor: { kind: 'business', email: true, phone: true, local: true },
      acts: [
        at('2031-03-05', 10, { type: 'call', outcome: 'forwarded' }),
        at('2031-03-10', 10, decide),
        at('2031-03-10', 11, { type: 'call', outcome: 'refused' }),
        at('2031-03-13', 16, { type: 'call', outcome: 'cheque-posted', on: '2031-03-13' }),
      ],
      through: { day: '2031-03-17', hour: 8 },
    }),
  );
  expect(told.reminders.map(({ stepKey, channel, on }) => [stepKey, channel, on])).toEqual([
    ['due-call', 'call', '2031-03-05'],
    ['follow-up-call', 'call', '2031-03-10'],
    ['visit', 'visit', '2031-03-13'],
  ]);
  // Three calendar days after Th 13 = Su 16 Mar; from Mo 17 a person decides.
  expect(told).toMatchObject({ status: 'chasing', waiting: 'after-hold' });
});

test('statement-first: nobody calls, so the e-mail follows the statement', () => {
  // Due Fr 14 Feb. D-7 = Fr 7 Feb. Call Mo 17 Feb, lapses after five business days, Mo 24. E-mail Tu 25. Letter: + 10 = Fr 7 Mar.
  const told = predict(aStory({ strategy: 'statement-first', dueOn: '2031-02-14' }));
  expect(inWords(told.reminders)).toEqual(['statement email 2031-02-07', 'email-reminder email 2031-02-25']);
  expect(told.waiting).toBe('draft');
});

test('statement-first: whoever answered the call gets no formal notice without a decision', () => {
  // Due Fr 14 Feb: call Mo 17, e-mail Mo 24, letter 24 + 10 = Th 6 Mar, notice Th 6 + 10 = Su 16, so Mo 17 Mar.
  const told = predict(
    aStory({
      strategy: 'statement-first',
      dueOn: '2031-02-14',
      acts: [
        at('2031-02-17', 10, { type: 'call', outcome: 'forwarded' }),
        at('2031-03-06', 10, approve),
        at('2031-03-06', 11, { type: 'posted', on: '2031-03-06' }),
      ],
    }),
  );
  expect(inWords(told.reminders).slice(1)).toEqual([
    'courtesy-call call 2031-02-17',
    'email-reminder email 2031-02-24',
    'reminder-letter letter 2031-03-06',
  ]);
  expect(told.waiting).toBe('answer-or-decide');
});

test('a hold withdraws the draft; it is made anew on the morning after its last day', () => {
  // Draft Th 20 Feb. Held Fr 21 to Su 23 Feb: anew on Mo 24. Approved then; the call one day later, Tu 25.
  const told = predict(
    aStory({
      acts: [
        at('2031-02-21', 10, { type: 'hold', until: '2031-02-23' }),
        at('2031-02-21', 11, approve),
        at('2031-02-24', 8, approve),
        at('2031-02-24', 10, approve),
      ],
      through: { day: '2031-02-24', hour: 23 },
    }),
  );
  expect(inWords(told.reminders).at(-1)).toBe('second-reminder email 2031-02-24');
  expect(told.refused).toHaveLength(2);
  expect(told.next).toEqual({ stepKey: 'reminder-call', at: { day: '2031-02-25', hour: 9 } });
});

test('a hold without a last day asks a person after thirty days', () => {
  // Held We 19 Feb: + 30 = Fr 21 Mar. Decided Mo 24 Mar at ten: the draft on Tu 25 at nine.
  const held = aStory({ acts: [at('2031-02-19', 10, { type: 'hold' })] });
  expect(predict({ ...held, through: { day: '2031-03-21', hour: 23 } })).toMatchObject({
    status: 'on-hold',
    waiting: 'hold',
  });
  expect(predict({ ...held, through: { day: '2031-03-22', hour: 1 } })).toMatchObject({
    status: 'chasing',
    waiting: 'after-hold',
  });
  const decided = { ...held, acts: [...held.acts, at('2031-03-24', 10, decide)] };
  expect(predict({ ...decided, through: { day: '2031-03-24', hour: 11 } }).next).toEqual({
    stepKey: 'second-reminder',
    at: { day: '2031-03-25', hour: 9 },
  });
});

test('prior reminders count, a step can be run now or skipped, and an answer asks before each next one', () => {
  // Due Mo 20 Jan; written to on Mo 3 Feb; announced Tu 4 Feb, from the call on: 3 + 10 = Th 13 Feb. Run now on We 5 instead.
  // Refused. Second reminder: 5 + 10 = Sa 15, so Mo 17: asks. Skipped at ten: the letter is late, so Tu 18: asks again.
  const acts = [
    at('2031-02-05', 11, { type: 'run-now' }),
    at('2031-02-05', 12, { type: 'call', outcome: 'refused' }),
    at('2031-02-17', 10, { type: 'skip', stepKey: 'second-reminder' }),
    at('2031-02-18', 10, { type: 'run-now' }),
    at('2031-02-18', 11, decide),
  ] as const;
  const late = aStory({
    strategy: 'procedure',
    dueOn: '2031-01-20',
    announcedAt: { day: '2031-02-04', hour: 10 },
    priorReminders: [{ on: '2031-02-03', channel: 'email' }],
    startAt: 'reminder-call',
  });
  expect(predict({ ...late, through: { day: '2031-02-04', hour: 12 } }).next).toEqual({
    stepKey: 'reminder-call',
    at: { day: '2031-02-13', hour: 9 },
  });
  const told = predict({ ...late, acts, through: { day: '2031-02-18', hour: 23 } });
  expect(inWords(told.reminders)).toEqual(['reminder-call call 2031-02-05']);
  expect(told.refused).toEqual([acts[3]]);
  expect(told.waiting).toBe('draft');
});

test('run now sends at once on a Saturday, but never tells of a delay before there is one', () => {
  const told = predict(
    aStory({
      acts: [
        at('2031-01-11', 15, { type: 'run-now' }),
        at('2031-01-11', 16, { type: 'skip', stepKey: 'pre-call' }),
        at('2031-01-11', 17, { type: 'run-now' }),
      ],
      through: { day: '2031-01-12', hour: 8 },
    }),
  );
  expect(inWords(told.reminders)).toEqual(['pre-reminder email 2031-01-11']);
  expect(told.refused).toHaveLength(1);
});

test('a small balance skips the notice, and a later due date moves what is not done yet', () => {
  // Part paid down to 49.99 € after the third reminder: notice and legal file are below their minimums.
  const small = predict(
    aStory({
      startAt: 'third-reminder',
      acts: [at('2031-03-07', 10, approve), at('2031-03-10', 10, { type: 'payment', amountMinor: 115_051 })],
    }),
  );
  expect(small).toMatchObject({ waiting: 'course-ended', legalFileOn: null, balanceMinor: 4_999 });
  // Corrected on Th 20 Feb from We 5 to We 19 Feb: the open draft goes; D+15 = Th 6 Mar.
  const moved = aStory({
    acts: [at('2031-02-20', 10, { type: 'correction', dueOn: '2031-02-19' })],
    through: { day: '2031-02-21', hour: 8 },
  });
  expect(predict(moved).next).toEqual({ stepKey: 'second-reminder', at: { day: '2031-03-06', hour: 9 } });
});

test('a course that has ended asks once: the end of a hold after it asks nothing besides', () => {
  // Part paid below both minimums: nothing is left on Mo 24 Mar. Held on Tu 1 Apr without a last day: 30 days, to Th 1 May.
  const ended = [
    at('2031-03-07', 10, approve),
    at('2031-03-10', 10, { type: 'payment', amountMinor: 115_051 }),
  ] as const;
  const told = (...acts: Story['acts']) =>
    predict(aStory({ startAt: 'third-reminder', acts: [...ended, ...acts], through: { day: '2031-05-05', hour: 12 } }));
  const held = at('2031-04-01', 10, { type: 'hold' });
  const asked = at('2031-05-02', 10, decide);
  expect(told(held, asked)).toMatchObject({ waiting: 'course-ended', refused: [asked] });
  // Held before the end, it asks on its own account; then the course ends and asks, too.
  const early = at('2031-03-11', 10, { type: 'hold' }); // to Th 10 Apr
  expect(told(early)).toMatchObject({ waiting: 'after-hold' });
  expect(told(early, at('2031-04-14', 10, decide))).toMatchObject({ waiting: 'course-ended', refused: [] });
});

test('without a notice there is no legal file, and nobody is asked about one: the course has ended', () => {
  // Statement-first, due Fr 14 Feb: rung on Mo 17 Feb, who answers; e-mail Mo 24, letter Th 6 March. The notice is left out.
  const acts = [
    at('2031-02-17', 10, { type: 'call', outcome: 'forwarded' }),
    at('2031-02-17', 11, { type: 'skip', stepKey: 'formal-notice' }),
    at('2031-03-06', 10, approve),
    at('2031-03-06', 11, { type: 'posted', on: '2031-03-06' }),
    at('2031-03-14', 10, decide),
  ] as const;
  const told = predict(aStory({ strategy: 'statement-first', dueOn: '2031-02-14', acts }));
  expect(told).toMatchObject({ waiting: 'course-ended', legalFileOn: null, refused: [acts[4]] });
});

test('a wrong person is no reminder: the call comes again on the next business day', () => {
  const told = predict(
    aStory({
      acts: [
        at('2031-01-31', 10, { type: 'call', outcome: 'wrong-person' }),
        at('2031-02-03', 10, { type: 'call', outcome: 'busy' }),
        at('2031-02-04', 10, { type: 'call', outcome: 'third-party' }),
      ],
      through: { day: '2031-02-05', hour: 8 },
    }),
  );
  expect(inWords(told.reminders)).toEqual(['pre-reminder email 2031-01-28', 'pre-call email 2031-02-04']);
});

test('attempts count on different half-days only', () => {
  // The pre-call has two attempts: a second one on the same morning is refused, one in the afternoon is the last.
  const twice = [
    at('2031-01-31', 10, { type: 'call', outcome: 'busy' }),
    at('2031-01-31', 11, { type: 'call', outcome: 'busy' }),
  ] as const;
  const told = predict(
    aStory({
      acts: [...twice, at('2031-01-31', 14, { type: 'call', outcome: 'busy' })],
      through: { day: '2031-02-01', hour: 8 },
    }),
  );
  expect(told.refused).toEqual([twice[1]]);
  expect(inWords(told.reminders).at(-1)).toBe('pre-call email 2031-01-31');
});

test('a hold because of a reply makes the next silent step ask, unless its conditions had held before', () => {
  // Procedure, due Tu 1 Apr: e-mail Mo 7 Apr, call Th 17 Apr. Held on Tu 15 with a reply until Th 17: Fr 18 Apr asks.
  const hold: Act = { type: 'hold', until: '2031-04-17', reason: 'reply' };
  const through = { day: '2031-04-18', hour: 12 };
  const before = predict(
    aStory({ strategy: 'procedure', dueOn: '2031-04-01', acts: [at('2031-04-15', 10, hold)], through }),
  );
  expect(before.waiting).toBe('answer-or-decide');
  // Held when the call was open already: it is asked for again, without a question.
  const after = predict(
    aStory({ strategy: 'procedure', dueOn: '2031-04-01', acts: [at('2031-04-17', 10, hold)], through }),
  );
  expect(after.waiting).toBe('call');
});

test('a Belgian consumer under progressive: the free first reminder, its days, then what a person releases', () => {
  // Due Fr 28 March. D-8 = Th 20; D+1 is a Saturday: Mo 31. The days are 1 to 14 April, Easter Monday, so Tu 15.
  // D+15 = Sa 12 April lies inside: We 16. Rung a week later, We 23. D+30 = Su 27; a week after the call: We 30.
  // D+45 = Mo 12 May: posted, +3 business days = Th 15, +15 = Fr 30; bank days Mo 2 and Tu 3 June; We 4.
  const told = predict(
    aStory({
      creditorCountry: 'BE',
      debtorCountry: 'BE',
      dueOn: '2031-03-28',
      debtor: { kind: 'consumer', email: true, phone: true },
      acts: [
        at('2031-03-24', 10, { type: 'skip', stepKey: 'be-first-reminder' }),
        at('2031-04-10', 10, { type: 'run-now' }),
        at('2031-04-16', 10, approve),
        at('2031-04-23', 10, { type: 'call', outcome: 'refused' }),
        at('2031-04-30', 10, approve),
        at('2031-05-12', 10, approve),
        at('2031-05-12', 11, { type: 'posted', on: '2031-05-12' }),
      ],
    }),
  );
  expect(inWords(told.reminders)).toEqual([
    'pre-reminder email 2031-03-20',
    'be-first-reminder email 2031-03-31',
    'second-reminder email 2031-04-16',
    'reminder-call call 2031-04-23',
    'third-reminder email 2031-04-30',
    'formal-notice registered-letter 2031-05-12',
  ]);
  expect(told).toMatchObject({ legalFileOn: '2031-06-04' });
  expect(told.refused.map(({ act }) => act.type)).toEqual(['skip', 'run-now']);
});
