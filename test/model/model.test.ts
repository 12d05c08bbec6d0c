import { test } from 'vitest';
import { runModel } from './runModel.ts';

test('after every day the reminders on record are those of the oracle', () => runModel(500), 7_200_000);
