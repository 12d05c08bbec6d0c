import { plannedPosting as plannedPostingOf } from '../../domain/posting.ts';
import type { Channel } from '../../domain/strategy.ts';
import type { WordingContext } from '../../templates/context.ts';
import { markStep } from '../steps.ts';
import { newId, sha256, type CaseTx } from '../store.ts';
import { openTask } from '../tasks.ts';
import { paperOf } from '../wordings/letterhead.ts';
import type { Text, Work } from './work.ts';
import { flagged } from './unofficial.ts';
import { ANSWER_WITHIN, within } from './within.ts';
import { contextFrom } from './wordingContext.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Renders the approved letter once, stores its bytes and asks a person to post it; the printed date is counted from its planned posting. */
export const produceLetter = async (
  tx: CaseTx,
  work: Work,
  channel: Extract<Channel, 'letter' | 'registered-letter'>,
  text: Text,
): Promise<void> => {
  const { step, wording, today } = work;
  const kind = wording.letterKindFor(step);
  const number = kind === 'formal-notice' || kind === 'neutral-letter' ? await nextNumber(tx, today) : null;
  const context = await contextFrom(tx, await work.material(), {
    step,
    channel,
    today,
    at: tx.now,
    // Its amounts were stated on the day of its text.
    statedOn: text.madeOn ?? today,
    ...(number ? { noticeNumber: number } : {}),
  });
  const bytes = await wording.letter(
    kind,
    redated(text, await draftedContext(tx, work, channel), context, work),
    context,
    await paperOf(tx.db, tx.ref.creditorId),
  );
  const plannedPosting = plannedPostingOf(tx.plan, today, tx.now);
  const id = newId('doc');
  await tx.db.document.create({
    data: {
      id,
      creditorId: tx.ref.creditorId,
      invoiceId: tx.ref.invoiceId,
      debtorId: tx.invoice.debtorId,
      stepKey: step.key,
      kind,
      number,
      filename: `${kind}-${tx.ref.invoiceId}${number ? `-${number}` : ''}.docx`,
      mediaType: DOCX,
      bytes: new Uint8Array(bytes),
      sha256: sha256(bytes),
      madeOn: today,
      madeAt: new Date(tx.now),
      plannedPosting,
      printedDate: context.notice?.deadline ?? null,
      unofficialRates: [...text.unofficialRates],
    },
  });
  await tx.db.step.update({
    where: { creditorId_invoiceId_key: { ...tx.ref, key: step.key } },
    data: { documentId: id },
  });
  await openTask(tx, {
    kind: 'post-letter',
    stepKey: step.key,
    title: `post ${step.key}`,
    details: {
      documentId: id,
      registered: channel === 'registered-letter',
      plannedPosting,
      ...flagged(text.unofficialRates),
    },
    deadline: within(tx, today, ANSWER_WITHIN, 'escalate'),
  });
  await markStep(tx, step.key, 'task-open');
  await tx.note('letter-made', { documentId: id, kind, number }, step.key);
};

/** Formal letters are numbered per creditor and year; void numbers stay used. */
const nextNumber = async (tx: CaseTx, today: string): Promise<string> => {
  const year = today.slice(0, 4);
  await tx.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`letters/${tx.ref.creditorId}/${year}`}, 0))`;
  const used = await tx.db.document.count({
    where: { creditorId: tx.ref.creditorId, number: { startsWith: `${year}-` } },
  });
  return `${year}-${String(used + 1).padStart(4, '0')}`;
};

/** The words of the draft, when it was made on another day than the letter. */
const draftedContext = async (tx: CaseTx, work: Work, channel: Channel): Promise<WordingContext | null> => {
  const draft = await tx.db.draft.findFirst({
    where: { ...tx.ref, stepKey: work.step.key, status: 'approved' },
    orderBy: { n: 'desc' },
  });
  if (!draft) return null;
  return contextFrom(tx, await work.material(), {
    step: work.step,
    channel,
    today: draft.madeOn as typeof work.today,
    at: draft.madeAt.getTime(),
  });
};

/** Printed dates and timers are one datum: a text approved later than it was drafted carries the later days, however they are written. */
const redated = (
  text: Text,
  drafted: WordingContext | null,
  context: WordingContext,
  { wording }: Work,
): Pick<Text['rendered'], 'subject' | 'markdown' | 'inline'> => {
  const { subject, markdown, inline } = text.rendered;
  if (drafted === null) return { subject, markdown, inline };
  const later = new Map(
    printedDays(drafted).flatMap((before, which) => {
      const after = printedDays(context)[which] ?? null;
      if (before === null || after === null || before === after) return [];
      const written = (day: string): readonly string[] => wording.datesIn(day, context.language);
      return written(before).map((words, form): [string, string] => [words, written(after)[form] ?? words]);
    }),
  );
  if (later.size === 0) return { subject, markdown, inline };
  // One pass, the longest words first: what was just written isn't taken for an earlier day again.
  const words = [...later.keys()].sort((a, b) => b.length - a.length);
  const anyOf = new RegExp(`(?<!\\d)(?:${words.join('|')})`, 'gu');
  const moved = (said: string): string => said.replace(anyOf, (found) => later.get(found) ?? found);
  return { subject: moved(subject), markdown: moved(markdown), inline };
};

const printedDays = ({ notice, payBy, noticeOn }: WordingContext): readonly (string | null)[] => [
  notice?.deadline ?? null,
  payBy,
  noticeOn,
];
