import { addBusinessDays, easterSunday, onOrAfter, type Calendar } from '../calendar.ts';
import { addDays, type Day } from '../day.ts';
import { roundHalfUp } from './fraction.ts';

/** The free first reminder to a Belgian consumer: when it left, and how. */
export type FirstReminder = { readonly sentOn: Day; readonly channel: 'electronic' | 'postal' };

/** The fourteen days in which a Belgian consumer pays nothing more, and may not be asked again. */
export type BelgianWait = {
  readonly startsOn: Day;
  readonly lastDay: Day;
  /** The first day on which interest and indemnity may be claimed. */
  readonly claimableFrom: Day;
  /** The last day fell on a closed day and moved to the next working day. */
  readonly rolled: boolean;
};

/**
 * CDE XIX.2: 14 calendar days from the day after an electronic reminder, or from the third working day after posting.
 * A last day on a Saturday, Sunday or holiday moves on (Belgian C. civ. 1.7, read in the consumer's favour).
 */
export const belgianWait = ({ sentOn, channel }: FirstReminder): BelgianWait => {
  const calendar = belgianHolidays(sentOn);
  const startsOn = channel === 'electronic' ? addDays(sentOn, 1) : addBusinessDays(calendar, sentOn, 3);
  const fourteenth = addDays(startsOn, 13);
  const lastDay = onOrAfter(calendar, fourteenth);
  return { startsOn, lastDay, claimableFrom: addDays(lastDay, 1), rolled: lastDay !== fourteenth };
};

/** CDE XIX.4: a small creditor's interest counts from the day after the reminder, a large one's from the wait's end. */
export const interestFrom = (reminder: FirstReminder, creditorSize: 'sme' | 'large' | null | undefined): Day =>
  creditorSize === 'sme' ? addDays(reminder.sentOn, 1) : belgianWait(reminder).claimableFrom;

/** The ten Belgian holidays of a day's year and the year after. */
export const belgianHolidays = (from: Day): Calendar => {
  const year = Number(from.slice(0, 4));
  return { closed: [year, year + 1].flatMap(holidaysOf).sort() };
};

const FIXED = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];

/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const MOVING = [1, 39, 50];

const holidaysOf = (year: number): string[] => [
  ...FIXED.map((date) => `${year}-${date}`),
  ...MOVING.map((days) => addDays(easterSunday(year), days)),
];

/**
 * CDE XIX.4: the most a clause may ask of a consumer who still owes `owed` cents, in cents: 20 euros up to 150,
 * then 30 and a tenth of what exceeds 150, above 500 then 65 and a twentieth of what exceeds 500, at most 2,000.
 */
export const belgianIndemnityCap = (owed: bigint): bigint => {
  if (owed <= 15_000n) return 2_000n;
  if (owed <= 50_000n) return 3_000n + roundHalfUp(owed - 15_000n, 10n);
  const most = 200_000n;
  const scaled = 6_500n + roundHalfUp(owed - 50_000n, 20n);
  return scaled < most ? scaled : most;
};
