import { isDay } from '../domain/day.ts';
import type { Observation } from '../domain/interest/ecbProposal.ts';
import { readCsv } from './csv.ts';
import { Problem } from './problem.ts';

/** The ECB's data service, without a key. */
export const ECB_BASE_URL = 'https://data-api.ecb.europa.eu';

/** Main refinancing operations, fixed rate, level: one line for each change. */
export const MAIN_RATE = 'FM.B.U2.EUR.4F.KR.MRR_FR.LEV';

const PATIENCE_MS = 10_000;
/** A line for each day since 1999 would take less. */
const MOST_CHARACTERS = 10_000_000;

/**
 * Every value that the ECB gives for its main rate.
 * @throws Problem ECB_AWAY (503): no answer in time, or a fault of theirs; ECB_UNREADABLE (502): another answer than its CSV
 */
export const mainRate = async (baseUrl: string, patienceMs = PATIENCE_MS): Promise<readonly Observation[]> => {
  const [flow, ...key] = MAIN_RATE.split('.');
  const url = `${baseUrl}/service/data/${flow}/${key.join('.')}?format=csvdata`;
  const { status, text } = await get(url, patienceMs);
  if (status >= 500 || status === 429) throw away(`it answered ${status}`);
  if (status !== 200) throw unreadable(`status 200, got ${status}: ${start(text)}`);
  if (text.length > MOST_CHARACTERS) throw unreadable(`at most ${MOST_CHARACTERS} characters, got ${text.length}`);
  return observationsIn(text);
};

const get = async (url: string, patienceMs: number): Promise<{ readonly status: number; readonly text: string }> => {
  try {
    // Also while the body comes in: a service that stops in the middle is waited for no longer.
    const answer = await fetch(url, { headers: { accept: 'text/csv' }, signal: AbortSignal.timeout(patienceMs) });
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    throw away(timedOut ? `it gave no whole answer within ${patienceMs / 1000} seconds` : 'it could not be reached');
  }
};

/** By the columns' names: the ECB has added some before, and dataflows order them differently. */
const observationsIn = (text: string): readonly Observation[] => {
  const [header = [], ...lines] = parsed(text);
  const [key, on, value] = ['KEY', 'TIME_PERIOD', 'OBS_VALUE'].map((name) => header.indexOf(name));
  if (key === undefined || on === undefined || value === undefined || Math.min(key, on, value) < 0)
    throw unreadable(`CSV with the columns KEY, TIME_PERIOD and OBS_VALUE, got ${start(text)}`);
  const observations = lines.flatMap((line, n) =>
    observation(line[key] ?? '', line[on] ?? '', line[value] ?? '', n + 2),
  );
  if (observations.length === 0) throw unreadable('at least one value, got none');
  return observations;
};

const parsed = (text: string): ReturnType<typeof readCsv> => {
  try {
    return readCsv(text);
  } catch (error) {
    throw unreadable(`CSV, got ${start(text)} (${error instanceof Error ? error.message : 'unreadable'})`);
  }
};

/** A day for which no value is given says nothing. */
const observation = (key: string, on: string, value: string, line: number): Observation[] => {
  if (key !== MAIN_RATE) throw unreadable(`the series ${MAIN_RATE} in line ${line}, got ${start(key)}`);
  if (!isDay(on)) throw unreadable(`a day as YYYY-MM-DD in line ${line}, got ${start(on)}`);
  if (value === '' || value === 'NaN') return [];
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(value)) throw unreadable(`a percentage in line ${line}, got ${start(value)}`);
  return [{ on, ratePct: value }];
};

const start = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}…` : text);

const away = (what: string): Problem =>
  new Problem(
    503,
    'ECB_AWAY',
    `The ECB's data service doesn't answer now: ${what}. Rates can be entered by hand.`,
    [],
    {
      'Retry-After': '60',
    },
  );

const unreadable = (what: string): Problem =>
  new Problem(502, 'ECB_UNREADABLE', `The ECB's data service answered something else: expected ${what}.`);
