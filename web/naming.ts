import type { Question } from '../prisma/desk/queue.ts';
import type { Visit } from './visit.ts';

type Speaker = Pick<Visit, 'words' | 'formats'>;

/** A step's name; a repeated step carries its number. */
export const stepName = ({ words: { steps } }: Pick<Speaker, 'words'>, key: string): string => {
  const [id = key, n] = key.split(':');
  const label = steps.labels[id] ?? id;
  return n === undefined ? label : steps.repeated(label, n);
};

/** What a task asks for, as one line. */
export const taskName = (
  speaker: Pick<Speaker, 'words'>,
  task: { readonly kind: string; readonly stepKey: string | null; readonly question: Question },
): string => {
  const { verbs } = speaker.words;
  if (task.kind === 'decide') return verbs.decide[task.question];
  const say = verbs[task.kind as Exclude<keyof typeof verbs, 'decide'>];
  return say === undefined
    ? task.kind
    : say(task.stepKey === null ? '' : stepName(speaker, task.stepKey)).replace(/\s*:\s*$/, '');
};

/** A reason on record, in the reader's words where we have them, its days as he writes them. */
export const reasonName = ({ words, formats }: Speaker, reason: string): string => {
  for (const [pattern, say] of words.steps.reasons) {
    const found = pattern.exec(reason);
    if (found) return formats.daysIn(say(...found));
  }
  return formats.daysIn(reason);
};

export const channelName = ({ words }: Pick<Speaker, 'words'>, action: string): string =>
  words.steps.actions[action] ?? action;
