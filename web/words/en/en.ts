import { approve } from './approve.ts';
import { course } from './course.ts';
import { frame, problems, signIn } from './frame.ts';
import { invoice, invoices, outbox } from './invoice.ts';
import { rate } from './rate.ts';
import { refusals } from './refusals.ts';
import { accessories, statement } from './statement.ts';
import { steps } from './steps.ts';
import { talk } from './talk.ts';
import { address, decide, moneyTask, post, task } from './task.ts';
import { timeline } from './timeline.ts';
import { texts } from './texts.ts';
import { today, verbs } from './today.ts';

/** The desk in English; every other language has the same shape. */
export const en = {
  frame,
  signIn,
  problems,
  today,
  verbs,
  task,
  approve,
  talk,
  post,
  address,
  decide,
  accessories,
  moneyTask,
  rate,
  invoice,
  statement,
  invoices,
  outbox,
  texts,
  timeline,
  course,
  steps,
  refusals,
};

export type Words = typeof en;
