import { readdirSync, readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { workflowBundle } from '../support/servers.ts';
import { readHistory } from './historyFile.ts';

const FOLDER = new URL('./histories/', import.meta.url);
const histories = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

/** Each kind of waiting in which a running case may meet new code. */
const KINDS = ['asleep', 'draft-waiting', 'on-hold', 'hold-over', 'retrying', 'late-at-night', 'after-continue-as-new'];

test('there is a recorded history of each kind of waiting', () => {
  for (const kind of KINDS) expect(histories.filter((name) => name.startsWith(kind))).not.toEqual([]);
});

const historyOf = (name: string): ReturnType<typeof readHistory> =>
  readHistory(readFileSync(new URL(name, FOLDER), 'utf8'));

test.each(histories)('%s still replays', async (name) => {
  const replayed = Worker.runReplayHistory(
    { workflowBundle: workflowBundle() },
    historyOf(name),
    `invoice/default/R-${name.replace('.json', '')}`,
  );
  await expect(replayed).resolves.toBeUndefined();
});

test('a history that the code would not write is refused: the replay really looks', async () => {
  const history = historyOf('draft-waiting.json');
  for (const event of history.events ?? [])
    if (event.activityTaskScheduledEventAttributes)
      event.activityTaskScheduledEventAttributes.activityType = { name: 'somethingElse' };
  await expect(Worker.runReplayHistory({ workflowBundle: workflowBundle() }, history)).rejects.toThrow(
    /[Nn]ondeterminism|TMPRL1100/,
  );
});
