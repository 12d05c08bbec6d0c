import { Temporal } from 'temporal-polyfill/implementation';
import { day, type Day } from './day.ts';

/** The same few instants are asked for again and again: each timetable asks for those of all its steps. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** The instant, in epoch milliseconds, at which a clock in `timeZone` shows `hour` (plus minutes) on that day. */
export const instantOn = (on: Day, hour: number, timeZone: string, minutes = 0): number => {
  const name = `${on} ${hour}:${minutes} ${timeZone}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  const instant = Temporal.PlainDate.from(on)
    .toZonedDateTime({ timeZone, plainTime: { hour, minute: 0 } })
    .add({ minutes }).epochMilliseconds;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, instant);
  return instant;
};

/** The first instant after that day, in epoch milliseconds. */
export const endOfDay = (on: Day, timeZone: string): number =>
  Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;

/** The civil day in `timeZone` at that instant. */
export const dayAt = (epochMs: number, timeZone: string): Day =>
  day(Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString());
