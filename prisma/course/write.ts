import { day as asDay } from '../../domain/day.ts';
import { deadlineOf } from '../../domain/deadlines.ts';
import { lastSendingOf } from '../../domain/payBy.ts';
import { sha256Of } from './hash.ts';
import type { Approval, Channel } from '../../domain/strategy.ts';
import type { WordingContext } from '../../templates/context.ts';
import type { Draft } from '../generated/client.ts';
import { factOf } from '../../domain/timetable.ts';
import { markStep } from '../steps.ts';
import { newId, type CaseTx } from '../store.ts';
import { openTask } from '../tasks.ts';
import { withdrawStep } from '../withdraw.ts';
import { withOwnTexts } from '../wordings/withOwnTexts.ts';
import { picturesStored, storedPictures } from './attachments.ts';
import { recipientsOf } from './circumstances.ts';
import type { Text, Work } from './work.ts';
import { flagged, readUnofficial, unofficialIn } from './unofficial.ts';
import type { Rendered } from './wording.ts';
import { contextFrom } from './wordingContext.ts';

/** A call that could not be made is written instead. */
export const INSTEAD = 'common/reminder';
export const NOT_REACHED = 'common/not-reached';

/** The text of a step that leaves by itself. */
export const autoText = async (tx: CaseTx, work: Work, channel: Channel): Promise<Text> => {
  const context = await contextOf(tx, work, channel, null);
  return composeWith(tx, work, channel, context);
};

const templateOf = (tx: CaseTx, work: Work, channel: Channel, context: WordingContext): string => {
  const { action, key } = work.step;
  if (action !== 'call' && action !== 'visit')
    return work.wording.templateFor(tx.plan.strategyKey, work.step, channel, context);
  return factOf(work.facts, key).attempts > 0 ? NOT_REACHED : INSTEAD;
};

const composeWith = (tx: CaseTx, work: Work, channel: Channel, context: WordingContext): Promise<Text> =>
  withOwnTexts(tx, work.step.key, context, (given) => compose(tx, work, channel, given));

const compose = (tx: CaseTx, work: Work, channel: Channel, context: WordingContext): Text => {
  const template = templateOf(tx, work, channel, context);
  const { language } = context;
  const rendered = channel === 'email' ? work.wording.message(template, context) : letterOf(work, template, context);
  return { template, language, rendered, unofficialRates: unofficialIn(rendered, context) };
};

const letterOf = ({ wording, step }: Work, template: string, context: WordingContext): Rendered => {
  const text = wording.letterText(wording.letterKindFor(step), context, template);
  return { ...text, text: text.markdown, html: '' };
};

const contextOf = async (
  tx: CaseTx,
  { step, today, material }: Work,
  channel: Channel,
  personalLine: string | null,
  at: number = tx.now,
): Promise<WordingContext> => contextFrom(tx, await material(), { step, channel, today, at, personalLine });

/** Drafts the text, bound to its exact content by a hash, and asks a person (or manager) to approve it. */
export const draft = async (tx: CaseTx, work: Work, channel: Channel, approval: Approval): Promise<void> => {
  const { step, facts, parties, today } = work;
  const bare = await contextOf(tx, work, channel, null);
  const personalLine = step.personalLine === 'required' ? work.wording.personalLine(bare) : null;
  const {
    template,
    rendered: whole,
    unofficialRates,
  } = await composeWith(tx, work, channel, { ...bare, personalLine });
  const recipients =
    channel === 'email'
      ? recipientsOf(parties.debtor, step.level)
      : [{ name: parties.debtor.name, address: 'post', copy: false }];
  const { inline, ...rendered } = whole;
  const attachments = picturesStored(inline);
  const n = (await tx.db.draft.count({ where: { ...tx.ref, stepKey: step.key } })) + 1;
  const id = newId('draft');
  await tx.db.draft.create({
    data: {
      id,
      ...tx.ref,
      stepKey: step.key,
      n,
      channel,
      template,
      language: bare.language,
      ...rendered,
      recipients: recipients,
      attachments,
      personalLine,
      sha256: sha256Of({ ...rendered, recipients, attachments }),
      balanceMinor: BigInt(facts.balanceMinor),
      unofficialRates: [...unofficialRates],
      madeOn: today,
      madeAt: new Date(tx.now),
      status: 'open',
    },
  });
  const asked = await tx.db.task.findFirst({
    where: { ...tx.ref, stepKey: step.key, kind: 'approve' },
    orderBy: { openedAt: 'desc' },
    select: { owner: true, deputy: true, escalated: true },
  });
  await openTask(tx, {
    kind: 'approve',
    stepKey: step.key,
    title: `approve ${step.key}`,
    details: { draftId: id, channel, purpose: step.purpose, ...flagged(unofficialRates) },
    role: approval.by === 'manager' ? 'manager' : 'person',
    deadline: deadlineOf(tx.plan, facts, step, approval, today, asked?.escalated ?? false),
    asked,
  });
  await markStep(tx, step.key, 'awaiting-approval');
  await tx.note('drafted', { draftId: id, n, channel }, step.key);
};

/** The approved text of the step with its real channel, 'remade' when its printed dates have run out, null when there is none. */
export const approvedText = async (
  tx: CaseTx,
  work: Work,
): Promise<(Text & { channel: Channel; draftId: string }) | 'remade' | null> => {
  const approved = await tx.db.draft.findFirst({
    where: { ...tx.ref, stepKey: work.step.key, status: 'approved' },
    orderBy: { n: 'desc' },
  });
  if (!approved) return null;
  const { viaChannel } = factOf(work.facts, work.step.key);
  if (viaChannel !== null && viaChannel !== approved.channel) {
    await tx.db.draft.update({
      where: { id: approved.id },
      data: { status: 'withdrawn', withdrawnWhy: `${viaChannel} instead of ${approved.channel}` },
    });
    return null;
  }
  const channel = approved.channel as Channel;
  if (channel === 'email' && datesRanOut(tx, work, approved)) {
    await withdrawStep(tx, work.step.key, 'its printed days had run out', 'due');
    return 'remade';
  }
  const unofficialRates = readUnofficial(approved.unofficialRates);
  const text: Text = { ...(await finalText(tx, work, channel, approved)), unofficialRates };
  if (channel !== 'email' && (await figuresChanged(tx, work, channel, text))) {
    await withdrawStep(tx, work.step.key, 'its figures have changed since it was drafted', 'due');
    return 'remade';
  }
  return { ...text, channel, draftId: approved.id };
};

/**
 * A letter is set when it is approved: a rate entered since its draft makes other figures of the same day. What writing
 * it anew wouldn't mend isn't that.
 */
const figuresChanged = async (tx: CaseTx, work: Work, channel: Channel, text: Text): Promise<boolean> => {
  const faulty = async ({ madeOn, madeAt, rendered }: Text): Promise<boolean> => {
    const context = await contextOf(tx, { ...work, today: madeOn ?? work.today }, channel, null, madeAt);
    return work.wording.faults(rendered, context).length > 0;
  };
  return (await faulty(text)) && !(await faulty(await autoText(tx, work, channel)));
};

const datesRanOut = ({ plan }: CaseTx, { step, today }: Work, { madeOn }: Draft): boolean => {
  const last = lastSendingOf(plan, step, asDay(madeOn));
  return last !== null && today > last;
};

/** What the approver saw, with his edit and his own sentence. */
const finalText = async (
  tx: CaseTx,
  work: Work,
  channel: Channel,
  approved: Draft,
): Promise<Omit<Text, 'unofficialRates'>> => {
  const subject = approved.editSubject ?? approved.subject;
  const markdown = approved.editMarkdown ?? approved.markdown;
  const { template, language } = approved;
  const text = { template, language, madeOn: asDay(approved.madeOn), madeAt: approved.madeAt.getTime() };
  const inline = storedPictures(approved.attachments);
  if (markdown === approved.markdown && subject === approved.subject)
    return { ...text, rendered: { subject, markdown, text: approved.text, html: approved.html, inline } };
  if (channel !== 'email') return { ...text, rendered: { subject, markdown, text: markdown, html: '', inline } };
  const context = await contextOf(tx, { ...work, today: text.madeOn }, channel, null, text.madeAt);
  return { ...text, rendered: work.wording.edited(subject, markdown, context, inline) };
};
