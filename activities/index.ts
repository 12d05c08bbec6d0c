import type { CaseActivities, ReconcilerActivities } from '../workflows/activityTypes.ts';
import { createCourse } from './course.ts';
import type { Dependencies } from './ports.ts';
import { createReconciler } from './reconcile.ts';

/** All activities, with what they need of the world. */
export const createActivities = (dependencies: Dependencies): CaseActivities & ReconcilerActivities => ({
  ...createCourse(dependencies),
  ...createReconciler(dependencies),
});
