import type { CaseActivities, ReconcilerActivities, TestActivities } from '../workflows/activityTypes.ts';
import { createCourse } from './course.ts';
import type { Dependencies } from './ports.ts';
import { createReconciler } from './reconcile.ts';
import { createTests } from './sendTest.ts';

/** All activities, with what they need of the world. */
export const createActivities = (
  dependencies: Dependencies,
): CaseActivities & ReconcilerActivities & TestActivities => ({
  ...createCourse(dependencies),
  ...createReconciler(dependencies),
  ...createTests(dependencies),
});
