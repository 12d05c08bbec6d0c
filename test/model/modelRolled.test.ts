import { test } from 'vitest';
import { runModel } from './runModel.ts';

test('the same with continue-as-new at 30 events', () => runModel(30), 7_200_000);
