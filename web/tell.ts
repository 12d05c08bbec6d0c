import type { ApiDependencies, CaseRef } from '../api/ports.ts';

export type Heard = 'acted' | 'told' | 'away';

/** What is recorded already is told to the cases that it moved; the slowest answer counts. What isn't told, the reconciler tells. */
export const tellCases = async ({ cases, log }: ApiDependencies, refs: readonly CaseRef[]): Promise<Heard> => {
  let heard: Heard = 'acted';
  for (const ref of refs) {
    const answer = await cases.tellAndWait(ref).catch((error: unknown): Heard => {
      log?.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a case was not told; the reconciler will');
      return 'away';
    });
    if (answer === 'away' || (answer === 'told' && heard === 'acted')) heard = answer;
  }
  return heard;
};

export const heardIn = (text: unknown): Heard | null =>
  (['acted', 'told', 'away'] as const).find((known) => known === text) ?? null;
